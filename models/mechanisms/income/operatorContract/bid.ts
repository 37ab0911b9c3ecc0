import { choice, flag, households, type InputSpec, interestRate, money, month, profile, rate, record, table, unitPrice, word, years } from "../../../terms/inputs.ts";

/** Revenue a share is reckoned on. */
const SHARED_REVENUE = {
  all: { zh: "全部经营收入", en: "all operating revenue" },
  lease: { zh: "租赁", en: "leases" },
  parking: { zh: "停车", en: "parking" },
  property_fee: { zh: "物业费", en: "property fees" },
  service: { zh: "服务", en: "services" },
  energy: { zh: "能源及充电", en: "energy and charging" },
  common: { zh: "共有部分分成", en: "common parts" },
  other: { zh: "其他", en: "other" },
};

const SERVICES = {
  property_fee: { zh: "物业费", en: "property fee" },
  parking: { zh: "停车", en: "parking" },
  meals: { zh: "老年助餐", en: "meals" },
  elderly: { zh: "日间照料", en: "elderly day care" },
  childcare: { zh: "托育", en: "childcare" },
  charging: { zh: "充电服务", en: "charging" },
  other: { zh: "其他", en: "other" },
};

const KPIS = {
  satisfaction: { zh: "满意度", en: "satisfaction" },
  collection: { zh: "物业费收缴率", en: "collection of property fees" },
  elderly_places: { zh: "养老托育服务位", en: "elderly and childcare places" },
  response_time: { zh: "响应时限", en: "response time" },
  other: { zh: "其他", en: "other" },
};

/** What the operator promises to do at its own cost; staff and other cost run every year, platform and replacement come in lumps. */
const OBLIGATIONS = {
  staff: { zh: "人员", en: "staffing" },
  platform: { zh: "数字平台", en: "platform" },
  replacement: { zh: "设施更新", en: "replacement" },
  other: { zh: "其他", en: "other" },
};

const offers = {
  feePerYear: money("年资产使用费/特许权费", "asset or concession fee per year", { from: 0, usual: [100000, 3000000] }),
  feeGrowth: rate("费用年增长率", "growth of the fee per year", { from: -0.2, to: 0.2, usual: [0, 0.05] }),
  shares: table(
    "收入分成",
    "revenue share by line",
    {
      line: choice("收入项目", "revenue", SHARED_REVENUE),
      share: rate("分成比例(交业主)", "share to the owner", { from: 0, to: 1, usual: [0.03, 0.2] }),
      threshold: money("年收入起分点", "revenue of a year below which nothing is shared", { from: 0, optional: true, usual: [0, 3000000] }),
      cap: money("年分成上限", "cap of a year's share", { from: 0, optional: true, usual: [500000, 3000000] }),
      floor: money("年分成保底(由运营方承担)", "floor of a year's share, carried by the operator", { from: 0, optional: true, usual: [0, 200000] }),
    },
    { optional: true, namedBy: ["line"] },
  ),
  sharesThreshold: money("各项合计起分点(年)", "revenue of all lines together in a year below which nothing is shared", { from: 0, optional: true, usual: [0, 5000000] }),
  sharesCap: money("各项分成合计上限(年)", "cap of a year's shares together", { from: 0, optional: true, usual: [500000, 5000000] }),
  subsidyRequested: profile("amount", "CNY", "申请补贴(按年)", "subsidy requested, by year", { from: 0, optional: true, usual: [100000, 2000000] }),
  capital: table(
    "一次性投入(交业主)",
    "upfront capital paid to the owner",
    {
      amount: money("金额", "amount", { from: 0, usual: [500000, 20000000] }),
      date: month("支付月", "month", "within"),
      evidenced: flag("附资金证明", "with evidence of the money"),
    },
    { optional: true },
  ),
} satisfies Record<string, InputSpec>;

