import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenBrowser, openBrowser, watchedPage, withPreferences } from "../renderer/browser.ts";
import { tool } from "../support/tools.ts";
import { cutFigures } from "./cut.ts";
import { type ServedProduct, serveProduct } from "./host.ts";
import { unexplained } from "./plain.ts";
import { enterFace } from "./screen.ts";
import { serious } from "./serious.ts";

const chromium = tool("chromium");
const PLAN = join(import.meta.dirname, "../../examples/rebuild.json");
/** A folder to leave a picture of every page in, for whoever wants to look at them. */
const PICTURES = process.env["PINGHENG_PICTURES"];
/** What a page is made of does not change with its colours: in the dark these are looked at, in the light everything. */
const LOOKS = [
  { lang: "zh", theme: "light", rules: undefined },
  {
    lang: "en",
    theme: "dark",
    rules: ["color-contrast", "button-name", "link-name", "label", "aria-input-field-name"],
  },
] as const;
/** A small screen at 150 % and at 100 %, in pixels of the page. */
const SIZES = [
  [853, 480],
  [1280, 720],
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
    "$lang $theme: nothing serious for accessibility, blocked, untranslated, wider than the window, or a figure without its why",
    { timeout: 300_000 },
    async ({ lang, theme, rules }) => {
      const looked = rules === undefined ? {} : { rules };
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
        found.push(...(await serious(page, looked)).map((one) => `${name}: ${one}`));
        if (await openedParts(page))
          found.push(...(await serious(page, { ...looked, within: "main" })).map((one) => `${name}, opened: ${one}`));
        found.push(...(await unexplained(page)).map((one) => `${name}: ${one}, which leads nowhere`));
        const [key] = KEY.exec(await page.locator(".content").innerText()) ?? [];
        if (key !== undefined) found.push(`${name}: ${key} is not worded`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (over > 0) found.push(`${name}: ${over} px wider than the window`);
      }
      // The list is needed: without it a page has plain text with digits.
      expect(await unexplained(page, {})).not.toEqual([]);
      await page.close();
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  test("dialogs in the dark theme have nothing serious either", { timeout: 300_000 }, async () => {
    const { page, complaints } = await watchedPage(browser.context);
    await withPreferences(page, { lang: "zh", theme: "dark", money: "wan", negative: "paren" });
    await enterFace(page, product.url);
    await page.locator(".strip .light").first().waitFor();
    const dialog = page.getByRole("dialog");
    const byKey = (key: string) => () => page.keyboard.press(key);
    const byPalette = (words: string) => async () => {
      await page.keyboard.press("Control+k");
      await dialog.getByRole("combobox").fill(words);
      await page.locator(".palette-list [role=option]").first().waitFor();
      await page.keyboard.press("Enter");
    };
    const onComponents = (open: () => Promise<void>) => async () => {
      await page.keyboard.press("Alt+2");
      await open();
    };
    const dialogs: readonly (readonly [name: string, open: () => Promise<void>])[] = [
      ["new model", byKey("Control+n")],
      ["palette", byKey("Control+k")],
      ["keys of the keyboard", byKey("F1")],
      ["preferences", byKey("Control+,")],
      ["goal seek", byKey("Control+g")],
      ["keys", byPalette("我的密钥")],
      ["own projects", byPalette("经验值库")],
      ["catalogue", onComponents(() => page.getByRole("button", { name: "添加", exact: true }).first().click())],
      ["rename", onComponents(() => page.locator(".id-button").first().click())],
    ];
    const found: string[] = [];
    for (const [name, open] of dialogs) {
      await open();
      const shown = dialog.filter({ visible: true });
      await shown.first().waitFor();
      await page.waitForTimeout(300);
      if (PICTURES !== undefined)
        await page.screenshot({ path: join(PICTURES, `dark-${name.replaceAll(" ", "-")}.png`) });
      found.push(...(await serious(page, { within: "[role=dialog]" })).map((one) => `${name}: ${one}`));
      await page.keyboard.press("Escape");
      await shown.first().waitFor({ state: "hidden" });
    }
    await page.keyboard.press("Control+f");
    await page.locator(".find-bar input").fill("售价");
    await page.waitForTimeout(300);
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, "dark-find.png") });
    found.push(...(await serious(page, { within: ".find-bar" })).map((one) => `find: ${one}`));
    await page.close();
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("no figure is cut in 元 at 100 % and 150 %, and every field of every component is drawn", {
    timeout: 300_000,
  }, async () => {
    const { page, complaints } = await watchedPage(browser.context);
    await withPreferences(page, { lang: "zh", theme: "light", money: "yuan", negative: "paren" });
    await enterFace(page, product.url);
    await page.locator(".strip .light").first().waitFor();
    const found: string[] = [];
    const look = async (name: string) => {
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height });
        await page.waitForTimeout(250);
        if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `yuan-${width}-${name}.png`) });
        found.push(...(await cutFigures(page)).map((one) => `${name}, ${width} × ${height}: ${one}`));
      }
    };
    await look("board");
    await page.keyboard.press("Alt+3");
    await page.locator(".grid .grid-cell").first().waitFor();
    await look("lines");
    await page.keyboard.press("Alt+5");
    await page.locator(".grid .grid-cell").first().waitFor();
    await look("statements");
    await page.keyboard.press("Alt+2");
    const items = page.locator(".items .item, .item");
    for (const index of Array(await items.count()).keys()) {
      await items.nth(index).click();
      await page.locator(".component .field").first().waitFor();
      const amiss = await page.locator(".component .field-problem, .component .cell-problem").count();
      if (amiss > 0) found.push(`inputs ${index}: ${amiss} problems at fields of the example`);
      await look(`inputs ${index}`);
    }
    await page.close();
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
