import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { unexplained } from "./plain.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");

/** Somebody who coordinates three projects opens the example, asks for starts, and takes them. */
describe.skipIf(!chromium.path)("a portfolio on screen", () => {
  let screen: Screen;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    screen = await openScreen(undefined, { negative: "minus" });
    ({ page, complaints } = screen);
    await page.getByRole("button", { name: /长短结合组合/ }).click();
    await page.locator(".folio-members tbody tr").first().waitFor({ timeout: 60_000 });
  }, 120_000);
  afterAll(async () => {
    await screen?.close();
  });

  const number = (text: string | null) => Number((text ?? "").replaceAll(/[^\d.−-]/g, "").replace("−", "-"));
  const foot = (row: number) => page.locator(".folio-members tfoot tr").nth(row).locator("td .figure").first();

  test("each project stands by itself, and beside the sum of their needs what they need together", async () => {
    expect(await page.locator(".folio-members tbody tr").count()).toBe(3);
    const alone = await page.locator(".folio-members tbody tr td:nth-child(5) .figure").allTextContents();
    const sum = alone.reduce((total, text) => total + number(text), 0);
    expect(Math.abs(number(await foot(0).textContent()) - sum)).toBeLessThan(0.05);
    expect(number(await foot(1).textContent())).toBeLessThanOrEqual(sum + 0.05);
    expect(await unexplained(page)).toEqual([]);
  });

  test("a number of the pool says what it rests on", async () => {
    await foot(1).click();
    await page.locator(".drawer, .explain").first().waitFor();
    await page.getByText("合并累计现金(不含期初)").first().waitFor({ timeout: 30_000 });
    await page.keyboard.press("Escape");
  });

  test("starts that fit are found, taken in one step, and undone in one", { timeout: 120_000 }, async () => {
    const months = page.getByRole("spinbutton", { name: "移动月数 插花更新" });
    expect(await months.inputValue()).toBe("0");
    expect(await page.locator(".folio-budgets td.bad").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "求开工安排" }).click();
    await page.getByRole("button", { name: /^采\s?用$/ }).click({ timeout: 60_000 });
    await expect.poll(() => months.inputValue()).toBe("18");
    await expect.poll(() => page.locator(".folio-budgets td.bad").count(), { timeout: 60_000 }).toBe(0);
    await page.keyboard.press("Control+z");
    await expect.poll(() => months.inputValue()).toBe("0");
    expect(complaints).toEqual([]);
  });
});
