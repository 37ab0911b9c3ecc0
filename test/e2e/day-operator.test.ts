import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bidOf, tenderDocument } from "../analysis/bids/support.ts";
import { partsOf, tablesIn } from "../app/exports/plan/docx.ts";
import { tool } from "../support/tools.ts";
import { openScreen, type Screen } from "./screen.ts";
import { shot } from "./shots.ts";

const chromium = tool("chromium");
const OWN = "甲物业服务有限公司";
const OTHER = "乙城市更新运营有限公司";
const BID = "bids/bid";

/** Present value of 1 a year over the ten years of the contract. */
const annuity = (rate: number) => (1 - (1 + rate) ** -10) / rate;

/** The owner's file: the least fee is 60万, and one bid is in already. */
const tender = () =>
  tenderDocument({ feeLeast: "600000" }, {}, [
    bidOf("B", { bidder: OTHER, fee: { amounts: "700000", vat: { included: false } } }),
  ]);

/** 经营主体: prices its offer on the form it was given, hands it over; the owner sets the bids side by side. */
describe.skipIf(!chromium.path)("an operator's day", () => {
  let screen: Screen;
  let page: Page;

  beforeAll(async () => {
    screen = await openScreen(undefined, { negative: "minus" });
    ({ page } = screen);
    page.setDefaultTimeout(30_000);
    writeFileSync(at("招标.json"), JSON.stringify(tender()));
  }, 120_000);
  afterAll(() => screen?.close());

  const at = (name: string) => join(screen.product.folder, name);
  const look = (name: string) => shot(page, `operator-${name}`);
  const dialog = () => page.getByRole("dialog");
  const tab = (name: string) => page.locator(".bids-tabs").getByText(name, { exact: true }).click();
  const open = async (name: string) => {
    const picking = page.waitForEvent("filechooser");
    await page.keyboard.press("Control+o");
    await (await picking).setFiles(at(name));
    await page.locator(".model-name", { hasText: basename(name, ".json") }).waitFor();
  };
  const kept = async (press: () => Promise<void>, name: string) => {
    const [download] = await Promise.all([page.waitForEvent("download") as Promise<Download>, press()]);
    await download.saveAs(at(name));
  };
  const fill = async (path: string, text: string) => {
    const field = page.locator(`[data-path="${path}"] input`).first();
    await field.fill(text);
    await field.press("Tab");
  };
  const choose = async (path: string, option: string) => {
    await page.locator(`[data-path="${path}"] .ant-select`).click();
    await page.locator(".ant-select-item-option:visible").getByText(option, { exact: true }).click();
  };
  const panel = (title: string) => page.locator(".panel").filter({ has: page.getByText(title, { exact: true }) });
  /** A row of the comparison, a figure for each bid. */
  const row = async (name: string): Promise<readonly number[]> => {
    const figures = page
      .locator(".bids-matrix tbody tr")
      .filter({ has: page.locator("th").getByText(name, { exact: true }) })
      .locator(".figure[data-plain], .figure [data-plain]");
    await figures.first().waitFor();
    const plain = await figures.evaluateAll((all) => all.map((one) => one.getAttribute("data-plain")));
    return plain.map(Number);
  };

  /** Nothing but what the notice asks, and what the bidder reckons for itself. */
  async function offer(): Promise<void> {
    await open("招标.json");
    await page.getByRole("button", { name: "下载报价文件" }).waitFor();
    await kept(() => page.getByRole("button", { name: "下载报价文件" }).click(), "报价.json");
    expect(readFileSync(at("报价.json"), "utf8")).not.toContain(OTHER);
    await open("报价.json");
    // A form opens where it is filled in.
    await panel("自身投入").waitFor();
    await look("form");
    await fill(`${BID}/bidder`, OWN);
    await fill(`${BID}/termYears`, "10");
    await choose(`${BID}/priceLevel`, "不变价");
    await fill(`${BID}/fee/amounts`, "1000000");
    await choose(`${BID}/fee/vat/included`, "否");
    await page.getByRole("button", { name: "填写 all" }).click();
    await fill(`${BID}/own/revenues/all/amounts`, "3000000");
    await panel("自身成本（按年）").getByRole("button", { name: "加一行" }).click();
    await fill(`${BID}/own/costs/cost_1/amounts`, "1000000");
    await panel("自身投入").getByRole("button", { name: "加一行" }).click();
    await panel("自身投入").locator("tbody input").last().fill("1000");
    await look("filled");
  }

  /** 300 earned, 100 spent, 100 of fee on 1,000 put in, in 万元: ten years give it back, and nothing more. */
  async function price(): Promise<void> {
    await tab("并列比较");
    await expect.poll(() => row("投标人最深累计资金需求")).toEqual([1000]);
    expect((await row("投标人内部收益率"))[0]).toBeCloseTo(0, 6);
    await look("own");
    await tab("逐年");
    const cash = page.locator("tr").filter({ hasText: "投标人净现金流" }).first();
    expect(
      (await cash.locator("td").allInnerTexts()).map((text) => Number(/-?[\d,.]+$/.exec(text)?.[0].replace(",", ""))),
    ).toEqual([-1000, ...Array.from({ length: 10 }, () => 100)]);
    await look("years");
    await tab("报价");
    await page.getByRole("button", { name: `倒算 ${OWN}` }).click();
    for (const [label, option] of [
      ["求报价的哪一项", "固定费用（每年）"],
      ["使该报价的哪项结果", "投标人内部收益率"],
    ] as const) {
      await dialog().getByRole("combobox", { name: label, exact: true }).click();
      await page.locator(".ant-select-item-option:visible").getByText(option, { exact: true }).click();
    }
    await dialog().getByLabel("目标值").fill("5");
    await dialog().getByRole("button", { name: "开始倒算" }).click();
    await dialog().getByText("复核达标").first().waitFor();
    const most = await dialog().locator(".roots th.figure").last().innerText();
    expect(Number.parseFloat(most)).toBeCloseTo(200 - 1000 / annuity(0.05), 3);
    await look("solved");
    await dialog().getByRole("button", { name: "关闭", exact: true }).last().click();
    // What it can pay at 5 % is above the least the notice asks, and above what the other offers.
    await fill(`${BID}/fee/amounts`, "704900");
    await tab("并列比较");
    await expect.poll(async () => (await row("投标人内部收益率"))[0]).toBeGreaterThan(0.05);
    await expect.poll(() => row("固定费用高于下限")).toEqual([10.49]);
  }

  async function handOver(): Promise<void> {
    await page.locator(".header").getByRole("button", { name: "文件" }).click();
    await kept(() => page.getByRole("menuitem", { name: "下载为 JSON" }).click(), "甲的报价.json");
    await open("招标.json");
    await page.locator('input[type=file][aria-label="导入报价"]').setInputFiles(at("甲的报价.json"));
    await page.locator(".bids-matrix thead", { hasText: OWN }).waitFor();
    const heads = await page.locator(".bids-matrix thead th").allInnerTexts();
    expect(heads.filter((head) => head.includes(OWN) || head.includes(OTHER))).toHaveLength(2);
    const values = await row("对业主净现值");
    expect(values[0]).toBeCloseTo(70 * annuity(0.05), 2);
    expect(values[1]).toBeCloseTo(70.49 * annuity(0.05), 2);
    await look("compared");
  }

  async function report(): Promise<void> {
    const values = await row("对业主净现值");
    await page.locator(".header").getByRole("button", { name: "文件" }).click();
    await page.getByRole("menuitem", { name: "导出 Excel" }).click();
    await dialog().getByText("比选报告", { exact: true }).click();
    await look("export");
    await kept(() => dialog().getByRole("button", { name: "导出", exact: true }).click(), "比选.docx");
    const rows = tablesIn(partsOf(readFileSync(at("比选.docx"))).get("word/document.xml") ?? "").flat();
    const told = rows.find(([name]) => name?.startsWith("对业主净现值")) ?? [];
    const figures = told.map((text) => Number.parseFloat(text.replaceAll(",", ""))).filter(Number.isFinite);
    expect(figures).toEqual(values);
    for (const bidder of [OWN, OTHER]) expect(rows.flat()).toContain(bidder);
    // The bidder's own account came with its bid; the other said nothing of its own.
    const need = rows.find(([name]) => name?.startsWith("投标人最深累计资金需求"));
    expect(need?.some((text) => text.startsWith("1,000"))).toBe(true);
  }

  test("goes from the notice to a priced bid, and to the comparison in Word", { timeout: 300_000 }, async () => {
    await offer();
    await price();
    await handOver();
    await report();
    expect(screen.complaints).toEqual([]);
  });
});
