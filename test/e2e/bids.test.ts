import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bidOf, tenderDocument } from "../analysis/bids/support.ts";
import { tool } from "../support/tools.ts";
import { unexplained } from "./plain.ts";
import { openScreen, type Screen } from "./screen.ts";
import { serious } from "./serious.ts";

const chromium = tool("chromium");
/** A folder to leave pictures in, for whoever wants to look at them. */
const PICTURES = process.env["PINGHENG_PICTURES"];
const NET = { included: false };
const SIZE = { width: 1280, height: 720 };

/** Twelve bids on one notice. */
function twelve(): unknown {
  const bids = Array.from({ length: 12 }, (_, i) =>
    bidOf(`B${i + 1}`, {
      bidder: `第${i + 1}运营公司`,
      fee: { amounts: String(1_000_000 + i * 10_000), vat: NET },
      shares: [{ id: "s", of: "all", rate: "0.05" }],
      capital: [{ id: "c", year: 0, amount: "3000000", vat: NET, ...(i % 2 === 0 ? { evidence: "资信证明" } : {}) }],
    }),
  );
  return tenderDocument({}, {}, bids);
}

describe.skipIf(!chromium.path)("bids on screen", () => {
  let screen: Screen;
  let page: Page;
  let complaints: string[];
  const folder = mkdtempSync(join(tmpdir(), "pingheng-bids-"));

  beforeAll(async () => {
    const file = join(folder, "twelve.json");
    writeFileSync(file, JSON.stringify(twelve()));
    screen = await openScreen(file, { negative: "minus" });
    ({ page, complaints } = screen);
    await page.setViewportSize(SIZE);
    await page.locator(".nav-entry", { hasText: "比选" }).click();
    await page.locator(".bids-matrix tbody .figure").first().waitFor({ timeout: 60_000 });
  }, 180_000);
  afterAll(async () => {
    await screen?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const look = async (name: string) => {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `bids-${name}.png`) });
  };

  test("twelve stand side by side; names of rows and heads stay while the rest scrolls", async () => {
    expect(await page.locator(".bids-matrix thead th").count()).toBe(14);
    await look("compare");
    expect(await unexplained(page)).toEqual([]);
    const row = page.locator(".bids-matrix tbody tr.strong", { hasText: "对业主净现值" });
    const before = await row.locator("th").boundingBox();
    await page.locator(".bids-frame").evaluate((frame) => frame.scrollTo(frame.scrollWidth, 0));
    expect((await row.locator("th").boundingBox())?.x).toBe(before?.x);
    await expect.poll(() => page.locator(".bids-matrix thead th").last().isVisible()).toBe(true);
    const last = await page.locator(".bids-matrix thead th").last().boundingBox();
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(SIZE.width);
    await look("scrolled");
    expect(await serious(page)).toEqual([]);
  });

  test("a figure says why, and a fee that is typed is compared anew", async () => {
    await page.locator(".bids-frame").evaluate((frame) => frame.scrollTo(0, 0));
    const npv = page.locator(".bids-matrix tbody tr.strong", { hasText: "对业主净现值" }).locator(".figure").first();
    await npv.click();
    await page.getByText("业主承担事项扣除").first().waitFor({ timeout: 30_000 });
    await page.keyboard.press("Escape");
    const was = await npv.textContent();
    await page.locator(".bids-tabs").getByText("报价", { exact: true }).click();
    const fee = page.getByRole("textbox", { name: "固定费用（每年）" });
    await fee.fill("1:2000000 2:2000000");
    await fee.press("Enter");
    await look("offer");
    await page.locator(".bids-tabs").getByText("并列比较", { exact: true }).click();
    await expect.poll(() => npv.textContent(), { timeout: 30_000 }).not.toBe(was);
    await page.getByRole("button", { name: /^撤销/ }).click();
    await expect.poll(() => npv.textContent(), { timeout: 30_000 }).toBe(was);
  });

  test("the award sheet is closed, and the evaluation says what it wants", async () => {
    await page.locator(".bids-tabs").getByText("定标表", { exact: true }).click();
    await page.getByText("评标表锁定之前，定标表不开放。").waitFor();
    await page.locator(".bids-tabs").getByText("评标表", { exact: true }).click();
    await page.getByText("锁定前还缺").waitFor();
    expect(await page.getByRole("button", { name: "锁定评标表" }).isDisabled()).toBe(true);
    await look("evaluation");
    await page.locator(".bids-tabs").getByText("招标文件", { exact: true }).click();
    await page.getByText("主要条件").waitFor();
    await look("notice");
    expect(await serious(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
