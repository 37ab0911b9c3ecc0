import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");
const PLAN = join(import.meta.dirname, "../../examples/infill.json");

/** What the works may cost for the plan to balance, and on which papers that hangs. */
describe.skipIf(!chromium.path)("goal seek on screen", () => {
  let screen: Screen;

  beforeAll(async () => {
    screen = await openScreen(PLAN);
  }, 120_000);
  afterAll(async () => {
    await screen?.close();
  });

  const ask = async (input: RegExp, until: RegExp, bounds: readonly [string, string]): Promise<void> => {
    const { page } = screen;
    await page.getByRole("button", { name: "倒算", exact: true }).click();
    const dialog = page.locator(".ant-modal");
    await dialog.waitFor();
    await dialog.getByRole("combobox", { name: "求哪个输入" }).fill(input.source);
    await page.locator(".ant-select-item-option").filter({ hasText: input }).first().click();
    await dialog.getByRole("combobox", { name: "使哪个指标或结论" }).fill(until.source);
    await page.locator(".ant-select-item-option").filter({ hasText: until }).first().click();
    await dialog.getByLabel("下限").fill(bounds[0]);
    await dialog.getByLabel("上限").fill(bounds[1]);
    await dialog.getByRole("button", { name: "开始倒算" }).click();
  };

  test("each part of the values says how it answers, and on which papers", { timeout: 240_000 }, async () => {
    const { page } = screen;
    await ask(/above · 单价/u, /B2/u, ["3000", "3300"]);
    const paper = page.locator('.roots tr[data-state="paper"]');
    await paper.first().waitFor({ timeout: 180_000 });
    expect(await paper.locator(".solve-points li").allTextContents()).toEqual([
      expect.stringContaining("投资估算批复"),
    ]);
    expect(await paper.getByText("尚待文件").count()).toBe(1);
    // The part that is clean, and its end where the balance is just met.
    const clean = page.locator('.roots tr[data-state="clean"]');
    expect(await clean.count()).toBe(2);
    expect(await clean.locator(".solve-points").count()).toBe(0);
    if (process.env["PINGHENG_SHOTS"])
      await page.screenshot({ path: `${process.env["PINGHENG_SHOTS"]}/solve.png`, fullPage: true });
    expect(screen.complaints).toEqual([]);
  });
});
