import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenBrowser, openBrowser, watchedPage, withPreferences } from "../renderer/browser.ts";
import { tool } from "../support/tools.ts";
import { type ServedProduct, serveProduct } from "./host.ts";

const chromium = tool("chromium");
const PRICE = "components/flats/inputs/price";

/** What a clerk sees while a model is being filled in, and what stands beside the verdicts. */
describe.skipIf(!chromium.path)("a model that is being filled in", () => {
  let browser: OpenBrowser;
  let product: ServedProduct;

  beforeAll(async () => {
    browser = await openBrowser(chromium.path ?? "");
    product = await serveProduct("examples/rebuild.json");
  });
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const input = (page: Page) => page.locator(`.field[data-path="${PRICE}"] input`);
  const light = (page: Page, id: string, state: string) =>
    page.locator(`[data-verdict="${id}"][data-state="${state}"]`);

  test("counts what is missing, jumps to it by key, and is green only when it is complete", {
    timeout: 120_000,
  }, async () => {
    const { page, complaints } = await watchedPage(browser.context);
    await withPreferences(page, { lang: "zh", theme: "light", money: "wan", negative: "paren" });
    await page.goto(product.url);
    await light(page, "B2", "pass")
      .or(light(page, "B2", "fail"))
      .waitFor();
    await page.locator("[data-trust=clean]").waitFor();
    expect(await page.locator(".missing-bar").count()).toBe(0);

    await page.keyboard.press("Alt+2");
    await page
      .locator(".item")
      .filter({ hasText: /增量住宅出售/ })
      .first()
      .click();
    await input(page).fill("");
    await light(page, "B2", "none").waitFor();
    expect(await page.locator("[data-verdict=B2][data-state=pass]").count()).toBe(0);
    await page.locator(".missing-bar").getByText("还缺 1 项").waitFor();

    await page.keyboard.press("Alt+1");
    await page.keyboard.press("F8");
    await expect.poll(() => input(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await input(page).fill("21,000");
    await light(page, "B2", "pass")
      .or(light(page, "B2", "fail"))
      .waitFor();
    await expect.poll(() => page.locator(".missing-bar").count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
