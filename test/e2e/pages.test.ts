import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenBrowser, openBrowser, watchedPage, withPreferences } from "../renderer/browser.ts";
import { type FakeServer, startFakeServer } from "../renderer/fake/server.ts";
import { tool } from "../support/tools.ts";

const chromium = tool("chromium");
const face = join(import.meta.dirname, "../../dist/renderer");
const pages = [
  "board",
  "lines",
  "scenarios",
  "components",
  "customLines",
  "project",
  "timeline",
  "parties",
  "plots",
  "records",
  "conventions",
] as const;
const looks = [
  { lang: "zh", theme: "light", start: "示例" },
  { lang: "en", theme: "dark", start: "Examples" },
] as const;

describe.skipIf(!chromium.path)("every page, in both languages and palettes", () => {
  let browser: OpenBrowser;
  let server: FakeServer;

  beforeAll(async () => {
    browser = await openBrowser(chromium.path ?? "");
    server = await startFakeServer(face);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function serious(page: Page): Promise<readonly string[]> {
    const { violations } = await new AxeBuilder({ page, axeSource: axe.source }).analyze();
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 200)}`),
      );
  }

  test.each(looks)(
    "$lang $theme: no serious accessibility finding, nothing blocked, nothing untranslated",
    async ({ lang, theme, start }) => {
      const { page, complaints } = await watchedPage(browser.context);
      await withPreferences(page, { lang, theme, money: "wan", negative: "red" });
      await page.goto(server.url);
      await page.getByRole("heading", { name: start }).waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe(lang === "zh" ? "zh-CN" : "en");
      expect(await page.locator("html").getAttribute("translate")).toBe("no");
      expect(await serious(page)).toEqual([]);
      await page.locator(".card").first().click();
      await page.locator(".strip .light").first().waitFor();
      for (const [index, name] of pages.entries()) {
        await page.locator(".nav-entry").nth(index).click();
        await page.waitForTimeout(250);
        expect(await serious(page), name).toEqual([]);
        const text = await page.locator(".content").innerText();
        expect(text, name).not.toMatch(/\b(setting|page|field|board|item|lead)\.[a-z]+[a-zA-Z.]*\b/);
      }
      for (const key of ["F1", "Control+g", "Control+n"]) {
        await page.keyboard.press(key);
        await page.locator(".ant-modal-body").waitFor();
        await page.waitForTimeout(250);
        expect(await serious(page), key).toEqual([]);
        await page.keyboard.press("Escape");
        await page.locator(".ant-modal-body").waitFor({ state: "detached" });
      }
      await page.close();
      expect(complaints).toEqual([]);
    },
  );

  test("without a token, and with a wrong one, the page says what to do", async () => {
    const { page } = await watchedPage(browser.context);
    await withPreferences(page, { lang: "zh" });
    await page.goto(server.url.replace(/#.*/, ""));
    await page.getByText("这个页面没有口令").waitFor();
    await page.goto(`${server.url.replace(/#.*/, "")}?again#token=wrong`);
    await page.getByText("后台拒绝了这个页面").waitFor();
    await page.close();
  });

  test("a damaged file is reported with its place, and the start page stays usable", async () => {
    const { page } = await watchedPage(browser.context);
    await withPreferences(page, { lang: "zh", theme: "light" });
    await page.goto(server.url);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "打开文件" }).click();
    await (await chooser).setFiles({
      name: "坏.json",
      mimeType: "application/json",
      buffer: Buffer.from("{ not json"),
    });
    await page.getByText("不是有效的模型文件").waitFor();
    await page.getByText("file.syntax 坏.json").waitFor();
    await page.locator(".card").first().click();
    await page.locator(".strip .light").first().waitFor();
    await page.close();
  });

  test("language, palette and units are kept over a reload", async () => {
    const { page } = await watchedPage(browser.context);
    await withPreferences(page, { lang: "zh", theme: "light" });
    await page.goto(server.url);
    await page.getByRole("button", { name: "English 切换到英文" }).click();
    await page.getByRole("button", { name: "Use dark colours" }).click();
    await page.getByRole("heading", { name: "Examples" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Examples" }).waitFor();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await page.close();
  });
});
