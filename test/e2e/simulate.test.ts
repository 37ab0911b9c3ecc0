import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { unexplained } from "./plain.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");
const PLAN = join(import.meta.dirname, "../../examples/rebuild.json");
const SLOW = { timeout: 120_000 };

/** The implementing entity asks how sure its plan is. */
describe.skipIf(!chromium.path)("simulation on screen", () => {
  let screen: Screen;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    screen = await openScreen(PLAN);
    ({ page, complaints } = screen);
    await page.getByRole("button", { name: /^模拟/u }).click();
  }, 120_000);
  afterAll(async () => {
    await screen?.close();
  });

  const start = () => page.getByRole("button", { name: "开始模拟" }).click();
  const oddsOf = (verdict: string) => page.locator(`[data-odds="${verdict}"] .odds-value`).textContent();

  test("a thousand draws say how likely B2 is, and the book of record agrees", SLOW, async () => {
    await start();
    await page.locator('[data-draws="1000"]').waitFor({ timeout: 60_000 });
    expect(await oddsOf("B1")).toBe("100.0%");
    // As it stands the plan misses B2: some draws meet it, most do not.
    expect(Number.parseFloat((await oddsOf("B2")) ?? "")).toBeLessThan(10);
    expect(await page.locator(".fan-median").first().getAttribute("points")).not.toBe("");
    await page.getByText(/经记账引擎重算，一致/u).waitFor({ timeout: 60_000 });
    expect(await unexplained(page)).toEqual([]);
  });

  test("the same seed says the same again", SLOW, async () => {
    const before = await page.locator(".odds-table").textContent();
    await start();
    await page.locator(".lever-progress").waitFor();
    await page.locator(".lever-progress").waitFor({ state: "detached", timeout: 60_000 });
    // What the book of record has looked at is said beside the odds once it is through.
    await page.getByText(/经记账引擎重算，一致/u).waitFor({ timeout: 60_000 });
    await page.locator(".odds-table").getByText("复核中").first().waitFor({ state: "detached", timeout: 60_000 });
    expect(await page.locator(".odds-table").textContent()).toBe(before);
  });

  test("draws are shown while they come, and stop when told", SLOW, async () => {
    await page.getByRole("combobox", { name: "抽样次数" }).click();
    await page.getByText("50,000 次").click();
    await start();
    await page.locator(".simulation-so-far").waitFor({ timeout: 60_000 });
    await page.locator(".fan-outer").first().waitFor();
    await page.locator(".lever-progress").getByRole("button", { name: "取消" }).click();
    await page.getByText("分析已取消。").waitFor();
    expect(await page.locator(".lever-progress").count()).toBe(0);
  });

  test("a range taken over is marked as suggested until it is confirmed", SLOW, async () => {
    await page.locator(".page-head").getByText("不确定性", { exact: true }).click();
    const rows = page.locator(".uncertain");
    const before = await rows.count();
    await page.getByText("建议区间", { exact: true }).click();
    await page.locator(".suggestions li").first().getByRole("button").click();
    await expect.poll(() => rows.count()).toBe(before + 1);
    const added = rows.last();
    await added.getByText("建议，未确认").waitFor();
    await added.getByRole("button", { name: "确认" }).click();
    await expect.poll(() => added.getByText("建议，未确认").count()).toBe(0);
    // Bounds the wrong way round are said at their place.
    const high = added.getByLabel(/上限$/u);
    await high.fill("-1");
    await high.press("Enter");
    await added.locator(".uncertain-problem").first().waitFor();
    expect(complaints).toEqual([]);
  });
});
