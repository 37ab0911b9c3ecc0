import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";
import { serious } from "./serious.ts";

/** Somebody wants to know which program this is and what it is made of. */
describe.skipIf(tool("chromium").path === undefined)("about the program", () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await openScreen();
  });
  afterAll(() => screen?.close());

  test("version, commit and what it runs in are said", async () => {
    const { page } = screen;
    await page.getByRole("button", { name: "关于平衡" }).click();
    const dialog = page.getByRole("dialog", { name: "关于平衡" });
    await dialog.getByText(/^[0-9a-f]{40}/).waitFor();
    const text = await dialog.innerText();
    expect(text).toMatch(/版本\s+\d+\.\d+\.\d+/);
    expect(text).toMatch(/Node\.js 24\./);
    expect(await serious(page)).toEqual([]);
  });

  test("F1 opens the guide, whose pictures and links work without a network", async () => {
    const { page } = screen;
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("F1");
    const dialog = page.getByRole("dialog", { name: "使用指南" });
    await dialog.getByRole("heading", { name: "十分钟做出第一份平衡" }).waitFor();
    const broken = () =>
      dialog.locator("img").evaluateAll((all) => all.filter((one) => !(one as HTMLImageElement).naturalWidth).length);
    expect(await dialog.locator("img").count()).toBe(7);
    await expect.poll(broken).toBe(0);
    await dialog.getByRole("link", { name: "财政评审", exact: true }).click();
    await dialog.getByRole("heading", { name: "一次审核的次序" }).waitFor();
    for (const name of await dialog.locator("nav button").allInnerTexts()) {
      await dialog.getByRole("button", { name, exact: true }).click();
      await dialog.getByRole("heading", { level: 1, name, exact: true }).waitFor();
      expect(await dialog.locator("article").innerText()).not.toMatch(/\]\(|\*\*/);
    }
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "关于平衡" }).click();
  });

  test("all software by others is listed, each with the text of its licence", async () => {
    const { page } = screen;
    await page.getByRole("dialog").getByRole("button", { name: "开源许可" }).click();
    const dialog = page.getByRole("dialog", { name: "开源许可" });
    await dialog.getByText("better-sqlite3").waitFor();
    const names = await dialog.locator("summary strong").allInnerTexts();
    expect(names).toEqual(expect.arrayContaining(["react", "antd", "mathjs", "decimal.js", "highs", "zod"]));
    expect(names.length).toBeGreaterThan(60);
    expect(new Set(names).size).toBe(names.length);
    await dialog.locator("summary", { hasText: "mathjs" }).click();
    await dialog.getByText("Apache License").first().waitFor();
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(screen.complaints).toEqual([]);
  });
});
