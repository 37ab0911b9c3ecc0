import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenBrowser, openBrowser, watchedPage, withPreferences } from "../renderer/browser.ts";
import { tool } from "../support/tools.ts";
import { Clerk } from "./clerk.ts";
import { type ServedProduct, serveProduct } from "./host.ts";

const chromium = tool("chromium");

/** Lights of money are not judged before every cost such a project has is entered. */
const MONEY = ["B2", "B3", "B4", "B6"];

/**
 * A small rehabilitation, from an empty file to verdicts, as a clerk would: 120 homes of 9,600 ㎡; works of 375 元/㎡ and 5 % of fees make
 * 3.78 million; a grant of 2.4 million and 12,000 元 from each household make 3.84 million.
 */
describe.skipIf(!chromium.path)("a small project entered by hand", () => {
  let browser: OpenBrowser;
  let product: ServedProduct;
  let page: Page;
  let clerk: Clerk;
  let complaints: string[];

  beforeAll(async () => {
    browser = await openBrowser(chromium.path ?? "");
    product = await serveProduct();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  async function begin(): Promise<void> {
    ({ page, complaints } = await watchedPage(browser.context));
    await withPreferences(page, { lang: "zh", theme: "light", money: "wan", negative: "paren" });
    clerk = new Clerk(page);
    await page.goto(product.url);
    await page.getByRole("button", { name: "新建模型" }).click();
    await page.locator(".ant-modal").getByText("综合整治", { exact: true }).click();
    await page.locator(".ant-modal").getByText("空白模型", { exact: true }).click();
    await page.locator(".ant-modal").getByRole("button", { name: "建立模型" }).click();
    await page.locator(".missing-bar").waitFor();
  }

  /** While something is missing, at most the areas are green, and only once they are complete. */
  async function expectNoGreen(...but: readonly string[]): Promise<void> {
    expect(await clerk.missing()).toBeGreaterThan(0);
    expect(await clerk.greens()).toEqual(but);
  }

  const open = (title: RegExp) => page.locator(".item").filter({ hasText: title }).click();

  async function enterAreas(): Promise<void> {
    await clerk.add("面积平衡");
    await expectNoGreen();
    const left = await clerk.fillIn({
      净用地面积: "8,000",
      现状户数: "120",
      规划户数: "120",
      现状建筑: "",
      用途: "住宅",
      合法面积: "9,600",
      拆除比例: "0",
      实物安置比例: "100",
      安置比: "1",
      社区配套用房归属: "业主共有",
      物业管理用房计算基数: "地上建筑面积",
      项目基准收益率: "3",
    });
    expect(left).toBe("工程费用");
    await expectNoGreen("B1");
    // The rooms are there already; otherwise works of new ones would be missing.
    await clerk.to("测算项");
    await open(/面积/);
    await clerk.type("保留建筑内的社区配套用房", "96");
    await clerk.type("保留建筑内的物业管理用房", "67.2");
    await page.keyboard.press("F8");
  }

  async function enterCosts(): Promise<void> {
    await page.locator("tr.wanted").getByRole("button", { name: "添加测算项" }).click();
    await clerk.takeFromCatalogue("工程费用");
    await expectNoGreen("B1");
    const left = await clerk.fillIn({
      建设单位: "实施主体",
      承包单位: "施工单位",
      工程项目: "",
      类别: "建筑工程",
      计量: "按保留整治面积",
      "单价或总额(元/计量单位)": "375",
      价格含税: "是",
      进项税处理: "不可抵扣",
      "增值税率/征收率": "9",
      投资进度: { from: "2028-01", every: "季", figures: ["20", "30", "30", "20"] },
    });
    expect(left).toBe("工程建设其他费用");
    await expectNoGreen("B1");
    await clerk.add("工程建设其他费用");
    await clerk.fillIn({
      建设单位: "实施主体",
      收款单位: "供应商",
      费用项目: "",
      类别: "勘察设计费",
      算法: "按费率",
      "计费基数(按费率、分档时)": "工程费用",
      费率: "5",
      价格含税: "是",
      进项税处理: "不可抵扣",
      "增值税率/征收率": "6",
    });
    const none = {
      预备费: "已含在工程单价中",
      "室外工程(道路、管网、绿化)费用": "只整治房屋本体",
      安防及数字平台费用: "社区已有平台",
      监理及咨询费: "由街道统一委托,不在本项目列支",
    };
    expect(await clerk.fillIn(none)).toBe("");
    // Complete as far as it goes: costs that nobody pays for are plainly red.
    expect(await clerk.missing()).toBe(0);
    const lights = await clerk.lights();
    for (const id of MONEY) expect(lights[id], id).toBe("fail");
    await page.locator('[data-verdict="B2"]').getByText("(378)").waitFor();
  }

  async function enterMoney(): Promise<void> {
    await clerk.add("专项补助");
    await expectNoGreen("B1");
    await clerk.fillIn({
      拨款财政: "省级财政",
      接受方: "实施主体",
      补助额度: "240",
      拨付间隔: "0",
      审批状态: "已批复",
    });
    for (const [reached, share] of [
      ["20", "50"],
      ["90", "50"],
    ] as const) {
      await clerk.addRow("拨付进度");
      await clerk.fillIn({ 工程投入达到: reached, 拨付比例: share });
    }
    await clerk.add("居民出资");
    await clerk.fillIn({
      收款方: "实施主体",
      收费方式: "按户",
      每户出资: "12,000",
      同意率: "100",
      收缴率: "100",
      分期: "",
      缴纳月: "2028-01",
      比例: "100",
    });
    expect(await clerk.missing()).toBe(0);
    // Without papers not a yuan of it counts.
    expect((await clerk.lights())["B2"]).toBe("fail");
  }

  async function enterPapers(): Promise<void> {
    await clerk.record("省级补助批复", "批复", {
      文件: "浙财建〔2027〕12号",
      日期: "2027-03-01",
      批复金额: "240",
    });
    // 360 of works and 5 % for design, as above: what was approved is what it costs.
    await clerk.record("整治项目概算批复", "投资估算批复", {
      文件: "区发改投资〔2027〕8号",
      日期: "2027-02-01",
      批复总投资: "378",
    });
    await clerk.record("业主出资表决", "业主表决", { 文件: "业主大会表决结果公告", 日期: "2027-04-01" });
    await page.locator(".standing[data-holds=false]").getByText("未填专有部分总面积").waitFor();
    for (const [name, text] of Object.entries({
      专有部分总面积: "9,600",
      业主总人数: "120",
      参与表决面积: "9,000",
      参与表决人数: "110",
      同意面积: "8,400",
      同意人数: "100",
      "表决的出资上限(元/户)": "12,000",
    }))
      await clerk.type(name, text);
    await page.locator(".standing[data-holds=true]").waitFor();
    await clerk.to("测算项");
    await open(/居民出资/);
    await clerk.choose("业主表决", "业主出资表决");
    await open(/专项补助/);
    await clerk.choose("批复文件", "省级补助批复");
    // The grant pays for what it may pay for, and nothing is marked yet: the board says so, and leads there.
    expect((await clerk.lights())["B2"]).toBe("fail");
    await page.keyboard.press("Alt+1");
    await page.locator("button.trust-toggle").click();
    await page.locator(".trust-list .problem").filter({ hasText: "专项补助：未计入：超出合格支出" }).waitFor();
    await clerk.to("测算项");
    await open(/^工程费用/);
    await clerk.chooseInTable("工程项目", "可用补助资金", "是");
    expect(await clerk.lights()).toMatchObject({ B2: "pass", B3: "pass", B4: "fail", B6: "pass", B9: "incomplete" });
  }

  test("is counted down from what is missing to verdicts that are honestly green or red", {
    timeout: 400_000,
  }, async () => {
    await begin();
    await expectNoGreen();
    expect(await page.locator("[data-indicator] .figure").count()).toBe(0);
    await enterAreas();
    await enterCosts();
    await enterMoney();
    await enterPapers();
    // What support there is stands against a budget nobody has entered.
    expect(await clerk.missing()).toBe(1);
    await clerk.fillIn({ "财政预算（已安排资金）": "300" });
    expect(await clerk.missing()).toBe(0);
    const settled = {
      B1: "pass",
      B2: "pass",
      B3: "pass",
      B5: "inapplicable",
      B6: "pass",
      B7: "inapplicable",
      B9: "pass",
    };
    expect(await clerk.lights()).toEqual({ ...settled, B4: "fail", B8: "inapplicable" });
    // The second half of the grant comes too late for the third quarter: it is moved to half of the works.
    await clerk.to("测算项");
    await open(/专项补助/);
    await clerk.typeInTable("拨付进度", "工程投入达到", 1, "50");
    expect(await clerk.lights()).toEqual({ ...settled, B4: "pass", B8: "inapplicable" });
    await page.keyboard.press("Alt+1");
    await page.locator('[data-verdict="B2"] .figure').getByText("6.00").waitFor();
    // Green on what nobody has looked up is green on a condition, which says what to look up.
    await page.locator("button.trust-toggle").click();
    await page.locator(".trust-list .problem").filter({ hasText: "文件未列出的当地规则" }).waitFor();
    await page.locator('[data-verdict="B1"][data-conditional=true]').waitFor();
    await clerk.to("测算项");
    await open(/面积平衡/);
    await clerk.choose("不计容政策(是否允许)", "是");
    for (const rule of [
      "社区配套用房标准(每百户平方米;当地无政策参数时填写)",
      "其中物业经营用房比例",
      "物业管理用房最小面积",
    ])
      await clerk.type(rule, "0");
    await clerk.type("批准容积率上限", "1.5");
    // Rules of a province hold where the project says it lies.
    await clerk.to("项目概况");
    await clerk.type("所在城市", "衢州市");
    await clerk.to("测算口径");
    await clerk.type("基准收益率取值理由", "公益性整治项目取保本口径 3%");
    await clerk.to("测算项");
    await open(/面积平衡/);
    // A standard of 0 is not usual: whoever answers for it says by which paper.
    await clerk.confirm("社区配套用房标准", {
      文件名称及文号: "区住建局复函",
      日期: "2027-02-01",
      "确认人、理由": "张某,整治项目不新增户数",
    });
    await page.keyboard.press("Alt+1");
    await page.locator("[data-trust=clean]").waitFor();
    expect(await page.locator("[data-conditional=true]").count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
