import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { unexplained } from "./plain.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");

/** A clerk asks what the adverse plan costs, and by what. */
describe.skipIf(!chromium.path)("scenarios on screen", () => {
  let screen: Screen;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    screen = await openScreen("examples/rebuild.json", { money: "yuan", negative: "minus" });
    ({ page, complaints } = screen);
    await page.locator(".strip .light").first().waitFor();
    await page.keyboard.press("Alt+4");
    await page.locator(".compare").waitFor();
  }, 120_000);
  afterAll(async () => {
    await screen?.close();
  });

  const number = (text: string | null) => Number((text ?? "").replaceAll(",", "").replace("−", "-"));

  test("two scenarios stand side by side, and the effects in the table add up to their difference", {
    timeout: 120_000,
  }, async () => {
    await page.getByRole("button", { name: /^比\s?较$/ }).click();
    const bridge = page.locator(".bridge");
    await bridge.waitFor();
    expect(await page.locator(".side-by-side tbody tr").count()).toBeGreaterThan(15);
    const figures = (rows: string) => bridge.locator(`${rows} td:last-child [data-plain]`).allTextContents();
    const [before = "", ...effects] = await figures("tbody tr:not(.total)");
    const [sum = "", after = ""] = await figures("tr.total");
    const total = effects.reduce((all, share) => all + number(share), 0);
    expect(Math.abs(total - number(sum))).toBeLessThanOrEqual(effects.length);
    expect(Math.abs(number(before) + number(sum) - number(after))).toBeLessThanOrEqual(1);
    expect(await bridge.locator(".recharts-bar-rectangle").count()).toBe(effects.length + 2);
    expect(await unexplained(page)).toEqual([]);
  });

  test("a figure of the other scenario says why there, and of which scenario it is", { timeout: 120_000 }, async () => {
    const margins = page.locator(".side-by-side tr", { hasText: /^B3/ }).locator("td");
    const [here, there] = [margins.nth(0), margins.nth(1)];
    const value = await there.locator("[data-plain]").textContent();
    expect(await here.locator("[data-plain]").textContent()).not.toBe(value);
    await there.getByRole("button").click();
    const drawer = page.locator(".explain-drawer");
    const notice = drawer.locator("[data-scenario]");
    await expect.poll(() => drawer.locator(".explain-value [data-plain]").innerText()).toContain(value);
    expect(await notice.innerText()).toContain("提高容积率至 3.1");
    // A term is asked about in that scenario too, and so is the way back.
    await drawer.locator(".terms .line-link").first().click();
    await drawer.locator(".trail").waitFor();
    expect(await notice.count()).toBe(1);
    await drawer.getByRole("button", { name: "返回上一步" }).click();
    await expect.poll(() => drawer.locator(".explain-value [data-plain]").innerText()).toContain(value);
    await here.getByRole("button").click();
    await notice.waitFor({ state: "detached" });
    await drawer.getByRole("button", { name: "收起" }).click();
  });

  test("the stress set comes in one step, with why, and goes in one; each scenario shows its lights", {
    timeout: 120_000,
  }, async () => {
    const scenarios = page.locator("section.scenario");
    const before = await scenarios.count();
    await page.getByRole("button", { name: "生成标准压力组" }).click();
    await expect.poll(() => scenarios.count(), { timeout: 30_000 }).toBeGreaterThan(before + 8);
    const made = await scenarios.count();
    expect(await page.getByRole("textbox", { name: "理由" }).last().inputValue()).toContain("同时不利");
    await page.getByRole("button", { name: "计算各情景结论" }).click();
    await page.getByRole("button", { name: "计算各情景结论" }).waitFor({ timeout: 60_000 });
    await expect.poll(() => page.locator(".mini-lights").count(), { timeout: 60_000 }).toBe(made);
    await page.keyboard.press("Control+z");
    await expect.poll(() => scenarios.count()).toBe(before);
    expect(complaints).toEqual([]);
  });
});
