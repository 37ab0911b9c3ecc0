import { copyFileSync, readFileSync } from "node:fs";
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
  let copy: string;

  beforeAll(async () => {
    screen = await openScreen();
    ({ page, product } = screen);
    file = join(product.folder, "方案.pingheng");
    copy = join(product.folder, "副本.pingheng");
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
    copyFileSync(file, copy);
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

  test("a locked copy is merged once its passphrase is given", patience, async () => {
    await page.locator(".nav-entry").filter({ hasText: "版本" }).click();
    await page.getByRole("button", { name: "合并另一份…" }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "选择文件…" }).click();
    await (await chooser).setFiles(copy);
    const asked = dialog().filter({ hasText: "副本.pingheng" });
    const answer = async (word: string) => {
      await asked.getByLabel("现在的口令").fill(word);
      await asked.getByRole("button", { name: "打开", exact: true }).click();
    };
    await answer(another);
    await asked.getByRole("alert").filter({ hasText: "口令不对" }).waitFor();
    await shot("merge-asks-zh");
    await answer(passphrase);
    await page.getByText("取自另一份 0 处").waitFor();
    await shot("merge-zh");
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
  });

  test("a signing key is made, given a passphrase, and signs once that is typed", patience, async () => {
    await page.locator(".nav-entry").filter({ hasText: "版本" }).click();
    await page.getByRole("button", { name: "我的密钥…" }).click();
    const key = dialog().locator("[data-key=signing]");
    await key.getByRole("button", { name: "生成" }).click();
    await key.locator(".fingerprint").waitFor();
    await key.getByRole("button", { name: "加口令…" }).click();
    await key.getByLabel("新口令（至少8个字符）").fill(passphrase);
    await key.getByLabel("再输一次新口令").fill(passphrase);
    await shot("key-zh");
    await key.getByRole("button", { name: "继续" }).click();
    await key.getByRole("button", { name: "去掉口令" }).waitFor();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    await page.locator(".seal-panel").getByLabel("署名").fill("示例编制组");
    await page.keyboard.press("Tab");
    await page.locator(".seal-panel").getByRole("button", { name: "封存", exact: true }).click();
    await dialog().getByText("输入口令使用“签名密钥”").waitFor();
    await dialog().getByLabel("现在的口令").fill(another);
    await press("继续");
    await dialog().getByRole("alert").waitFor();
    await shot("key-refused-zh");
    await dialog().getByLabel("现在的口令").fill(passphrase);
    await press("继续");
    await page.locator("[data-sealed] .fingerprint").waitFor();
    await shot("sealed-zh");
  });
});
