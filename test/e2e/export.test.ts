import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");

/** The workbook of a model, from the file menu to the downloads. */
describe.skipIf(!chromium.path)("an export on screen", () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await openScreen("examples/special-bond.json");
  }, 120_000);
  afterAll(() => screen?.close());

  test("is a workbook with formulas", { timeout: 180_000 }, async () => {
    const { page, product } = screen;
    await page.locator(".header").getByRole("button", { name: "文件" }).click();
    await page.getByRole("menuitem", { name: "导出 Excel" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("计算格均为公式").waitFor();
    const shots = process.env["PINGHENG_SHOTS"];
    if (shots) await page.screenshot({ path: `${shots}/export.png` });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "导出", exact: true }).click(),
    ]);
    const path = join(product.folder, "out.xlsx");
    await download.saveAs(path);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    await dialog.waitFor({ state: "detached" });
    const book = await readXlsx(readFileSync(path), { sheets: ["目录", "核对"] });
    expect(book.sheets.map(({ name }) => name)).toEqual(["目录", "核对"]);
    expect(book.sheets[1]?.rows[2]?.[1]).toBe("全部一致");
    expect(screen.complaints).toEqual([]);
  });

  test("is the standard tables in the unit chosen", { timeout: 180_000 }, async () => {
    const { page, product } = screen;
    await page.locator(".header").getByRole("button", { name: "文件" }).click();
    await page.getByRole("menuitem", { name: "导出 Excel" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("附表（标准报表，可直接打印报送）").click();
    await dialog.getByText("表内的合计").waitFor();
    await dialog.getByRole("radiogroup", { name: "金额单位" }).getByText("元", { exact: true }).click();
    const shots = process.env["PINGHENG_SHOTS"];
    if (shots) await page.screenshot({ path: `${shots}/export-tables.png` });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "导出", exact: true }).click(),
    ]);
    const path = join(product.folder, "tables.xlsx");
    await download.saveAs(path);
    expect(download.suggestedFilename()).toMatch(/-附表\.xlsx$/);
    await dialog.waitFor({ state: "detached" });
    const book = await readXlsx(readFileSync(path));
    expect(book.sheets[0]?.name).toBe("目录");
    expect(book.sheets[2]?.rows[1]).toContain("单位：元");
    expect(screen.complaints).toEqual([]);
  });

  test("is the opinion of the review as a page to print", { timeout: 180_000 }, async () => {
    const { page, product } = screen;
    await page.locator(".header").getByRole("button", { name: "文件" }).click();
    await page.getByRole("menuitem", { name: "导出 Excel" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("审核意见", { exact: true }).click();
    await dialog.getByText("网页（打印、PDF）").click();
    await dialog.getByText("存为 PDF；").or(dialog.getByText("存为 PDF，")).waitFor();
    const shots = process.env["PINGHENG_SHOTS"];
    if (shots) await page.screenshot({ path: `${shots}/export-opinion.png` });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "导出", exact: true }).click(),
    ]);
    const path = join(product.folder, "opinion.html");
    await download.saveAs(path);
    expect(download.suggestedFilename()).toMatch(/-审核意见\.html$/);
    expect(readFileSync(path, "utf8")).toContain("审核结论（由审核人填写）");
    await dialog.waitFor({ state: "detached" });
    await page.locator(".header").getByRole("button", { name: "文件" }).click();
    await page.getByRole("menuitem", { name: "导出 Excel" }).click();
    await dialog.getByText("审核意见", { exact: true }).click();
    await dialog.getByText("网页（打印、PDF）").click();
    await dialog.getByRole("button", { name: "打印预览" }).click();
    const preview = page.getByRole("dialog", { name: "审核意见" });
    await preview.getByText("审核结论（由审核人填写）").first().waitFor();
    if (shots) await page.screenshot({ path: `${shots}/preview-opinion.png` });
    await page.keyboard.press("Escape");
    await preview.waitFor({ state: "detached" });
    expect(screen.complaints).toEqual([]);
  });
});