const promises = {
  prices: table(
    "服务价格",
    "service prices",
    {
      service: choice("服务", "service", SERVICES),
      price: unitPrice("报价(元/计价单位)", "price offered, per unit", { from: 0, usual: [1, 300] }),
      cap: unitPrice("限价或政府指导价(不填税率时同口径)", "cap or guided price; on the same basis unless a VAT rate is given", { from: 0, optional: true, usual: [2, 400] }),
      vatRate: rate("增值税率(两者含税口径不同时)", "VAT rate, when the two are not on one basis", { from: 0, to: 1, optional: true, statutory: true, usual: [0.03, 0.13] }),
      includesVat: flag("报价含税", "the offer includes VAT", { optional: true }),
      capIncludesVat: flag("限价含税", "the cap includes VAT", { optional: true }),
    },
    { optional: true, namedBy: ["service"] },
  ),
  score: profile("rate", "1", "满意度得分(0—100)", "satisfaction score, 0 to 100", { averaged: true, from: 0, to: 100, optional: true, usual: [70, 98] }),
  kpis: table(
    "绩效指标与违约金",
    "indicators and penalties",
    {
      kpi: choice("指标", "indicator", KPIS),
      sense: choice("要求", "required", { at_least: { zh: "不低于", en: "at least" }, at_most: { zh: "不高于", en: "at most" } }),
      target: { type: "number", unit: "1", label: { zh: "目标值", en: "target" }, usual: [0, 100] },
      expected: { type: "number", unit: "1", label: { zh: "预计值", en: "expected" }, usual: [0, 100] },
      penalty: money("未达标违约金(每年)", "penalty per year missed", { from: 0, usual: [10000, 300000] }),
    },
    { optional: true },
  ),
  bondForm: choice("履约担保形式", "form of the performance bond", {
    bank_guarantee: { zh: "银行保函", en: "bank guarantee" },
    insurance: { zh: "保证保险", en: "surety insurance" },
  }),
  bondAmount: money("履约担保金额", "performance bond", { from: 0, usual: [100000, 2000000] }),
  bondFeeRate: interestRate("担保费率", "fee of the bond per year", { from: 0, to: 0.1, usual: [0.005, 0.015] }),
  obligations: table(
    "人员、平台、更新承诺",
    "staffing, platform and replacement plan",
    {
      kind: choice("类别", "kind", OBLIGATIONS),
      amount: money("金额(每年或每次)", "amount per year, or each time", { from: 0, usual: [100000, 3000000] }),
      borneBy: choice(
        "承担方(不填为运营商)",
        "borne by (the operator when left out)",
        { operator: { zh: "运营商", en: "operator" }, owner: { zh: "业主方", en: "owner" } },
        { optional: true },
      ),
      growth: rate("年涨幅", "growth per year", { from: -0.2, to: 0.2, usual: [0, 0.04] }),
      first: month("首次投入月(平台、更新)", "first month, for platform and replacement", "within", { optional: true }),
      life: years("投入周期(平台、更新)", "years between, for platform and replacement", { from: 1, to: 60, optional: true, usual: [5, 12] }),
    },
    { optional: true },
  ),
} satisfies Record<string, InputSpec>;

const duration = {
  start: month("合同起始月", "first month of the contract", "from"),
  term: years("合同期", "term", { from: 1, to: 40, usual: [8, 15] }),
  propertyTerm: years("其中:物业服务合同期(不填为同合同期)", "of which property services (the whole term when left out)", { from: 1, to: 40, optional: true, usual: [3, 5] }),
  extensionYears: years("可续期", "extension", { from: 0, to: 20, optional: true, usual: [0, 5] }),
  extended: flag("续期", "extended", { optional: true }),
  consortium: table(
    "联合体成员与份额",
    "consortium",
    {
      member: word("成员", "member"),
      share: rate("份额", "share", { from: 0, to: 1, usual: [0.2, 1] }),
    },
    { optional: true, namedBy: ["member"] },
  ),
} satisfies Record<string, InputSpec>;

/** Everything an operator offers, and nothing else: a bid is a change of these inputs. */
export const bidInputs = { ...offers, ...promises, ...duration };

/** What the owner's notice fixes: the parties, the limits, and how payment follows satisfaction. */
export const noticeInputs = {
  referenceTerm: years("比选参考年限", "term over which bids are compared", { from: 1, to: 40, optional: true, usual: [5, 10] }),
  areas: table(
    "合同所含片区(多片区总承包时)",
    "areas of the contract, where it holds several",
    {
      name: word("片区", "area"),
      households: households("户数", "households", { from: 1, usual: [300, 3000] }),
      here: flag("属于本项目", "of this project"),
    },
    { optional: true, namedBy: ["name"], with: ["feeCovers"] },
  ),
  feeCovers: choice(
    "年费口径(不填为仅本项目)",
    "the fee per year is that of (this project when left out)",
    { all: { zh: "全部片区合计,按户数计入本项目部分", en: "all areas together; this project's part by households" } },
    { optional: true },
  ),
  subsidyLimit: money("年补贴预算上限", "budget limit of the subsidy per year", { from: 0, optional: true, usual: [200000, 2000000] }),
  subsidyBasis: record("补贴预算依据", "budget basis of the subsidy", { kinds: ["budget_approval", "approval"], grants: true, purpose: "operation" }),
  paymentPerYear: money("年绩效服务费(满分时)", "performance payment per year at full score", { from: 0, optional: true, usual: [100000, 2000000] }),
  scoreFloor: rate("绩效付费起付分", "score from which payment begins", { from: 0, to: 100, optional: true, usual: [50, 65] }),
  scoreFull: rate("绩效付费全额分", "score of full payment", { from: 0, to: 100, optional: true, usual: [85, 95] }),
} satisfies Record<string, InputSpec>;
