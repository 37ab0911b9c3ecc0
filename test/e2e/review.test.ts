import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import rebuild from "../../examples/rebuild.json" with { type: "json" };
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");

/** What the reviewer of the finance bureau sees of a plan whose approved grant was left without its approval. */
describe.skipIf(!chromium.path)("the review on screen", () => {
  let screen: Screen;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    const file = join(process.env["TMPDIR"] ?? "/tmp", `pingheng-review-${process.pid}.json`);
    writeFileSync(file, JSON.stringify({ ...rebuild, records: rebuild.records.slice(1) }));
    screen = await openScreen(file);
    ({ page, complaints } = screen);
    await page.locator(".review-count").first().waitFor();
  }, 120_000);
  afterAll(async () => {
    await screen?.close();
  });

  test("the board counts what stands against the plan, and each number opens its findings", {
    timeout: 120_000,
  }, async () => {
    const reject = page.locator('.review-count[data-severity="R"]');
    const count = Number(await reject.locator("strong").textContent());
    expect(count).toBeGreaterThan(0);
    await reject.click();
    await expect.poll(() => page.locator('.finding.fails[data-severity="R"]').count()).toBe(count);
    expect(await page.locator(".finding").count()).toBe(count);
  });

  test("a finding shows its clause with law and number, is copied as an opinion, and leads to its place", {
    timeout: 120_000,
  }, async () => {
    await page.getByText("全部", { exact: true }).click();
    await page.getByText(/^符合 \d/u).click();
    const cited = page
      .locator(".finding")
      .filter({ has: page.locator(".clause") })
      .first();
    await cited.locator(".clause").hover();
    await page.locator(".ant-popover .clause-text .muted").first().waitFor();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await cited.getByRole("button", { name: "复制为审查意见" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^依据《.+》.*经审查：.+。$/u);
    await page.getByPlaceholder("搜索意见、条款、位置").fill("容积率");
    await expect.poll(() => page.locator(".finding").count()).toBeLessThan(10);
    const far = page.locator(".finding .line-link").filter({ hasText: "规划容积率" }).first();
    await far.click();
    await page.locator(".field.wanted").waitFor();
    expect(complaints).toEqual([]);
  });
});
