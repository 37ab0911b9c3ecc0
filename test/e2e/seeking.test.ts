import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");
const RATE = "components/loan/inputs/rate";
const EQUITY = "components/equity/inputs/schedule";

/** What the panel of goal seek can seek beside plain numbers: a rate that is one number throughout, and all values of a schedule at once. */
describe.skipIf(!chromium.path)("goal seek on screen", () => {
  const folder = mkdtempSync(join(tmpdir(), "seeking-"));
  let screen: Screen;
  let page: Page;

  beforeAll(async () => {
    const plan = join(folder, "infill.json");
    copyFileSync(join(import.meta.dirname, "../../examples/infill.json"), plan);
    screen = await openScreen(plan);
    ({ page } = screen);
    await page.locator("[data-verdict]").first().waitFor({ timeout: 60_000 });
    await page.keyboard.press("Alt+2");
  }, 120_000);
  afterAll(async () => {
    await screen?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const field = (path: string) => page.locator(`.field[data-path="${path}"]`);

  test("a rate that is one number throughout is sought from its field, and taken over", {
    timeout: 180_000,
  }, async () => {
    await page.getByText("开发贷款", { exact: true }).first().click();
    await field(RATE).getByRole("button", { name: "倒算这个数" }).click();
    await page.getByRole("button", { name: "开始倒算" }).click();
    // Above it stands the stretch of rates that hold; the row that can be taken over is where they end.
    const taken = page.getByRole("button", { name: "采用", exact: true });
    const root = page.locator(".roots tbody tr").filter({ has: taken });
    await root.waitFor({ timeout: 90_000 });
    // 355,921.68 元 to spare is what interest may cost more: by the command line up to 3.74655520252 %.
    expect(await root.locator("th").innerText()).toContain("3.7465552");
    await taken.click();
    await expect.poll(() => field(RATE).locator("input").first().inputValue()).toContain("3.7465552");
    expect(screen.complaints).toEqual([]);
  });

  test("all values of a schedule are sought by one factor, and taken over as a schedule", {
    timeout: 180_000,
  }, async () => {
    await page.getByText("股东资本金", { exact: true }).first().click();
    await field(EQUITY).getByRole("button", { name: "倒算这个数" }).click();
    await page.getByRole("button", { name: "开始倒算" }).waitFor();
    expect(await page.locator(".ant-modal").innerText()).toContain("各期同一倍数");
    expect(screen.complaints).toEqual([]);
  });
});
