import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellAt, filled, type Put } from "../app/imports/filled.ts";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");

/** From the template of the export dialog, through the spreadsheet, back into the open model. */
describe.skipIf(!chromium.path)("a template on screen", () => {
  let screen: Screen;
  let template: Uint8Array;
  beforeAll(async () => {
    screen = await openScreen("examples/special-bond.json");
  }, 120_000);
  afterAll(() => screen?.close());

  const shot = async (name: string): Promise<void> => {
    const shots = process.env["PINGHENG_SHOTS"];
    if (shots) await screen.page.screenshot({ path: `${shots}/${name}.png` });
  };
  const file = async (name: string, puts: Readonly<Record<string, Put>>): Promise<string> => {
    const path = join(screen.product.folder, name);
    writeFileSync(path, await filled(template, puts));
    return path;
  };
  const choose = async (path: string): Promise<void> => {
    const [chooser] = await Promise.all([
      screen.page.waitForEvent("filechooser"),
      screen.page
        .getByRole("dialog")
        .getByRole("button", { name: /选择文件|另选文件/ })
        .click(),
    ]);
    await chooser.setFiles(path);
  };

  test("is exported", { timeout: 180_000 }, async () => {
    const { page, product } = screen;
    await page.locator(".header").getByRole("button", { name: "文件" }).click();
    await page.getByRole("menuitem", { name: "导出 Excel" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("填报模板（Excel 填好后读回）").click();
    await dialog.getByText("空格即缺项").waitFor();
    await dialog.getByRole("radiogroup", { name: "金额单位" }).getByText("元", { exact: true }).click();
    await shot("template-export");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "导出", exact: true }).click(),
    ]);
    const path = join(product.folder, "template.xlsx");
    await download.saveAs(path);
    expect(download.suggestedFilename()).toMatch(/-填报模板\.xlsx$/);
    await dialog.waitFor({ state: "detached" });
    template = readFileSync(path);
  });

  test("shows its faults by cell and takes nothing over, then its changes, as one step of undo", {
    timeout: 180_000,
  }, async () => {
    const { page } = screen;
    const at = (keys: readonly string[]) => cellAt(template, "填写", keys, "value");
    const rate = await at(["rooms", "vatRate"]);
    const start = await at(["rooms", "start"]);
    const wrong = await file("wrong.xlsx", {
      [rate]: "百分之九",
      [start]: { formula: "TODAY()", formulaResult: 46_000 },
    });
    await page.locator(".header").getByRole("button", { name: "文件" }).click();
    await page.getByRole("menuitem", { name: "从 Excel 导入" }).click();
    const dialog = page.getByRole("dialog");
    await choose(wrong);
    await dialog.getByText("2 处错误").waitFor();
    for (const cell of [rate, start]) await dialog.locator(`[data-cell="${cell}"]`).waitFor();
    expect(await dialog.getByRole("button", { name: "写入当前模型" }).isDisabled()).toBe(true);
    await shot("import-faults");
    await choose(await file("right.xlsx", { [rate]: 0.06, [start]: new Date("2028-07-01T00:00:00Z") }));
    await dialog.getByText("2 格有改动").waitFor();
    expect(await dialog.locator(`[data-cell="${start}"] td`).allTextContents()).toEqual([start, "2028-01", "2028-07"]);
    await shot("import-changes");
    await dialog.getByRole("button", { name: "写入当前模型" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("已从 right.xlsx 导入").waitFor();
    await page.keyboard.press("Control+z");
    await page.locator(".header .unsaved").waitFor({ state: "detached" });
    expect(screen.complaints).toEqual([]);
  });

  test("opened like a model leads to the import, and can become a model of its own", { timeout: 180_000 }, async () => {
    const { page } = screen;
    const rate = await cellAt(template, "填写", ["rooms", "vatRate"], "value");
    const path = await file("own.xlsx", { [rate]: 0.06 });
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Control+o")]);
    await chooser.setFiles(path);
    const dialog = page.getByRole("dialog");
    await dialog.getByText("1 格有改动").waitFor();
    await dialog.getByText("另成新模型").click();
    await dialog.getByRole("button", { name: "作为新模型打开" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.locator(".model-name").getByText("own").waitFor();
    expect(screen.complaints).toEqual([]);
  });
});
