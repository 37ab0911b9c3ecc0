import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellAt, filled } from "../app/imports/filled.ts";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");
const TIME = { timeout: 180_000 };

/** What a person has in Excel: a block to paste, an old table, a filled bid form. */
describe.skipIf(!chromium.path)("coming from Excel", () => {
  let screen: Screen;
  let page: Page;
  beforeAll(async () => {
    screen = await openScreen("examples/infill.json");
    ({ page } = screen);
  }, 120_000);
  afterAll(() => screen?.close());

  const dialog = () => page.getByRole("dialog");
  const closed = () => dialog().waitFor({ state: "detached" });
  const path = (name: string) => join(screen.product.folder, name);
  const to = (name: string) => page.locator(".nav-entry", { hasText: name }).click();
  const undone = async () => {
    await page.keyboard.press("Control+z");
    await page.locator(".header .unsaved").waitFor({ state: "detached" });
  };
  const paste = (selector: string, text: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, value) => {
        const data = new DataTransfer();
        data.setData("text/plain", value);
        element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      }, text);

  test("a pasted block is shown, and taken over as one step; one that cannot be read is not", TIME, async () => {
    await to("比选");
    await page.getByText("报价", { exact: true }).last().click();
    const yearly = ".bids-yearly input, input.bids-yearly";
    await page.locator(yearly).first().waitFor();
    await paste(yearly, "70,000\tx\n");
    await dialog().getByText("1 格不能写入").waitFor();
    expect(await dialog().getByRole("button", { name: "写入" }).isDisabled()).toBe(true);
    await page.keyboard.press("Escape");
    await closed();
    await paste(yearly, "70,000\t80,000\r\n");
    await dialog().locator('[data-cell^="第 2 年"]').waitFor();
    await dialog().getByRole("button", { name: "写入" }).click();
    await closed();
    await page.locator(".header .unsaved").waitFor();
    expect(await page.locator(yearly).first().inputValue()).toBe("1:70000 2:80000");
    await undone();
  });

  test("a bid form goes out, and comes back as a bid with what it says", TIME, async () => {
    await page.getByRole("button", { name: "下载报价表" }).click();
    await dialog().getByText("空白报价表").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog().getByRole("button", { name: "导出", exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/-报价表\.xlsx$/);
    await download.saveAs(path("form.xlsx"));
    await closed();
    const bytes = readFileSync(path("form.xlsx"));
    const [bidder, term] = await Promise.all(
      ["bidder", "termYears"].map((term) => cellAt(bytes, "报价", [term], "value")),
    );
    const give = async (name: string, puts: Parameters<typeof filled>[1]) => {
      writeFileSync(path(name), await filled(bytes, puts));
      await page.locator('input[accept*=".bid"]').setInputFiles(path(name));
    };
    await give("wrong.xlsx", { [bidder ?? ""]: "丁公司", [term ?? ""]: "十年" });
    await dialog().locator(`[data-cell="${term}"]`).waitFor();
    await page.keyboard.press("Escape");
    await closed();
    await give("right.xlsx", { [bidder ?? ""]: "丁公司", [term ?? ""]: 10 });
    await dialog().getByText("2 格有改动").waitFor();
    await dialog().getByRole("button", { name: "写入当前模型" }).click();
    await closed();
    await page.getByText("已从 right.xlsx 导入").waitFor();
    await undone();
  });

  test("an old table is mapped by its headings, and the next of its form as it was", TIME, async () => {
    const rows = [
      ["序号", "签约后月数", "比例"],
      [1, 24, 0.1],
      ["合计", null, 0.1],
    ];
    writeFileSync(path("old.xlsx"), await writeXlsx({ sheets: [{ name: "表", rows }] }));
    const pick = async () => {
      await page.locator(".header").getByRole("button", { name: "文件" }).click();
      await page.getByRole("menuitem", { name: "从 Excel 导入" }).click();
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        dialog()
          .getByRole("button", { name: /选择文件|另选文件/ })
          .click(),
      ]);
      await chooser.setFiles(path("old.xlsx"));
      await dialog().getByRole("button", { name: "按列对应导入" }).click();
      await dialog().locator('[data-column="C"]').waitFor();
    };
    await pick();
    await dialog().getByText("是合计行，不读入").waitFor();
    expect(await dialog().getByText("表头与上次相同").count()).toBe(0);
    await dialog().getByRole("button", { name: "写入当前模型" }).click();
    await closed();
    await undone();
    await pick();
    await dialog().getByText("表头与上次相同").waitFor();
    await page.keyboard.press("Escape");
    await closed();
    expect(screen.complaints).toEqual([]);
  });
});
