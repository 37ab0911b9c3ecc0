import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");
const PLAN = join(import.meta.dirname, "../../examples/rebuild.json");

/** The implementing entity asks what would make its plan balance. */
describe.skipIf(!chromium.path)("levers on screen", () => {
  let screen: Screen;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    screen = await openScreen(PLAN);
    ({ page, complaints } = screen);
    await page.getByText("杠杆与敏感性", { exact: true }).click();
    await page.locator(".lever-table tbody tr").first().waitFor({ timeout: 60_000 });
  }, 120_000);
  afterAll(async () => {
    await screen?.close();
  });

  test("a slider moved past its tick turns the light, without touching the plan", { timeout: 120_000 }, async () => {
    const row = page.locator(".lever-table tbody tr").filter({ hasText: "预期售价" }).first();
    await row.getByRole("button", { name: "调整" }).click();
    const light = page.locator('.lever-light[data-watch="B2"]');
    await expect.poll(() => light.getAttribute("data-state")).toBe("fail");
    await page.locator(".lever-flips .line-link").filter({ hasText: /^B2 ≥/u }).click();
    await expect.poll(() => light.getAttribute("data-state")).toBe("pass");
    const slider = page.getByRole("slider");
    await slider.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowLeft");
    await expect.poll(() => light.getAttribute("data-state")).toBe("fail");
    expect(await page.locator('[data-verdict="B2"]').first().getAttribute("data-state")).toBe("fail");
  });

  test("the break-even line of two inputs is drawn, with its table", { timeout: 120_000 }, async () => {
    await page.getByText("前沿", { exact: true }).click();
    await page.locator(".frontier-line").first().waitFor({ timeout: 60_000 });
    expect(await page.locator(".frontier-table tbody tr").count()).toBeGreaterThan(10);
    expect(complaints).toEqual([]);
  });
});
