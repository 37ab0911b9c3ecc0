import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");

/** A clerk takes tables of the face into Excel. */
describe.skipIf(!chromium.path)("a table of the face", () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await openScreen("examples/rebuild.json");
    await screen.page.locator(".cash .recharts-bar-rectangle").first().waitFor();
  }, 120_000);
  afterAll(() => screen?.close());

  const menuIn = (part: string) => screen.page.locator(part).getByRole("button", { name: "表格：复制、存为 CSV" });

  test("is copied as it is shown, its unit in the head", async () => {
    const { page } = screen;
    await page.locator(".cash").getByText("表", { exact: true }).click();
    const first = page.locator(".cash tbody tr").first();
    const shown = await first.locator(".figure").allTextContents();
    await menuIn(".cash").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "复制" }).click();
    await page.getByText("可粘贴到 Excel").last().waitFor();
    const rows = (await page.evaluate(() => navigator.clipboard.readText())).split("\n").map((row) => row.split("\t"));
    expect(rows[0]?.slice(0, 3)).toEqual(["年份", "流入 (万元)", "流出 (万元)"]);
    expect(rows).toHaveLength(41);
    const numbers = shown.map((text) => Number(text.replaceAll(",", "").replace(/^\((.*)\)$/, "-$1")));
    expect(rows[1]?.slice(1, 6).map(Number)).toEqual(numbers);
  });

  test("is saved as CSV with its mark: indicators, verdicts, statements", async () => {
    const { page, product } = screen;
    const saved = async (part: string): Promise<readonly string[]> => {
      await menuIn(part).first().click();
      const item = page.getByRole("menuitem", { name: "存为 CSV" });
      const [download] = await Promise.all([page.waitForEvent("download"), item.click()]);
      await item.waitFor({ state: "hidden" });
      expect(download.suggestedFilename()).toMatch(/\.csv$/);
      const path = join(product.folder, "table.csv");
      await download.saveAs(path);
      const text = readFileSync(path, "utf8");
      expect(text.startsWith("\ufeff")).toBe(true);
      return text.slice(1).split("\r\n");
    };
    const indicators = await saved(".indicators");
    expect(indicators.find((row) => row.startsWith("总投资"))).toBe("总投资,万元,43885.17,");
    const verdicts = await saved(".answer");
    expect(verdicts.slice(1, 10).map((row) => row.slice(0, 2))).toEqual([
      "B1",
      "B2",
      "B3",
      "B4",
      "B5",
      "B6",
      "B7",
      "B8",
      "B9",
    ]);
    expect(verdicts[2]).toContain("-1746.13,万元");
    await page.getByText("报表", { exact: true }).first().click();
    await page.getByRole("treegrid").waitFor();
    const statement = await saved(".grid-frame");
    expect(statement[0]).toMatch(/^项目,单位,.*2026/);
    expect(statement.length).toBeGreaterThan(20);
    expect(screen.complaints).toEqual([]);
  });
});
