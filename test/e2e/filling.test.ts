import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenBrowser, openBrowser, watchedPage, withPreferences } from "../renderer/browser.ts";
import { tool } from "../support/tools.ts";
import { type ServedProduct, serveProduct } from "./host.ts";
import { shot } from "./shots.ts";

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

  async function opened() {
    const watched = await watchedPage(browser.context);
    await withPreferences(watched.page, { lang: "zh", theme: "light", money: "wan", negative: "paren" });
    await watched.page.goto(product.url);
    return watched;
  }

  const input = (page: Page) => page.locator(`.field[data-path="${PRICE}"] input`);
  const light = (page: Page, id: string, state: string) =>
    page.locator(`[data-verdict="${id}"][data-state="${state}"]`);

  test("counts what is missing, jumps to it by key, and is green only when it is complete", {
    timeout: 120_000,
  }, async () => {
    const { page, complaints } = await opened();
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
    await page.close();
  });

  test("a number that is not taken says why and which value holds; words, units and sums are read", {
    timeout: 120_000,
  }, async () => {
    const { page, complaints } = await opened();
    await page.locator("[data-verdict=B2]").waitFor();
    await page.keyboard.press("Alt+2");
    await page
      .locator(".item")
      .filter({ hasText: /增量住宅出售/ })
      .first()
      .click();
    const row = page.locator(`.field[data-path="${PRICE}"]`);
    const note = row.locator("[role=alert][data-refused]");
    for (const [typed, shown] of [
      ["两万五", "25,000"],
      ["25400元/㎡", "25,400"],
      ["=25400*1.02", "25,908"],
    ] as const) {
      await input(page).fill(typed);
      await input(page).blur();
      await expect.poll(() => input(page).inputValue()).toBe(shown);
      expect(await note.count()).toBe(0);
    }
    for (const [typed, why] of [
      ["3个月", "“个月”不是这一栏的单位"],
      ["50%", "不能填百分比"],
      ["12,5", "逗号没有把千位分开"],
      ["=A1*2", "请点旁边的 fx"],
      ["约两万", "读不成一个数"],
    ] as const) {
      await input(page).fill(typed);
      await input(page).blur();
      await expect.poll(() => note.innerText()).toContain(why);
      expect(await note.innerText()).toContain("现仍为 25,908 元/㎡");
      expect(await input(page).inputValue()).toBe(typed);
    }
    // A formula begun and given up leaves a number field, and the field cleared is missing in the model.
    await input(page).fill("25000");
    await row.getByRole("button", { name: "改用公式" }).click();
    await row.locator("textarea").fill("20000 CNY / (1 m2)");
    await row.locator("textarea").press("Enter");
    await row.getByRole("button", { name: "改回数值" }).click();
    await expect.poll(() => row.locator("textarea").count()).toBe(0);
    expect(await input(page).inputValue()).toBe("");
    await light(page, "B2", "none").waitFor();
    await input(page).fill("21000");
    await expect.poll(() => row.locator(".field-missing").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("values of the user's own projects stand beside the fields, each taken as assumed with a click", {
    timeout: 120_000,
  }, async () => {
    const { page, complaints } = await opened();
    await page.locator("[data-verdict=B2]").waitFor();
    const dialog = page.getByRole("dialog").filter({ visible: true });
    await page.keyboard.press("Control+k");
    await dialog.getByRole("combobox").fill("经验值库");
    await page.locator(".palette-list [role=option]").first().waitFor();
    await page.keyboard.press("Enter");
    await dialog.getByRole("button", { name: /^收入“/ }).click();
    await dialog.locator(".experience-projects tbody tr").waitFor();
    await shot(page, "experience-library");
    await page.keyboard.press("Escape");

    await page.keyboard.press("Control+n");
    await dialog.locator("#new-name").fill("新风里");
    await dialog.locator("#new-households").fill("800");
    await dialog.getByText("自己的项目").first().waitFor();
    await shot(page, "experience-new");
    await dialog.getByRole("button", { name: "建立模型" }).click();
    await page.getByText("引导填报").first().waitFor();
    await page.getByRole("button", { name: /卖什么、租什么/ }).click();
    const row = page.locator(`.field[data-path="${PRICE}"]`);
    const note = row.getByRole("button", { name: /^经验值/ });
    await input(page).fill("20000");
    await expect.poll(() => row.locator(".assumed").count()).toBe(0);
    expect(await note.innerText()).toMatch(/^经验值 [\d,.]+ 元\/㎡$/);
    await note.click();
    await page.locator(".experience-values").waitFor();
    await shot(page, "experience-values");
    await page.locator(".experience-values").getByRole("button", { name: "采用" }).click();
    await expect.poll(() => row.locator(".assumed").innerText()).toMatch(/来源：经验值：.+（\d{4}-\d{2}-\d{2} 收入）/);
    expect(await input(page).inputValue()).not.toBe("20,000");
    await page.keyboard.press("Control+z");
    await expect.poll(() => input(page).inputValue()).toBe("20,000");
    expect(complaints).toEqual([]);
  });
});
