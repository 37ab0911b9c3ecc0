import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeModel } from "../../app/files/write.ts";
import { computedOnce } from "../../app/revisions/computed.ts";
import { sealFile } from "../../app/revisions/seal.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";
import { partsOf, tablesIn, wordsIn } from "../app/exports/plan/docx.ts";
import { smallDocument } from "../app/fixtures/small.ts";
import { type OpenBrowser, openBrowser, watchedPage, withPreferences } from "../renderer/browser.ts";
import { tool } from "../support/tools.ts";
import { type ServedProduct, serveProduct } from "./host.ts";
import { Keyboard } from "./keyboard.ts";
import { enterFace } from "./screen.ts";
import { shot } from "./shots.ts";

const chromium = tool("chromium");
const REASON = "高于近期同期限贷款";
const REMARK = "请补充贷款意向书";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** A plan as it is handed in: saved by somebody else, sealed and signed. @returns the end of its chain, as printed on the paper */
async function handedIn(path: string, keys: string): Promise<string> {
  const { document } = value(parseDocument(smallDocument(), mechanisms));
  const saving = { now: new Date("2026-03-04T05:06:07Z"), writtenBy: "test", author: "张三" };
  value(await writeModel(path, { document, computed: () => computedOnce(document), ...saving }));
  const seal = { by: "张三", note: "送审稿", now: new Date("2026-03-04T06:00:00Z"), keys: { folder: keys } };
  return value(await sealFile(path, seal)).chain;
}

