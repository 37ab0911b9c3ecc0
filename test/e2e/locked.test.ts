import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shownUnder } from "../db/support/planted.ts";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");
const patience = { timeout: 120_000 };
const [passphrase, another] = ["浦江 horse 螺丝", "another passphrase"];
/** `PINGHENG_SHOTS` names a folder for pictures to look at. */
const shots = process.env["PINGHENG_SHOTS"];

/** A file is locked, closed, opened, and given another passphrase, all on screen. */
describe.skipIf(!chromium.path)("a locked file on screen", () => {
  let screen: Screen;
  let product: Screen["product"];
  let page: Page;
  let file: string;

  beforeAll(async () => {
    screen = await openScreen();
    ({ page, product } = screen);
    file = join(product.folder, "方案.pingheng");
  }, 120_000);
  afterAll(() => screen?.close());

  const menu = async (item: string) => {
    await page.locator(".header").getByRole("button", { name: "文件" }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  const dialog = () => page.getByRole("dialog");
  const press = (name: string) => dialog().getByRole("button", { name, exact: true }).click();
  const shot = async (name: string) => {
    if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
  };

  test("is locked with a passphrase typed twice, after it is said that a lost one is final", patience, async () => {
    await page.locator(".card").filter({ hasText: "插花" }).first().click();
    await page.locator(".nav-entry").filter({ hasText: "项目概况" }).click();
    await page.locator('[data-path="project/name"] input').fill("碧水青山项目部密");
    await menu("另存为");
    await dialog().getByRole("textbox").fill(file);
    await press("保存");
    await dialog().waitFor({ state: "detached" });
    expect(shownUnder(product.folder)).not.toEqual([]);
    await menu("口令加密");
    await dialog().getByText("没有后门").waitFor();
    await dialog().getByLabel("新口令（至少8个字符）").fill(passphrase);
    await dialog().getByLabel("再输一次新口令").fill(`${passphrase}!`);
    await dialog().getByText("两次输入的口令不同").waitFor();
    const lock = dialog().getByRole("button", { name: "加密", exact: true });
    expect(await lock.isDisabled()).toBe(true);
    await dialog().getByLabel("再输一次新口令").fill(passphrase);
    expect(await lock.isDisabled()).toBe(true);
    await dialog().getByText("我明白口令遗失后无法找回").click();
    await shot("lock-zh");
    await lock.click();
    await page.getByRole("img", { name: "已用口令加密" }).waitFor();
    expect(shownUnder(product.folder)).toEqual([]);
    await shot("locked-zh");
  });

  test(
    "asks for it when it is opened, says why another is refused, and goes on with what was typed",
    patience,
    async () => {
      await page.locator('[data-path="project/name"] input').fill("碧水青山项目部密 PLANTEDSECRETWORD");
      await page.locator(".unsaved").waitFor();
      await page.waitForTimeout(1000);
      expect(shownUnder(product.folder)).toEqual([]);
      await menu("关闭");
      await press("保存");
      await page.locator(".recent-file").filter({ hasText: "方案" }).first().click();
      await dialog().getByLabel("现在的口令").fill("wrong passphrase");
      await press("打开");
      await dialog().getByRole("alert").filter({ hasText: "口令不对" }).waitFor();
      await shot("refused-zh");
      await dialog().getByLabel("现在的口令").fill(passphrase);
      await press("打开");
      await page.getByRole("img", { name: "已用口令加密" }).waitFor();
      expect(shownUnder(product.folder)).toEqual([]);
    },
  );

  test("takes another passphrase, and is unlocked, against the one it has", patience, async () => {
    await menu("口令加密");
    await dialog().getByLabel("现在的口令").fill(another);
    await dialog().getByLabel("新口令（至少8个字符）").fill(another);
    await dialog().getByLabel("再输一次新口令").fill(another);
    await dialog().getByText("我明白口令遗失后无法找回").click();
    await press("更换口令");
    await dialog().getByRole("alert").filter({ hasText: "文件没有改动" }).waitFor();
    await dialog().getByLabel("现在的口令").fill(passphrase);
    await shot("change-zh");
    await press("更换口令");
    await dialog().waitFor({ state: "detached" });
    await menu("口令加密");
    await dialog().getByLabel("现在的口令").fill(another);
    await press("解除加密");
    await page.getByRole("img", { name: "已用口令加密" }).waitFor({ state: "detached" });
    expect(readFileSync(file).subarray(0, 15).toString()).toBe("SQLite format 3");
  });
});
