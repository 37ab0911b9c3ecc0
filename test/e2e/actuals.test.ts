import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { unexplained } from "./plain.ts";
import { openScreen, type Screen } from "./screen.ts";
import { serious } from "./serious.ts";

const chromium = tool("chromium");
/** A folder to leave pictures in, for whoever wants to look at them. */
const PICTURES = process.env["PINGHENG_PICTURES"];
const SIZE = { width: 1280, height: 720 };
const TABLE = [
  "\t2026-Q1\t2026-Q2\t2026-Q3\t2026-Q4",
  "works.paid.above\t0\t0\t9,000,000\t30,000,000",
  "flats.receipt\t0\t\t0\t0",
].join("\n");

describe.skipIf(!chromium.path)("actuals on screen", () => {
  let screen: Screen;
  let page: Page;
  let complaints: string[];
  const folder = mkdtempSync(join(tmpdir(), "pingheng-actuals-"));

  const look = async (name: string) => {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `actuals-${name}.png`) });
  };
  const tab = (name: string) => page.locator(".page-head").getByText(name, { exact: true }).click();
  const rowOf = (name: string) => page.locator("[role=row]", { hasText: name });

  beforeAll(async () => {
    const file = join(folder, "plan.json");
    copyFileSync(new URL("../../examples/infill.json", import.meta.url), file);
    screen = await openScreen(file, { negative: "minus" });
    ({ page, complaints } = screen);
    await page.setViewportSize(SIZE);
    await page.locator(".nav-entry", { hasText: "实际与监测" }).click();
    await page.getByRole("button", { name: "去填报" }).waitFor({ timeout: 30_000 });
  }, 180_000);
  afterAll(async () => {
    await screen?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("an empty page leads to a table to paste; a mistake names its cell and takes nothing", async () => {
    await look("empty");
    await page.getByRole("button", { name: "去填报" }).click();
    const pasted = page.getByRole("textbox", { name: "粘贴的表格" });
    await pasted.fill(TABLE.replace("9,000,000", "9.000,000"));
    await page.getByRole("button", { name: /^试\s*读$/ }).click();
    await page.locator("[data-trouble='actuals.number']", { hasText: "D2" }).waitFor({ timeout: 30_000 });
    await look("mistake");
    await pasted.fill(TABLE);
    await page.getByRole("textbox", { name: "来源文件" }).fill("财务季报");
    await page.getByRole("textbox", { name: /^日期/ }).fill("2027-01-10");
    await page.getByRole("textbox", { name: "填报人" }).fill("张三");
    await page.getByRole("button", { name: /^导\s*入$/ }).click();
    await page.locator("[data-report]").waitFor({ timeout: 30_000 });
    expect(await page.locator("[data-report]").innerText()).toMatch(/财务季报\s+2027-01-10\s+张三\s+7/);
    await look("reports");
  }, 120_000);

  test("variance stands beside the plan once the month is closed; what is not reported says so", async () => {
    await tab("对照");
    const closed = page.getByRole("textbox", { name: "实际数截至月" });
    await closed.fill("2026-12");
    await closed.press("Enter");
    await page.getByText("已关账至 2026-Q4").waitFor({ timeout: 30_000 });
    await page.getByText("没有预测").first().waitFor({ timeout: 30_000 });
    await page.getByRole("combobox", { name: "余下各期" }).click();
    await page.getByTitle("按计划原数").click();
    await expect.poll(() => page.getByText("没有预测").count(), { timeout: 30_000 }).toBe(0);
    await expect.poll(() => rowOf("偏差").count(), { timeout: 30_000 }).toBeGreaterThan(0);
    await expect.poll(() => rowOf("未填报").count(), { timeout: 30_000 }).toBeGreaterThan(0);
    await page.locator(".actuals[aria-busy=false]").waitFor({ timeout: 30_000 });
    await look("compared");
    expect(await unexplained(page)).toEqual([]);
    expect(await serious(page)).toEqual([]);
    // Of the plan and of the forecast, which has no value while lines are unreported and says so.
    const sides = page.locator(".difference tr", { has: page.getByText("总投资", { exact: true }) }).locator("td");
    await sides.first().scrollIntoViewIfNeeded();
    await look("difference");
    const drawer = page.locator(".explain-drawer");
    const asked = drawer.locator(".explain-head code");
    await sides.nth(0).getByRole("button").click();
    await expect.poll(() => asked.innerText(), { timeout: 30_000 }).toBe("investment.total");
    await sides.nth(1).getByRole("button").click();
    await expect.poll(() => asked.innerText(), { timeout: 30_000 }).toBe("forecast:investment.total");
    await look("why");
    await drawer.getByRole("button", { name: "收起" }).click();
  }, 180_000);

  test("a cell says why, in the forecast; a year opens into its periods", async () => {
    await page.getByRole("textbox", { name: "查找行" }).fill("works.paid.above");
    await rowOf("偏差").last().locator("[role=gridcell]").first().click();
    await page.keyboard.press("Enter");
    await page.getByText("计划至今").first().waitFor({ timeout: 30_000 });
    await look("explained");
    await page.keyboard.press("Escape");
    await page.getByRole("combobox", { name: "年度" }).click();
    await page.getByTitle("2026", { exact: true }).click();
    await page.getByText("2026-Q3").first().waitFor({ timeout: 30_000 });
    await look("periods");
  }, 120_000);

  test("a figure typed in its cell replaces what was reported, and can be taken out again", async () => {
    await page.keyboard.press("Escape");
    const quarter = rowOf("实际").last().locator("[role=gridcell]").nth(2);
    await expect.poll(() => quarter.innerText()).toBe("900.00");
    await quarter.click();
    await page.locator(".grid").focus();
    await page.keyboard.press("7");
    const dialog = page.getByRole("dialog", { name: "填报一个数" });
    await dialog.getByText("已填报 900 万元（财务季报），填报后替换。").waitFor();
    await page.keyboard.type("50.25");
    await look("figure");
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => quarter.innerText(), { timeout: 30_000 }).toBe("750.25");
    await page.locator(".grid").focus();
    await page.keyboard.press("F2");
    await dialog.getByRole("button", { name: "删去此数" }).click();
    await expect.poll(() => quarter.innerText(), { timeout: 30_000 }).toBe("未填报");
    await page.keyboard.press("Control+z");
    await expect.poll(() => quarter.innerText(), { timeout: 30_000 }).toBe("750.25");
    await page.keyboard.press("Control+z");
    await expect.poll(() => quarter.innerText(), { timeout: 30_000 }).toBe("900.00");
  }, 180_000);

  test("the yearly sheet reads as printed, with its sources", async () => {
    await tab("年度监测表");
    await page.getByRole("heading", { name: "2026 年度监测表" }).waitFor({ timeout: 30_000 });
    await page.getByText("财务季报，2027-01-10，张三").waitFor();
    await look("sheet");
    expect(await serious(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }, 120_000);
});
