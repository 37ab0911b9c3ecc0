import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { unexplained } from "./plain.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");
const PLAN = join(import.meta.dirname, "../../examples/rebuild.json");
/** A folder for pictures of the page, for whoever wants to look. */
const PICTURES = process.env["PINGHENG_PICTURES"];

/** The implementing entity asks what would make its plan balance, and keeps an answer. */
describe.skipIf(!chromium.path)("advice on screen", () => {
  let screen: Screen;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    screen = await openScreen(PLAN);
    ({ page, complaints } = screen);
    await page.locator('[data-verdict="B2"]').first().waitFor({ timeout: 60_000 });
    await page.getByText("顾问", { exact: true }).click();
  }, 120_000);
  afterAll(async () => {
    await screen?.close();
  });

  async function picture(name: string): Promise<void> {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }

  test("asks for what fails, with progress that can be stopped", { timeout: 120_000 }, async () => {
    await page.getByRole("button", { name: "求方案" }).click();
    await page.getByRole("button", { name: /取\s*消/u }).click();
    await page.getByText("分析已取消。").waitFor();
  });

  test("shows different plans as cards, with what each side bears", { timeout: 400_000 }, async () => {
    await page.getByRole("button", { name: "求方案" }).click();
    await page.locator(".advice-card").first().waitFor({ timeout: 360_000 });
    expect(await page.locator(".advice-card").count()).toBe(2);
    const first = page.locator(".advice-card").first();
    expect(await first.locator(".advice-changes li").count()).toBeGreaterThan(0);
    expect(await first.locator(".advice-effects tbody tr").count()).toBeGreaterThan(4);
    await picture("zh-light");
    expect(await unexplained(page)).toEqual([]);
  });

  test("a card is pinned as a scenario in which the verdicts are met", { timeout: 120_000 }, async () => {
    await page.locator(".advice-card").first().getByRole("button", { name: "存为情景" }).click();
    for (const id of ["B2", "B6"])
      await expect
        .poll(() => page.locator(`[data-verdict="${id}"]`).first().getAttribute("data-state"), { timeout: 60_000 })
        .toBe("pass");
    expect(complaints).toEqual([]);
  });
});
