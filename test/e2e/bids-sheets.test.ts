import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noticeDocument } from "../../app/bids/import.ts";
import { openModelFile } from "../../db/model-file.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { okay } from "../analysis/bids/support.ts";
import { evaluatedTender, people } from "../app/support/tender.ts";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";
import { serious } from "./serious.ts";

const chromium = tool("chromium");
/** A folder to leave pictures in, for whoever wants to look at them. */
const PICTURES = process.env["PINGHENG_PICTURES"];
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
];
const patience = { timeout: 180_000 };
const BIDDERS = { A: "甲物业服务有限公司", B: "乙城市更新运营有限公司", C: "丙商业管理有限公司" };

/** 评定分离 on screen: the evaluation is locked, then the award opens, is filled in and locked. */
describe.skipIf(!chromium.path)("the sheets of a tender on screen", () => {
  let screen: Screen;
  let page: Page;
  let folder: string;
  let file: string;

  // Every test has a product, a file and a page of its own.
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "pingheng-sheets-"));
    const json = join(folder, "tender.json");
    file = join(folder, "tender.pingheng");
    writeFileSync(json, JSON.stringify(evaluatedTender({}, {}, BIDDERS)));
    screen = await openScreen(json);
    ({ page } = screen);
    page.setDefaultTimeout(60_000);
    await page.locator(".nav-entry", { hasText: "比选" }).click();
    await page.locator(".bids-matrix tbody .figure").first().waitFor();
  }, 180_000);
  afterEach(async () => {
    await screen?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const look = async (name: string) => {
    if (PICTURES === undefined) return;
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.waitForTimeout(200);
      await page.screenshot({ path: join(PICTURES, `sheets-${name}-${size.width}.png`) });
    }
    await page.setViewportSize({ width: 1280, height: 720 });
  };
  const dialog = () => page.getByRole("dialog");
  const tab = (name: string) => page.locator(".bids-tabs").getByText(name, { exact: true }).click();
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const field = (path: string) => page.locator(`[data-path="${path}"]`).locator("input, textarea").first();
  const choose = async (label: string, option: string) => {
    await page.getByRole("combobox", { name: label, exact: true }).click();
    await page.locator(".ant-select-item-option:visible", { hasText: option }).click();
  };
  const saveAs = async () => {
    await page.keyboard.press("Control+Shift+s");
    await dialog().getByRole("textbox").fill(file);
    await dialog().getByRole("button", { name: "保存", exact: true }).click();
    await dialog().waitFor({ state: "detached" });
  };
  const lockEvaluation = async () => {
    await saveAs();
    await tab("评标表");
    await page.getByLabel("锁定人").fill("张三");
    await button("锁定评标表").click();
    await page.getByText("由 张三 锁定").waitFor();
  };
  const tenderIn = async (path: string) => JSON.parse(okay(await openModelFile(path)).revision.document).tender;

  test("the award opens with the lock, is filled in, kept, and locked itself", patience, async () => {
    await tab("定标表");
    await page.getByText("评标表锁定之前，定标表不开放。").waitFor();
    await look("closed");
    await lockEvaluation();
    await page.getByText("与锁定时一致").waitFor();
    // Read aloud in fours, and the hash of the file all the same.
    const read = await page.locator(".bids .hash").innerText();
    expect(read).toMatch(/^sha256:( [0-9a-f]{4}){16}$/);
    expect(read.replaceAll(" ", "")).toBe((await tenderIn(file)).evaluation.locked.hash);
    await look("evaluation");
    expect(await serious(page)).toEqual([]);
    await tab("定标表");
    await page.getByText("锁定前还缺").waitFor();
    await look("award-open");
    await field("tender/award/date").fill("2026-03-03");
    await page.locator('[data-path="tender/award/winner"]').getByRole("combobox").click();
    // Who was not recommended cannot be chosen.
    expect(await page.locator(".ant-select-item-option:visible").allInnerTexts()).toEqual([BIDDERS.A, BIDDERS.B]);
    await page.locator(".ant-select-item-option:visible", { hasText: BIDDERS.B }).click();
    await field("tender/award/reason").fill("服务方案完整，费用与承诺均优于其他候选人");
    await field("tender/award/ground").fill("《招标投标法》第四十条第二款");
    for (const [index, { name }] of people.entries()) {
      await page
        .locator(".bids-sheet tr", { hasText: name })
        .getByRole("button", { name: `填写 ${name}` })
        .click();
      await choose(`投给 ${name}`, index < 3 ? BIDDERS.B : BIDDERS.A);
    }
    await expect.poll(() => page.getByText("锁定前还缺").count(), { timeout: 30_000 }).toBe(0);
    await look("award-filled");
    expect(await serious(page)).toEqual([]);
    // Saved before it is locked, it is kept as it is.
    await page.keyboard.press("Control+s");
    await expect.poll(async () => (await tenderIn(file)).award.votes?.length, { timeout: 30_000 }).toBe(people.length);
    await page.reload();
    await page.locator(".nav-entry", { hasText: "比选" }).click();
    await tab("定标表");
    await expect.poll(() => field("tender/award/reason").inputValue()).toBe("服务方案完整，费用与承诺均优于其他候选人");
    await page.getByLabel("锁定人").fill("李四");
    await button("锁定定标表").click();
    await page.getByText("由 李四 锁定").waitFor();
    await look("award-locked");
    const { evaluation, award } = await tenderIn(file);
    expect(evaluation.locked).toMatchObject({ by: "张三", hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
    expect(award).toMatchObject({
      date: "2026-03-03",
      winner: "B",
      reason: "服务方案完整，费用与承诺均优于其他候选人",
      ground: "《招标投标法》第四十条第二款",
      locked: { by: "李四" },
    });
    expect(award.votes.map(({ bid }: { bid: string }) => bid)).toEqual(["B", "B", "B", "A", "A"]);
    expect(screen.complaints).toEqual([]);
  });

  test("a locked evaluation is not changed: by hand, by undo, by a bid that comes late", patience, async () => {
    await tab("评标表");
    const comment = field("tender/evaluation/rows/A/comment");
    await comment.fill("各项要求均符合");
    await comment.press("Tab");
    await lockEvaluation();
    const refusal = page.getByText("评标表已锁定：招标文件、基准、报价与评审意见不能再改");
    for (const path of ["tender/evaluation/rows/A/comment", "tender/evaluation/date"])
      expect(await field(path).isDisabled(), path).toBe(true);
    await page.getByRole("button", { name: /^撤销/ }).click();
    await refusal.first().waitFor();
    await look("refused");
    expect(await comment.inputValue()).toBe("各项要求均符合");
    await page.getByText("与锁定时一致").waitFor();
    await tab("报价");
    expect(await page.getByRole("textbox", { name: "固定费用（每年）" }).isDisabled()).toBe(true);
    expect(await button("添加报价").isDisabled()).toBe(true);
    await look("offer-locked");
    const locked = okay(await openModelFile(file));
    const { document } = okay(parseDocument(JSON.parse(locked.revision.document), mechanisms));
    const form = JSON.parse(JSON.stringify(okay(noticeDocument(document))));
    form.bids[0].bidder = "迟到公司";
    const late = join(folder, "late.json");
    writeFileSync(late, JSON.stringify(form));
    await page.locator(".ant-notification-notice-close").click();
    await refusal.waitFor({ state: "detached" });
    await page.locator('input[type=file][aria-label="导入报价"]').setInputFiles(late);
    await refusal.first().waitFor();
    expect(await page.getByText("迟到公司").count()).toBe(0);
    await page.keyboard.press("Control+s");
    const stored = okay(await openModelFile(file));
    const { tender, bids } = JSON.parse(stored.revision.document);
    expect(tender.evaluation.rows[0].comment).toBe("各项要求均符合");
    expect(bids).toHaveLength(3);
    // Nothing was written after the lock.
    expect(stored.entries).toEqual(locked.entries);
  });
});
