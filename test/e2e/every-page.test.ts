import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenBrowser, openBrowser, watchedPage, withPreferences } from "../renderer/browser.ts";
import { tool } from "../support/tools.ts";
import { type ServedProduct, serveProduct } from "./host.ts";
import { serious } from "./serious.ts";

const chromium = tool("chromium");
const PLAN = join(import.meta.dirname, "../../examples/rebuild.json");
/** A folder to leave a picture of every page in, for whoever wants to look at them. */
const PICTURES = process.env["PINGHENG_PICTURES"];
const LOOKS = [
  { lang: "zh", theme: "light" },
  { lang: "en", theme: "dark" },
] as const;
/** A key of the language files that nobody worded. */
const KEY = /\b(setting|page|field|board|item|lead|simulate|advise|levers|review|portfolio)\.[a-z]+[a-zA-Z.]*\b/;
/** A label of the navigation that takes two lines pushes all others down. */
const ONE_LINE_PX = 26;

/** Parts of a page that show only when a row is opened. Whether there were any. */
async function openedParts(page: Page): Promise<boolean> {
  if ((await page.locator(".lever-target").count()) === 0) return false;
  await page.locator(".lever-table tbody tr button[aria-expanded]").first().click({ timeout: 90_000 });
  await page.getByRole("slider").waitFor();
  return true;
}

describe.skipIf(!chromium.path)("every page of an open model", () => {
  let browser: OpenBrowser;
  let product: ServedProduct;

  beforeAll(async () => {
    browser = await openBrowser(chromium.path ?? "");
    product = await serveProduct(PLAN);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  test.each(LOOKS)(
    "$lang $theme: nothing serious for accessibility, blocked, untranslated or wider than the window",
    { timeout: 300_000 },
    async ({ lang, theme }) => {
      const { page, complaints } = await watchedPage(browser.context);
      await withPreferences(page, { lang, theme, money: "wan", negative: "red" });
      await page.goto(product.url);
      await page.locator(".strip .light").first().waitFor();
      const entries = page.locator(".nav-entry");
      const found: string[] = [];
      for (const index of Array(await entries.count()).keys()) {
        const entry = entries.nth(index);
        const name = (await entry.locator(".grow").textContent()) ?? "";
        const height = (await entry.locator(".grow").boundingBox())?.height ?? 0;
        if (height > ONE_LINE_PX) found.push(`${name}: its label takes more than a line`);
        await entry.click();
        await page.waitForTimeout(400);
        if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${lang}-${index}.png`) });
        found.push(...(await serious(page)).map((one) => `${name}: ${one}`));
        if (await openedParts(page)) found.push(...(await serious(page)).map((one) => `${name}, opened: ${one}`));
        const [key] = KEY.exec(await page.locator(".content").innerText()) ?? [];
        if (key !== undefined) found.push(`${name}: ${key} is not worded`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (over > 0) found.push(`${name}: ${over} px wider than the window`);
      }
      await page.close();
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});
