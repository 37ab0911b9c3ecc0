import { createReadStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";

const chromium = tool("chromium");

describe.skipIf(!chromium.path)("attachments on screen", () => {
  let screen: Screen;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    screen = await openScreen("examples/rebuild.json");
    ({ page, complaints } = screen);
    await page.locator(".nav-entry").filter({ hasText: "事项记录" }).waitFor();
  }, 120_000);
  afterAll(async () => {
    await screen?.close();
  });

  test("a scan is attached to a record, saved as a copy as it was, and taken away by undo", {
    timeout: 120_000,
  }, async () => {
    const scan = Buffer.from("%PDF-1.7 表决结果");
    const path = join(screen.product.folder, "表决结果.pdf");
    writeFileSync(path, scan);
    await page.locator(".nav-entry").filter({ hasText: "事项记录" }).click();
    await page.locator(".item").filter({ hasText: "业主改建表决" }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "添加附件" }).click();
    await (await chooser).setFiles(path);
    const row = page.locator(".attached-file");
    await row.getByText("表决结果.pdf").waitFor();
    await row.getByText("1 KB").waitFor();
    const download = page.waitForEvent("download");
    await row.getByRole("button", { name: "另存副本：表决结果.pdf" }).click();
    const copy = await download;
    expect(copy.suggestedFilename()).toBe("表决结果.pdf");
    expect((await buffer(createReadStream(await copy.path()))).equals(scan)).toBe(true);
    await row.getByRole("button", { name: "移除附件：表决结果.pdf" }).click();
    await row.waitFor({ state: "detached" });
    await page.keyboard.press("Control+Z");
    await row.waitFor();
    expect(complaints).toEqual([]);
  });
});
