import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenBrowser, openBrowser, watchedPage, withPreferences } from "../renderer/browser.ts";
import { exampleDocument } from "../renderer/fake/document.ts";
import { type FakeServer, startFakeServer } from "../renderer/fake/server.ts";
import { tool } from "../support/tools.ts";
import { serious } from "./serious.ts";

const chromium = tool("chromium");
const face = join(import.meta.dirname, "../../dist/renderer");
const looks = [
  { lang: "zh", theme: "light", start: "示例" },
  { lang: "en", theme: "dark", start: "Examples" },
] as const;

describe.skipIf(!chromium.path)("the face, in both languages and palettes", () => {
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

  test.each(looks)(
    "$lang $theme: no serious accessibility finding, nothing blocked",
    { timeout: 240_000 },
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
      // In the dark all dialogs are looked at elsewhere.
      for (const key of theme === "light" ? ["F1", "Control+g", "Control+n"] : []) {
        await page.keyboard.press(key);
        await page.locator(".ant-modal-body").waitFor();
        await page.waitForTimeout(250);
        expect(await serious(page, { within: "[role=dialog]" }), key).toEqual([]);
        await page.keyboard.press("Escape");
        await page.locator(".ant-modal-body").waitFor({ state: "detached" });
      }
      await page.close();
      expect(complaints).toEqual([]);
    },
  );

  test("a request to another machine fails the test that made it, whatever else it looked at", async () => {
    const guarded = await openBrowser(chromium.path ?? "");
    const { page } = await watchedPage(guarded.context);
    await page.goto(server.url);
    await page.goto("http://pingheng.invalid/").catch(() => undefined);
    await expect(guarded.close()).rejects.toThrow("pingheng.invalid");
  });

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

  test("a file can be dropped on the window, and unsaved work is asked about before it is left", async () => {
    const { page, complaints } = await watchedPage(browser.context);
    await withPreferences(page, { lang: "zh", theme: "light", money: "wan" });
    await page.goto(server.url);
    await page.locator(".card").first().waitFor();
    const dropped = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "拖入.json", { type: "application/json" }));
      return data;
    }, JSON.stringify(exampleDocument));
    await page.locator(".drop").dispatchEvent("dragover", { dataTransfer: dropped });
    await page.getByText("松开鼠标，打开这个文件").waitFor();
    await page.locator(".drop").dispatchEvent("drop", { dataTransfer: dropped });
    await page.locator(".strip .light").first().waitFor();
    await page.keyboard.press("Alt+2");
    await page.locator('.field[data-path="components/flats/inputs/price"] input').fill("23456");
    await page.getByText("● 未保存").waitFor();
    expect(await page.title()).toContain("●");
    await page.getByRole("button", { name: "文件", exact: true }).click();
    await page.getByRole("menuitem", { name: "关闭模型" }).click();
    await page.getByRole("button", { name: "不保存" }).click();
    await page.getByRole("heading", { name: "最近打开" }).waitFor();
    await page.close();
    expect(complaints).toEqual([]);
  });

  test("a read-only model says why, and nothing in it can be changed", async () => {
    const { page, complaints } = await watchedPage(browser.context);
    await withPreferences(page, { lang: "zh", theme: "light", money: "wan" });
    await page.goto(server.url);
    await page.getByRole("button", { name: /封存/ }).click();
    await page.getByText("只读：文件已封存").waitFor();
    const enabled =
      'input:not([disabled]):not([type="search"]), textarea:not([disabled]), button[role="switch"]:not([disabled])';
    for (const name of ["测算项", "计算期与阶段", "参与主体", "测算口径", "自定义行"]) {
      await page.locator(".nav-entry").filter({ hasText: name }).click();
      await page.waitForTimeout(150);
      const inputs = page
        .locator(".content")
        .locator(`.field-control :is(${enabled}), .editor :is(${enabled}), .rename:not([disabled])`);
      expect(await inputs.count(), name).toBe(0);
    }
    await page.locator(".nav-entry").filter({ hasText: "测算项" }).click();
    for (const name of ["添加", "复制", "删除"])
      expect(await page.getByRole("button", { name, exact: true }).first().isDisabled(), name).toBe(true);
    await page.close();
    expect(complaints).toEqual([]);
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
