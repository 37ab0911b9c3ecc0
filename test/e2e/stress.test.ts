import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { smallDocument } from "../app/fixtures/small.ts";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");

/** A reviewer tries the standard stress set and a size of his own over the plan, and the opinion states what he kept. */
describe.skipIf(!chromium.path)("stress of the review on screen", () => {
  let screen: Screen;
  let page: Page;

  beforeAll(async () => {
    const file = join(process.env["TMPDIR"] ?? "/tmp", `pingheng-stress-${process.pid}.json`);
    writeFileSync(file, JSON.stringify(smallDocument()));
    screen = await openScreen(file, { money: "yuan" });
    ({ page } = screen);
    page.setDefaultTimeout(60_000);
  }, 120_000);
  afterAll(() => screen?.close());

  test("each verdict of each stress; a size of one's own is kept and stated", { timeout: 120_000 }, async () => {
    await page.locator(".nav-entry", { hasText: "审查" }).click();
    await page.locator(".ant-segmented-item", { hasText: /^压力/u }).click();
    const rows = page.locator("tr[data-stress]");
    await rows.nth(1).waitFor();
    const row = page.locator('tr[data-stress="price_down"]');
    const before = await row.locator('[data-verdict="B2"]').innerText();
    const size = page.getByLabel("幅度：售价下降");
    expect(await size.inputValue()).toBe("-10");
    await size.fill("-25");
    await size.press("Enter");
    await page.getByRole("button", { name: "重新计算" }).click();
    await expect.poll(() => row.locator('[data-verdict="B2"]').innerText(), { timeout: 30_000 }).not.toBe(before);
    expect(await page.getByLabel("列入意见：售价下降").isChecked()).toBe(true);
    expect(await row.innerText()).toContain("−25 %");
    if (process.env["PINGHENG_SHOTS"]) await page.screenshot({ path: `${process.env["PINGHENG_SHOTS"]}/stress.png` });
    await page.locator(".ant-segmented-item", { hasText: "审核意见" }).click();
    await expect
      .poll(() => page.locator("textarea.opinion").inputValue(), { timeout: 30_000 })
      .toContain("销售单价变动 −25 %");
    expect(screen.complaints).toEqual([]);
  });
});
