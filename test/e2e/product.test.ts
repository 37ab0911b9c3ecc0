import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenBrowser, openBrowser, watchedPage, withPreferences } from "../renderer/browser.ts";
import { tool } from "../support/tools.ts";
import { type ServedProduct, serveProduct } from "./host.ts";

const chromium = tool("chromium");
const price = "components/flats/inputs/price";

const languages = [
  {
    lang: "zh",
    example: /全拆重建/,
    why: "怎么算",
    agree: "核对一致",
    saveAs: "文件路径",
    save: "保存",
    file: "文件",
    json: "下载为 JSON",
    close: "关闭模型",
    recent: /方案zh/,
    scenario: "情景",
    higher: /提高容积率/,
  },
  {
    lang: "en",
    example: /Demolition and rebuilding/,
    why: "Formula",
    agree: "Record and kernel agree",
    saveAs: "File path",
    save: "Save",
    file: "File",
    json: "Download as JSON",
    close: "Close model",
    recent: /方案en/,
    scenario: "Scenario",
    higher: /FAR raised/,
  },
] as const;

/** The whole product as `pingheng serve` gives it, driven like a person would. */
describe.skipIf(!chromium.path)("the product in Chromium", () => {
  let browser: OpenBrowser;
  let product: ServedProduct;

  beforeAll(async () => {
    browser = await openBrowser(chromium.path ?? "");
    product = await serveProduct();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const verdict = (page: Page, id: string) => page.locator(`[data-verdict="${id}"]`);
  const input = (page: Page) => page.locator(`.field[data-path="${price}"] input`);

  async function openExample(page: Page, example: RegExp): Promise<void> {
    await page.goto(product.url);
    await page.getByRole("button", { name: example }).first().click();
    await verdict(page, "B2").waitFor();
  }

  async function toPrice(page: Page): Promise<void> {
    await page.keyboard.press("Alt+2");
    await page
      .locator(".item")
      .filter({ hasText: "flats" })
      .or(page.locator(".item").filter({ hasText: /增量住宅出售|Sale of increment flats/ }))
      .first()
      .click();
    await input(page).waitFor();
  }

  /** One entry of the file menu; the menu has gone before the test goes on. */
  async function fromMenu(page: Page, menu: string, entry: string): Promise<void> {
    await page.getByRole("button", { name: menu, exact: true }).click();
    await page.getByRole("menuitem", { name: entry }).click();
    await page.getByRole("menuitem", { name: entry }).waitFor({ state: "hidden" });
  }

  test.each(languages)(
    "$lang: example, board, price, verdict, explanation, undo, save, open again",
    { timeout: 120_000 },
    async (words) => {
      const { page, complaints } = await watchedPage(browser.context);
      await withPreferences(page, { lang: words.lang, theme: "light", money: "wan", negative: "paren" });
      await openExample(page, words.example);
      await page.locator(".recharts-bar-rectangle").first().waitFor();
      await page.locator(".sankey-link").first().waitFor();

      await toPrice(page);
      await input(page).fill("12,000");
      await page.locator('[data-verdict="B2"][data-state="fail"]').waitFor();
      await page.keyboard.press("Alt+1");
      await page.locator(".sankey-link.gap").waitFor();
      await toPrice(page);
      // Longer than one burst of typing, which would be one undo step.
      await page.waitForTimeout(1600);
      await input(page).fill("27,500");
      await page.locator('[data-verdict="B2"][data-state="pass"]').waitFor();

      await verdict(page, "B2").click();
      const drawer = page.locator(".explain-drawer");
      await drawer.getByText(words.why, { exact: true }).waitFor();
      await drawer.getByText(words.agree).waitFor();
      await drawer.locator(".terms .line-link").first().click();
      await expect.poll(() => drawer.locator(".trail").count()).toBe(1);

      await input(page).focus();
      await page.keyboard.press("Control+z");
      await page.locator('[data-verdict="B2"][data-state="fail"]').waitFor();
      await expect.poll(async () => (await input(page).inputValue()).replaceAll(",", "")).toBe("12000");
      await page.keyboard.press("Control+Shift+z");
      await page.locator('[data-verdict="B2"][data-state="pass"]').waitFor();

      const path = join(product.folder, `方案${words.lang}.pingheng`);
      await page.keyboard.press("Control+s");
      await page.getByRole("textbox", { name: words.saveAs }).fill(path);
      await page.locator(".ant-modal").getByRole("button", { name: words.save, exact: true }).click();
      await expect.poll(() => page.locator(".unsaved").count(), { timeout: 15_000 }).toBe(0);
      expect(readFileSync(path).subarray(0, 15).toString("latin1")).toBe("SQLite format 3");

      const download = page.waitForEvent("download");
      await fromMenu(page, words.file, words.json);
      const saved = JSON.parse(readFileSync(await (await download).path(), "utf8"));
      const flats = saved.components.find((component: { readonly id: string }) => component.id === "flats");
      expect(flats.inputs.price).toBe("27500");

      await fromMenu(page, words.file, words.close);
      await page.getByRole("button", { name: words.recent }).click();
      await verdict(page, "B2").waitFor();
      await toPrice(page);
      expect((await input(page).inputValue()).replaceAll(",", "")).toBe("27500");
      await page.close();
      expect(complaints).toEqual([]);
    },
  );

  test("a scenario shows its differences, and editing writes into it alone", async () => {
    const words = languages[0];
    const { page, complaints } = await watchedPage(browser.context);
    await withPreferences(page, { lang: "zh", theme: "light", money: "wan", negative: "paren" });
    await openExample(page, words.example);
    await page.getByRole("combobox", { name: words.scenario }).click();
    await page.getByTitle(words.higher).last().click();
    await page.locator(".scenario-bar").waitFor();
    await toPrice(page);
    const base = await input(page).inputValue();
    await input(page).fill("25000");
    await page.locator(`.field.patched[data-path="${price}"]`).waitFor();
    await page.getByRole("button", { name: "查看差异" }).click();
    await page.locator(".changes").getByText("25,000 元/㎡").waitFor();
    await page.getByRole("button", { name: "回到基准" }).click();
    await toPrice(page);
    expect(await input(page).inputValue()).toBe(base);
    await page.close();
    expect(complaints).toEqual([]);
  });

  test("goal seek finds the price that balances, and applying it balances", { timeout: 180_000 }, async () => {
    const { page, complaints } = await watchedPage(browser.context);
    await withPreferences(page, { lang: "zh", theme: "light", money: "wan", negative: "paren" });
    await openExample(page, languages[0].example);
    await toPrice(page);
    await page.locator(`.field[data-path="${price}"]`).getByRole("button", { name: "倒算这个数" }).click();
    await page.getByRole("button", { name: "开始倒算" }).click();
    await page.getByText("复核达标").first().waitFor({ timeout: 150_000 });
    await page.getByRole("button", { name: "采用", exact: true }).first().click();
    await page.locator('[data-verdict="B2"][data-state="pass"]').waitFor();
    await page.close();
    expect(complaints).toEqual([]);
  });

  test("every standard table and the cash of every side is drawn, and a number of them is explained", {
    timeout: 180_000,
  }, async () => {
    const { page, complaints } = await watchedPage(browser.context);
    await withPreferences(page, { lang: "zh", theme: "light", money: "wan", negative: "paren" });
    await openExample(page, languages[0].example);
    await page.keyboard.press("Alt+5");
    await page.locator(".grid-row").first().waitFor();
    const items = page.locator(".item");
    const count = await items.count();
    expect(count).toBeGreaterThan(15);
    for (let index = 0; index < count; index += 1) {
      await items.nth(index).click();
      const shown = page.locator(".grid-frame:not(.stale) .grid-row").first();
      const sentence = page.locator(".empty-statement");
      await shown.or(sentence).first().waitFor();
      // A table of which nothing is to be seen says so, and has its rows all the same.
      if (await sentence.isVisible()) await sentence.getByRole("button", { name: "仍显示各行" }).click();
      await shown.waitFor();
      expect(await page.locator(".ant-alert-error").count(), `table ${index}`).toBe(0);
    }
    await page.getByRole("button", { name: "财务计划现金流量表" }).click();
    await page.locator('.grid-frame:not(.stale) [data-row="0"] [data-column="2"]').click();
    await page.locator(".explain-drawer").getByText("核对一致").waitFor();
    await page.close();
    expect(complaints).toEqual([]);
  });

  test("a damaged file and one that is no model are refused in words, and nothing else breaks", async () => {
    const { page } = await watchedPage(browser.context);
    await withPreferences(page, { lang: "zh", theme: "light" });
    await page.goto(product.url);
    for (const [name, bytes] of [
      ["坏.json", "{ not json"],
      ["别的.json", '{"hello": 1}'],
      ["坏.pingheng", "SQLite format 3 but not really"],
    ] as const) {
      const file = join(product.folder, name);
      writeFileSync(file, bytes);
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "打开文件" }).click();
      await (await chooser).setFiles(file);
      const notice = page.locator(".ant-notification-notice").last();
      await notice.waitFor();
      expect(await notice.innerText()).toMatch(/[一-鿿]/u);
      await notice.locator(".ant-notification-notice-close").click();
      await notice.waitFor({ state: "detached" });
    }
    await page.getByRole("button", { name: languages[0].example }).first().click();
    await verdict(page, "B2").waitFor();
    await page.close();
  });
});
