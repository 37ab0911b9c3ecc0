import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bidOf, tenderDocument } from "../analysis/bids/support.ts";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");
const NET = { included: false };
const bidder = "PLANTEDSECRETWORD 运营公司";

const inFours = (bytes: Uint8Array) =>
  `sha256: ${(createHash("sha256").update(bytes).digest("hex").match(/.{4}/g) ?? []).join(" ")}`;

/** A key is made, a bid is sealed to it and opened, all on screen. */
describe.skipIf(!chromium.path)("a sealed bid on screen", () => {
  let screen: Screen;
  let product: Screen["product"];
  let page: Page;

  beforeAll(async () => {
    screen = await openScreen();
    ({ page, product } = screen);
    page.setDefaultTimeout(60_000);
  }, 120_000);
  afterAll(() => screen?.close());

  const at = (name: string) => join(product.folder, name);
  const dialog = () => page.getByRole("dialog");
  const toBids = () => page.locator(".nav-entry", { hasText: "比选" }).click();
  const openFile = async (path: string) => {
    const picking = page.waitForEvent("filechooser");
    await page.keyboard.press("Control+o");
    await (await picking).setFiles(path);
    // The file before it stays on screen until this one is read.
    await page.locator(".model-name", { hasText: basename(path, ".json") }).waitFor();
    await toBids();
  };
  const kept = async (press: () => Promise<void>, name: string) => {
    const [download] = await Promise.all([page.waitForEvent("download") as Promise<Download>, press()]);
    await download.saveAs(at(name));
    return at(name);
  };
  const pressed = (name: string) => () => dialog().getByRole("button", { name, exact: true }).click();

  test("opens with the key of the tender, and its opening stands among the revisions", {
    timeout: 120_000,
  }, async () => {
    writeFileSync(at("tender.json"), JSON.stringify(tenderDocument({}, {}, [])));
    await openFile(at("tender.json"));
    const form = await kept(() => page.getByRole("button", { name: "下载报价文件" }).click(), "form.json");
    await page.getByRole("button", { name: "密封报价" }).click();
    await pressed("生成密钥")();
    const fingerprint = await dialog().locator("code").first().innerText();
    const key = await kept(pressed("下载公钥文件"), "key.json");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Shift+s");
    await dialog().getByRole("textbox").fill(at("tender.pingheng"));
    await pressed("保存")();
    await dialog().waitFor({ state: "detached" });
    const document = JSON.parse(readFileSync(form, "utf8"));
    const { id: _own, ...offer } = bidOf("bid", { bidder, fee: { amounts: "100", vat: NET } });
    document.bids[0] = { ...document.bids[0], ...offer };
    writeFileSync(at("bid.json"), JSON.stringify(document));
    await openFile(at("bid.json"));
    await page.getByRole("button", { name: "密封报价" }).click();
    await dialog().locator("input[type=file]").setInputFiles(key);
    await dialog().getByText("密封给公钥").waitFor();
    expect(await dialog().locator("code").last().innerText()).toBe(fingerprint);
    const sealed = await kept(pressed("下载密封的报价"), "a.bid");
    expect(readFileSync(sealed).includes(bidder)).toBe(false);
    await page.keyboard.press("Escape");
    // The tender is opened again from where it was saved; without a name nobody opens a bid.
    await page.locator(".header").getByRole("button", { name: "文件" }).click();
    await page.getByRole("menuitem", { name: "关闭" }).click();
    await page.locator(".recent-file").filter({ hasText: "tender.pingheng" }).first().click();
    await page.locator(".model-name", { hasText: "tender" }).waitFor();
    await toBids();
    const take = () => page.locator('input[type=file][aria-label="导入报价"]').setInputFiles(sealed);
    await take();
    await page.getByText("须写明由谁开启").waitFor();
    await page.getByRole("button", { name: "密封报价" }).click();
    await dialog().getByLabel("署名").fill("张三");
    await dialog().getByLabel("署名").press("Enter");
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    await take();
    await page.locator(".bids-matrix thead", { hasText: bidder }).waitFor();
    await page.locator(".nav-entry", { hasText: "版本" }).click();
    const entered = page.locator("[data-act]", { hasText: "由 张三 开启密封报价，摘要" });
    await entered.waitFor();
    expect(await entered.locator("code").innerText()).toBe(inFours(readFileSync(sealed)));
    // A note that says the same is shown as what somebody typed.
    await page.keyboard.press("Control+s");
    await page.locator(".unsaved").waitFor({ state: "detached" });
    const typed = `由 张三 开启密封报价，摘要 ${inFours(readFileSync(key))}`;
    await page.getByLabel("说明", { exact: true }).fill(typed);
    await page.getByRole("button", { name: "封存", exact: true }).click();
    await page.locator(".seal-line", { hasText: `说明“${typed}”` }).waitFor();
    expect(await page.locator("[data-act]").count()).toBe(1);
    if (process.env["PINGHENG_SHOTS"]) {
      await page.screenshot({ path: `${process.env["PINGHENG_SHOTS"]}/opened.png` });
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.screenshot({ path: `${process.env["PINGHENG_SHOTS"]}/opened-1440.png` });
    }
  });
});
