import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openModelFile } from "../../db/model-file.ts";
import { accepted } from "../db/support/result.ts";
import { type OpenBrowser, openBrowser, watchedPage, withPreferences } from "../renderer/browser.ts";
import { tool } from "../support/tools.ts";
import { type ServedProduct, serveIn, serveProduct } from "./host.ts";

const chromium = tool("chromium");
const patience = { timeout: 120_000 };

/** What is typed and not saved, when the page is loaded again and when the host dies. */
describe.skipIf(!chromium.path)("unsaved work on screen", () => {
  let browser: OpenBrowser;
  let product: ServedProduct;
  let page: Page;
  let file: string;

  beforeAll(async () => {
    browser = await openBrowser(chromium.path ?? "");
    product = await serveProduct();
    file = join(product.folder, "方案.pingheng");
    ({ page } = await watchedPage(browser.context));
    await withPreferences(page, { lang: "zh", theme: "light", money: "wan", negative: "paren" });
    await page.goto(product.url);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const name = () => page.locator('[data-path="project/name"] input');
  const banner = () => page.locator(".standing-banner");
  const toProject = () => page.locator(".nav-entry").filter({ hasText: "项目概况" }).click();
  const shows = (value: string) => expect.poll(() => name().inputValue(), { timeout: 60_000 }).toBe(value);
  const rest = () => page.waitForTimeout(1000);

  /** The host is killed a second after the last letter, and started again with the same data folder. */
  async function restart(...args: readonly string[]): Promise<void> {
    await rest();
    await product.kill();
    product = await serveIn(product.folder, ...args);
    await page.goto("about:blank");
    await page.goto(product.url);
  }

  test("a page loaded again goes on where it was", patience, async () => {
    await page.locator(".card").filter({ hasText: "插花" }).first().click();
    await toProject();
    await name().fill("甲片区");
    await page.locator(".unsaved").waitFor();
    await page.reload();
    await toProject();
    await shows("甲片区");
    await page.locator(".unsaved").waitFor();
  });

  test("work that has no file is offered after the host died, and goes on with its undo", patience, async () => {
    await name().fill("乙片区");
    await restart();
    const kept = page.locator(".kept .recent-file");
    await kept.getByText("起，最后改动").waitFor();
    await kept.click();
    await toProject();
    await shows("乙片区");
    await page.keyboard.press("Control+Z");
    await expect.poll(() => name().inputValue(), patience).not.toBe("乙片区");
    await page.keyboard.press("Control+Shift+Z");
    await shows("乙片区");
  });

  test(
    "a saved file holds the draft beside its revision, shows the revision, and offers the draft",
    patience,
    async () => {
      await page.keyboard.press("Control+Shift+S");
      await page.getByPlaceholder("/home/…/资金平衡方案.pingheng").fill(file);
      await page.keyboard.press("Enter");
      await page.locator(".unsaved").waitFor({ state: "detached" });
      await name().fill("丙片区");
      await restart(file);
      await banner().getByText("现在显示的是最后保存的版本").waitFor();
      await toProject();
      expect(await name().inputValue()).toBe("乙片区");
      expect(await name().isDisabled()).toBe(true);
      await page.getByRole("button", { name: "继续草稿" }).click();
      await shows("丙片区");
      await page.locator(".unsaved").waitFor();
      await page.keyboard.press("Control+S");
      await page.locator(".unsaved").waitFor({ state: "detached" });
      const saved = accepted(await openModelFile(file));
      expect(saved).toMatchObject({ draft: null });
      expect(saved.revisions).toHaveLength(2);
      expect(saved.revision.document).toContain("丙片区");
    },
  );

  test("a file opened read-only is not touched, and its copy is kept elsewhere", patience, async () => {
    await page.locator(".header").getByRole("button", { name: "文件" }).click();
    await page.locator(".ant-dropdown-menu-item").filter({ hasText: "关闭模型" }).click();
    const before = [readFileSync(file), statSync(file).mtimeMs] as const;
    await page.getByRole("button", { name: "以只读方式打开" }).click();
    await banner().getByText("以只读方式打开").waitFor();
    await page.getByRole("button", { name: "在副本上编辑" }).click();
    await banner().waitFor({ state: "detached" });
    await toProject();
    await name().fill("丁片区");
    await rest();
    expect(readFileSync(file).equals(before[0])).toBe(true);
    expect(statSync(file).mtimeMs).toBe(before[1]);
    await restart();
    await page.locator(".kept .recent-file").getByText("尚未保存到文件").waitFor();
  });
});