/** 审核人, without a mouse: from somebody else's file to the opinion. */
describe.skipIf(!chromium.path)("a reviewer's day by the keyboard", () => {
  const folder = mkdtempSync(join(tmpdir(), "pingheng-reviewer-"));
  const plan = join(folder, "送审.pingheng");
  let browser: OpenBrowser;
  let product: ServedProduct;
  let page: Page;
  let keys: Keyboard;
  let complaints: string[];
  let chain = "";

  beforeAll(async () => {
    chain = await handedIn(plan, join(folder, "keys"));
    browser = await openBrowser(chromium.path ?? "");
    product = await serveProduct();
    ({ page, complaints } = await watchedPage(browser.context));
    keys = await Keyboard.of(page);
    await withPreferences(page, { lang: "zh", theme: "light", money: "yuan", negative: "minus" });
    await enterFace(page, product.url);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const gone = (selector: string) => page.locator(selector).waitFor({ state: "detached" });
  const look = (name: string) => shot(page, `reviewer-${name}`);

  /** What can be proven is read before anything is touched; then a copy is worked on. */
  async function verify(): Promise<void> {
    const chooser = page.waitForEvent("filechooser");
    await keys.press("Control+o");
    await (await chooser).setFiles(plan);
    await page.locator(".held [data-said]").first().waitFor();
    const said = (await page.locator(".held [data-said]").allInnerTexts()).join("\n");
    for (const part of ["版本链完好：1 个版本，2 条记录", "有有效签名", "全部复算一致"]) expect(said).toContain(part);
    expect(await page.locator(".held [data-said=bad]").count()).toBe(0);
    await look("held");
    // What is to be decided first is the first thing the cursor meets.
    await expect.poll(() => keys.at()).not.toBe("");
    await keys.press("Tab");
    expect(await keys.at()).toBe("在副本上工作");
    await keys.press("Enter");
    await gone(".held");
    await keys.open(/^版本/u);
    await keys.until(/^报送文本上印的版本链末尾/u);
    await keys.type(chain);
    await keys.press("Tab", "Enter");
    await page.getByText("与所填的版本链末尾一致。").waitFor();
  }

  /** A figure says why; Escape gives the cursor back to it, from inside the explanation too. */
  async function askWhy(): Promise<void> {
    await keys.press("Alt+1");
    await keys.toPage();
    await keys.until(/^计算说明 B6/u);
    const figure = await keys.at();
    await keys.press("Enter");
    const drawer = page.locator(".explain-drawer");
    await drawer.getByText("怎么算", { exact: true }).waitFor();
    await keys.press("F6");
    expect(await keys.at()).toBe("收起");
    await keys.until(/^财务净现值/u);
    await look("why");
    await keys.press("Escape");
    await drawer.locator(".explain").waitFor({ state: "hidden" });
    expect(await keys.at()).toBe(figure);
  }

  async function remark(): Promise<void> {
    await keys.open(/^审查/u);
    await keys.until(/^批注$/u);
    // The same button of the next finding, and back.
    await keys.press("ArrowDown");
    expect(await keys.at()).toBe("批注");
    await keys.press("ArrowUp", "Enter");
    await keys.until(/^批注内容$/u);
    await keys.type(REMARK);
    await keys.press("Tab");
    await keys.type("王审");
    await look("remark");
    await keys.press("Enter");
    await gone(".ant-modal");
    await expect.poll(() => keys.at()).toBe("批注 1");
  }

  async function determine(): Promise<void> {
    await keys.press("Alt+2");
    await keys.toPage();
    await keys.until(/^工程按计划/u);
    await keys.until(/按资本金比例筹资/u, "ArrowDown");
    await keys.press("Enter");
    await page.locator('.field[data-path="components/capital/inputs/rate"]').waitFor();
    await keys.until(/^年利率.*批注、审定/u);
    await keys.press("Enter");
    await keys.until(/^审定数$/u);
    await keys.type("4");
    await keys.until(/^理由$/u);
    await keys.type(REASON);
    await look("audit");
    await keys.press("Enter");
    await gone(".ant-modal");
    await expect.poll(() => keys.at()).toMatch(/^年利率.*批注、审定、压力 1$/u);
  }

  const amounts = async (column: string): Promise<ReadonlyMap<string, number>> => {
    const rows = await page.locator(".audit-amounts tbody tr").all();
    const read = rows.map(async (row) => {
      const text = await row.locator(`td[data-column=${column}]`).innerText();
      const fen = Math.round(Number(text.replaceAll(",", "").replace("−", "-")) * 100);
      return [(await row.getAttribute("data-row")) ?? "", fen] as const;
    });
    return new Map(await Promise.all(read));
  };

  /** 送审|审定|核增|核减 adds up to the fen, down every column and across the total. */
  async function compare(): Promise<number> {
    await keys.open(/^审查/u);
    await keys.choose(/^审核内容$/u, /^审定/u);
    await page.locator(".audit-amounts tbody tr").first().waitFor();
    await keys.choose(/^所列的行$/u, /^全部$/u);
    const [before, after, increase, decrease] = await Promise.all(
      ["before", "after", "increase", "decrease"].map(amounts),
    );
    for (const rows of [before, after] as ReadonlyMap<string, number>[]) {
      const numbers = [...rows.keys()];
      const leaves = numbers.filter((no) => no !== "4" && !numbers.some((other) => other.startsWith(`${no}.`)));
      expect(leaves.reduce((sum, no) => sum + (rows.get(no) ?? Number.NaN), 0)).toBe(rows.get("4"));
    }
    const total = (rows: ReadonlyMap<string, number> | undefined) => rows?.get("4") ?? Number.NaN;
    expect(total(increase) - total(decrease)).toBe(total(after) - total(before));
    expect(total(decrease)).toBeGreaterThan(0);
    await look("amounts");
    await keys.toPage();
    await keys.choose(/^审核内容$/u, /^审核意见$/u);
    const opinion = page.getByLabel("审核意见全文");
    await opinion.waitFor();
    const text = await opinion.inputValue();
    for (const part of [REMARK, REASON, "审核结论：____"]) expect(text).toContain(part);
    await look("opinion");
    return total(decrease);
  }

  async function save(): Promise<void> {
    await keys.press("Control+s");
    await page.getByRole("textbox", { name: "文件路径" }).waitFor();
    await keys.until(/^文件路径$/u);
    await keys.press("Control+a");
    await keys.type(join(folder, "审核.pingheng"));
    await keys.press("Enter");
    await gone(".unsaved");
    await gone(".ant-modal");
    expect(readFileSync(join(folder, "审核.pingheng")).subarray(0, 15).toString("latin1")).toBe("SQLite format 3");
  }

  async function exported(): Promise<string> {
    await keys.press("Control+k");
    await page.locator(".ant-modal").waitFor();
    await keys.type("导出 Excel");
    await page.locator(".ant-modal [aria-selected=true]").filter({ hasText: "导出" }).waitFor();
    await keys.press("Enter");
    await page.getByRole("dialog").getByText("整个测算（公式可重算）").waitFor();
    await keys.until(/^整个测算/u);
    await keys.until(/^审核意见$/u, "ArrowDown");
    await look("export");
    await keys.until(/^导出$/u);
    const [download] = await Promise.all([page.waitForEvent("download"), keys.press("Enter")]);
    expect(download.suggestedFilename()).toBe("审核-审核意见.docx");
    const path = join(folder, "opinion.docx");
    await download.saveAs(path);
    return partsOf(readFileSync(path)).get("word/document.xml") ?? "";
  }

  test("goes from somebody else's file to the opinion in Word", { timeout: 300_000 }, async () => {
    await verify();
    await askWhy();
    await remark();
    await determine();
    const cut = await compare();
    await save();
    const body = await exported();
    for (const part of [REMARK, REASON]) expect(wordsIn(body)).toContain(part);
    const fen = (text = "") => Math.round(Number(text.replaceAll(",", "")) * 100);
    const totals = tablesIn(body).flatMap((rows) => rows.filter(([no, , ...rest]) => no === "4" && rest.length === 4));
    expect(totals.map((row) => fen(row[5]))).toEqual([cut]);
    expect(await keys.pointed()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
