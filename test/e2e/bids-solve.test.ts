import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bidOf, tenderDocument } from "../analysis/bids/support.ts";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";
import { serious } from "./serious.ts";

const chromium = tool("chromium");
/** A folder to leave pictures in, for whoever wants to look at them. */
const PICTURES = process.env["PINGHENG_PICTURES"];
const patience = { timeout: 180_000 };
const NET = { included: false };

const later = Object.fromEntries([3, 4, 5, 6, 7, 8, 9, 10].map((year) => [year, "0"]));

/** A earns 300万 and spends 100万 a year for ten years on 1,000万 put in at the base date; B says nothing of itself. */
const tender = () =>
  tenderDocument({ feeLeast: "600000" }, {}, [
    bidOf("A", {
      bidder: "甲物业服务有限公司",
      fee: { amounts: "1000000", vat: NET },
      own: {
        revenues: [{ id: "all", amounts: "3000000" }],
        costs: [{ id: "cost", amounts: "1000000" }],
        investments: [{ id: "i", year: 0, amount: "10000000" }],
      },
    }),
    bidOf("B", {
      bidder: "乙城市更新运营有限公司",
      fee: { amounts: { 1: "500000", 2: "600000", ...later }, vat: NET },
    }),
  ]);

/** Present value of 1 a year over ten years. */
const annuity = (rate: number) => (1 - (1 + rate) ** -10) / rate;

describe.skipIf(!chromium.path)("what a bidder must ask, on screen", () => {
  let screen: Screen;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "pingheng-bid-solve-"));
    const file = join(folder, "tender.json");
    writeFileSync(file, JSON.stringify(tender()));
    screen = await openScreen(file);
    ({ page } = screen);
    page.setDefaultTimeout(60_000);
    await page.locator(".nav-entry", { hasText: "比选" }).click();
    await page.locator(".bids-matrix tbody .figure").first().waitFor();
  }, 180_000);
  afterAll(async () => {
    await screen?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const dialog = () => page.getByRole("dialog");
  const look = async (name: string) => {
    if (PICTURES === undefined) return;
    for (const size of [
      { width: 1440, height: 900 },
      { width: 1280, height: 720 },
    ]) {
      await page.setViewportSize(size);
      await page.waitForTimeout(200);
      await page.screenshot({ path: join(PICTURES, `solve-${name}-${size.width}.png`) });
    }
  };
  const choose = async (label: string, option: string) => {
    await dialog().getByRole("combobox", { name: label, exact: true }).click();
    await page.locator(".ant-select-item-option:visible").getByText(option, { exact: true }).click();
  };
  const close = async () => {
    await dialog().getByRole("button", { name: "关闭", exact: true }).last().click();
    await dialog().waitFor({ state: "detached" });
  };
  const start = () => dialog().getByRole("button", { name: "开始倒算" }).click();
  /** Ranges that answer stand above the values at which the answer turns. */
  const turn = async () => {
    await dialog().locator(".roots").waitFor();
    return Number.parseFloat((await dialog().locator(".roots th.figure").last().innerText()).replaceAll(",", ""));
  };

  test("the fee that gives the bidder its value, or the least the notice asks", patience, async () => {
    await page.getByRole("button", { name: "倒算 甲物业服务有限公司" }).click();
    await choose("求报价的哪一项", "固定费用（每年）");
    await choose("使该报价的哪项结果", "投标人净现值（招标折现率）");
    await start();
    // (300 − 100 − fee) × annuity = 1,000, in 万元.
    expect(await turn()).toBeCloseTo(200 - 1000 / annuity(0.05), 3);
    await dialog().getByText("复核达标").first().waitFor();
    await look("npv");
    expect(await serious(page)).toEqual([]);
    await choose("使该报价的哪项结果", "固定费用高于下限");
    expect(await dialog().getByLabel("目标值").count()).toBe(0);
    await start();
    await expect.poll(turn, { timeout: 60_000 }).toBe(60);
    // It is somebody else's bid: nothing is taken over, kept as a scenario, or changed.
    for (const name of ["采用", "存为情景"]) expect(await dialog().getByRole("button", { name }).count()).toBe(0);
    await close();
    expect(await page.locator(".unsaved").count()).toBe(0);
    expect(screen.complaints).toEqual([]);
  });

  test("a fee by year is asked for year by year; what the bidder did not say is the answer", patience, async () => {
    await page.locator(".bids-tabs").getByText("报价", { exact: true }).click();
    await page.getByRole("combobox", { name: "报价" }).click();
    await page.locator(".ant-select-item-option:visible", { hasText: "乙城市更新运营有限公司" }).click();
    await page.getByRole("button", { name: "倒算 乙城市更新运营有限公司" }).click();
    await dialog().getByRole("combobox", { name: "求报价的哪一项", exact: true }).click();
    const offered = await page.locator(".ant-select-item-option:visible").allInnerTexts();
    expect(offered.slice(0, 2)).toEqual(["固定费用（每年） · 第1年", "固定费用（每年） · 第2年"]);
    await page.locator(".ant-select-item-option:visible", { hasText: "第2年" }).click();
    await choose("使该报价的哪项结果", "投标人净现值（招标折现率）");
    await start();
    await dialog().getByRole("alert").filter({ hasText: "投标人未提供" }).waitFor();
    await look("own-missing");
    await choose("使该报价的哪项结果", "对业主净现值");
    await dialog().getByLabel("目标值").fill("100");
    await start();
    // 500,000 in year 1 and the fee of year 2, at 5 %, are worth 100万.
    expect(await turn()).toBeCloseTo((100 - 50 / 1.05) * 1.05 ** 2, 2);
    await close();
  });

  test("is stopped while it works, and starts again", patience, async () => {
    let held: (() => void) | undefined;
    await page.route(
      /\/api\/solve$/,
      async (route) => {
        await new Promise<void>((resolve) => {
          held = resolve;
        });
        await route.continue();
      },
      { times: 1 },
    );
    await page.locator(".bids-tabs").getByText("并列比较", { exact: true }).click();
    await page.getByRole("button", { name: "倒算 甲物业服务有限公司" }).click();
    await start();
    await expect.poll(() => held !== undefined).toBe(true);
    await dialog().getByRole("button", { name: "取消", exact: true }).click();
    await dialog().getByText("已取消。").waitFor();
    held?.();
    expect(await dialog().locator(".roots").count()).toBe(0);
    await start();
    expect(await turn()).toBeCloseTo(200 - 1000 / annuity(0.05), 3);
  });
});
