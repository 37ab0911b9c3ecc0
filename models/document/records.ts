import type { Text } from "../wording/text.ts";

/** What a value of a record can be. Numbers are decimals with a unit, flags yes or no, words free text. */
export type RecordValueSpec =
  | {
      readonly type: "number";
      readonly unit: string;
      readonly label: Text;
      readonly from?: number;
      readonly to?: number;
    }
  | { readonly type: "flag"; readonly label: Text }
  | { readonly type: "month"; readonly label: Text }
  | { readonly type: "word"; readonly label: Text; readonly options?: Readonly<Record<string, Text>> };

/** A kind of dated fact: its name and what can be written down with it. No value is obligatory; a check that needs one says which is missing. */
export interface RecordKind {
  readonly label: Text;
  readonly values: Readonly<Record<string, RecordValueSpec>>;
}

const number = (
  unit: string,
  zh: string,
  en: string,
  bounds: { from?: number; to?: number } = { from: 0 },
): RecordValueSpec => ({
  type: "number",
  unit,
  label: { zh, en },
  ...bounds,
});
const money = (zh: string, en: string) => number("CNY", zh, en);
const area = (zh: string, en: string) => number("m2", zh, en);
const share = (zh: string, en: string) => number("1", zh, en, { from: 0, to: 1 });
const flag = (zh: string, en: string): RecordValueSpec => ({ type: "flag", label: { zh, en } });
const refused = flag("未予批准", "refused");
const validUntil: RecordValueSpec = { type: "month", label: { zh: "有效期至(月)", en: "valid until (month)" } };
const word = (zh: string, en: string, options?: Readonly<Record<string, Text>>): RecordValueSpec => ({
  type: "word",
  label: { zh, en },
  ...(options === undefined ? {} : { options }),
});
const kind = <const V extends RecordKind["values"] = Readonly<Record<never, RecordValueSpec>>>(
  zh: string,
  en: string,
  values: V = {} as V,
) => ({ label: { zh, en }, values }) satisfies RecordKind;

const variant = word("适用情景(不填为各情景)", "scenario (all when left out)");
const product = word("产品(不填为全部)", "product (all when left out)");

/** Votes, approvals and the stages they open. */
const decisions = {
  vote: kind("业主表决", "owners' vote", {
    totalArea: area("专有部分总面积", "floor area of all owners"),
    totalOwners: number("1", "业主总人数", "number of owners"),
    partArea: area("参与表决面积", "floor area taking part"),
    partOwners: number("1", "参与表决人数", "owners taking part"),
    yesArea: area("同意面积", "floor area in favour"),
    yesOwners: number("1", "同意人数", "owners in favour"),
    major: flag("重大事项(四分之三)", "major item (three quarters)"),
    perM2: number("CNY/m2", "表决的出资上限(元/㎡)", "most that was voted, per ㎡"),
    perHousehold: number("CNY", "表决的出资上限(元/户)", "most that was voted, per household"),
  }),
  approval: kind("批复", "approval", {
    amount: money("批复金额", "amount approved"),
    asCapital: flag("可作项目资本金", "may count as project capital"),
    refused,
    validUntil,
  }),
  permit: kind("许可", "permit", { product, refused, validUntil }),
  acceptance: kind("验收", "acceptance", { score: number("1", "得分", "score"), passed: flag("通过", "passed") }),
  plan_adjustment: kind("控规调整及规划条件", "change of the detailed plan", {
    far: number("1", "批准容积率", "approved floor area ratio"),
    services: area("要求的公共服务设施面积", "public services asked for"),
    refused,
  }),
  design_approval: kind("设计方案批准", "design approval", { refused }),
  budget_approval: kind("预算批准", "budget approval", {
    amount: money("年度金额", "amount a year"),
    purpose: word("用途", "purpose"),
    refused,
  }),
  estimate_approval: kind("投资估算批复", "approved estimate", {
    totalInvestment: money("批复总投资", "total investment approved"),
    works: money("其中:工程费用", "of which works"),
    other: money("其中:工程建设其他费用", "of which other costs of construction"),
    contingency: money("其中:预备费", "of which contingency"),
    compensation: money("其中:补偿费用", "of which compensation"),
    land: money("其中:土地费用", "of which land"),
    variant,
    reapproved: flag("超出后已重新报批", "approved again after the overrun"),
    refused,
  }),
} satisfies Record<string, RecordKind>;

/** What must be known before density may rise, and what the plan promises to reach. */
const gates = {
  consent: kind("原权利人意愿征询", "consent of the right-holders", { rate: share("同意率", "consent rate") }),
  scene_checklist: kind("场景达标核对", "scene checklist", {
    score: number("1", "得分", "score"),
    passed: flag("达标", "met"),
  }),
  market_test: kind("市场化运作测试", "market test", {
    price: number("CNY/m2", "可实现售价", "price that can be had"),
    pace: number("m2/mo", "可实现去化(地上,每月面积)", "area above ground the market takes a month"),
    passed: flag("可市场化运作", "can be run by the market"),
  }),
  capacity: kind("交通与环境容量论证", "traffic and environment capacity", {
    traffic: flag("交通容量满足", "traffic capacity suffices"),
    environment: flag("环境容量满足", "environment capacity suffices"),
    sunlight: flag("日照满足", "sunlight standard met"),
    noise: flag("噪声满足", "noise standard met"),
  }),
  indicator: kind("建设评价指标", "indicator", {
    target: number("1", "目标值", "target", {}),
    actual: number("1", "实际值", "actual", {}),
    unit: word("单位", "unit"),
    binding: flag("约束性", "binding"),
    lowerIsBetter: flag("越低越好", "lower is better"),
    rhythm: word("通报频次(同名指标的各次记录)", "how often it is reported, by records of one name", {
      month: { zh: "每月通报", en: "every month" },
      quarter: { zh: "每季督察", en: "every quarter" },
      "half-year": { zh: "每半年", en: "every half-year" },
      year: { zh: "每年考核", en: "every year" },
    }),
  }),
  scene: kind("未来社区场景", "scene", {
    mandatory: flag("标配", "compulsory"),
    area: area("面积", "area"),
    cost: money("投资", "cost"),
  }),
  area_determination: kind("未登记及违法建筑认定", "determination of unregistered and illegal buildings", {
    illegal: area("认定为违法建筑的面积", "area determined as illegal"),
    unrecognised: area("不予认定的未登记面积", "unregistered area not recognised"),
    refused,
  }),
  building_age: kind("建筑年代", "age of the buildings", {
    areaOfAge: area("1970—1999年建成面积", "area built 1970–1999"),
    areaTotal: area("总面积", "area in total"),
  }),
  facility: kind("生活圈设施盘点", "facilities within reach", {
    required: area("应配面积", "area required"),
    reachable: area("周边可用面积", "area within reach"),
    provided: area("本项目提供面积", "area provided here"),
    index: number("1", "设施服务评价指数", "index of its service", { from: 0, to: 100 }),
    indexTarget: number("1", "评价指数目标", "index aimed at", { from: 0, to: 100 }),
    route: word("增配路径", "how it is added", {
      new_build: { zh: "存量用地新建", en: "built on stock land" },
      insert: { zh: "既有建筑插建", en: "inserted in existing buildings" },
      nearby: { zh: "置于周边新建项目", en: "placed in a new project nearby" },
    }),
  }),
  deviation: kind("标准偏离及专项审批", "deviation from a standard, and its approval", {
    standard: word("标准", "standard", {
      fire: { zh: "消防", en: "fire" },
      green: { zh: "绿化", en: "green space" },
      sunlight: { zh: "日照", en: "sunlight" },
      spacing: { zh: "建筑间距", en: "distance between buildings" },
      parking: { zh: "停车配建", en: "parking" },
      other: { zh: "其他", en: "other" },
    }),
    approvalMonths: number("mo", "审批需要月数", "months the approval takes"),
    during: word("审批所在阶段(时间安排中的代码)", "phase the approval falls in, by its id in the timeline"),
    granted: flag("已同意", "granted"),
  }),
  public_culture: kind("公共文化投入", "public culture budget", { budget: money("安排金额", "amount set aside") }),
  satisfaction: kind("满意度调查", "satisfaction survey", {
    score: number("1", "得分", "score", { from: 0, to: 100 }),
    factor: share("付费系数", "payment factor"),
  }),
} satisfies Record<string, RecordKind>;

/** Titles, land and what stands behind a debt. */
const property = {
  title: kind("产权及不动产登记", "title and registration", {
    product,
    owner: word("权利人", "owner"),
    registered: flag("已登记", "registered"),
    area: area("登记面积", "area registered"),
  }),
  operation_right: kind("运营权合同", "contract giving the right to operate", {
    product,
    holder: word("运营方", "holder"),
  }),
  added_land: kind("空地、绿地等增建", "added building on spare land", {
    insideCommunity: flag("位于社区内", "inside the community"),
    publicUse: flag("保持公共服务用途", "stays in public use"),
    planCompliant: flag("符合规划", "complies with the plan"),
    consulted: flag("已征求利害关系人意见", "affected parties consulted"),
    greenLost: area("占用绿地", "green area lost"),
    greenReplaced: area("补足绿地", "green area replaced"),
    landArea: area("增建用地面积", "land it stands on"),
    landCharge: money("补缴土地价款", "extra land price"),
    inLandPrice: flag("出让合同价款已含", "part of the price of the land contract"),
    product,
    registrable: flag("可办理不动产登记", "can be registered"),
  }),
  land_quota: kind("存量盘活挂钩指标", "quota earned by stock land", {
    value: money("折算价值", "value"),
    transferAgreement: flag("有书面转让协议", "written transfer agreement"),
  }),
  scheme_obligation: kind("带方案出让义务", "obligation of the land-sale scheme", {
    signed: flag("已签约", "signed"),
    delivered: flag("已履行", "delivered"),
    cost: money("成本", "cost"),
  }),
  pledge: kind("收益质押及担保", "pledge or guarantee", {
    income: word("质押的收益", "income pledged"),
    creditor: word("债权人", "creditor"),
    publicBenefit: flag("公益性资产", "public-benefit asset"),
    byGovernment: flag("政府或部门提供", "given by a government body"),
  }),
  asset_transfer: kind("房产打包划转", "bundled transfer of property", {
    value: money("价值", "value"),
    titleClear: flag("权属清晰", "title is clear"),
    stateAssetProcedure: flag("已履行国资程序", "state-asset procedure done"),
    deedTax: money("契税", "deed tax"),
  }),
} satisfies Record<string, RecordKind>;

/** Who pays what share, and money that is shown beside the cash. */
const sharing = {
  cost_share: kind("成本共担", "cost sharing", {
    line: word("支出项", "cost line"),
    government: share("政府", "government"),
    market: share("市场", "market"),
    residents: share("居民", "residents"),
  }),
  shareholder: kind("股东出资比例", "shareholding", { share: share("比例", "share") }),
  ceded_space: kind("让渡运营空间", "ceded operating space", {
    received: money("取得对价现值", "present value received"),
    ceded: money("让渡收益现值", "present value of the income ceded"),
    tolerance: share("容差", "tolerance"),
  }),
  idle_room: kind("闲置用房提供", "idle rooms offered", {
    area: area("面积", "area"),
    marketRent: money("市场年租金", "market rent a year"),
    paidRent: money("实付年租金", "rent paid a year"),
  }),
  donation_agreement: kind("捐赠协议", "donation agreement", {
    donor: word("捐赠人", "donor"),
    purpose: word("用途", "purpose"),
    amount: money("协议金额", "amount agreed"),
    refused,
  }),
  donation_use: kind("捐赠使用", "use of a donation", {
    purpose: word("用途", "purpose"),
    amount: money("金额", "amount"),
  }),
  separate_accounting: kind("单独核算", "separate accounting", { relief: word("优惠事项", "relief") }),
  tax_ground: kind("税收处理依据", "ground of a tax treatment", {
    item: word(
      "所指组件、组件.行或税种(如 services.elderly、tax_vat;多项用顿号)",
      "component, component.row or tax it is about (services.elderly, tax_vat; several by commas)",
    ),
    clause: word("条款(法规名称、文号、条)", "clause (law, number, article)"),
    refused,
  }),
  guided_price: kind("政府指导价", "government-guided price", {
    price: money("执行价", "price charged"),
    cap: money("指导价上限", "guided price at most"),
  }),
  talent_discount: kind("人才住房优惠", "talent housing discount", {
    amount: money("优惠总额", "discount in total"),
    payer: word("补偿方", "who makes it good"),
  }),
  project_transfer: kind("项目间调剂", "transfer between projects", {
    amount: money("金额", "amount"),
    gift: flag("无偿", "a gift"),
    from: word("调出项目(付款方代码或名称)", "project it comes from, by id or name of the payer"),
    balance: number("CNY", "调出后该项目期末资金结余", "closing balance of that project after it", {}),
    refused,
  }),
} satisfies Record<string, RecordKind>;

/** How the operator was found and what it is held to. */
const procurement = {
  operation_report: kind("运营收支测算报告", "assessment of the operation", {
    operator: word("运营主体(只有一个时可不填)", "who operates (may be left out where it is one only)"),
    income: money("评价期运营收入合计(不含税)", "income of the whole period, ex VAT"),
    rent: money("其中:租金收入", "of which rent"),
    parking: money("其中:停车及能源收入", "of which parking and energy"),
    services: money("其中:物业及服务收入", "of which property fees and services"),
    fees: money("其中:资产使用费及分成", "of which concession fees and shares"),
    upfront: money("其中:让渡运营一次性收款", "of which paid at once for ceded rights"),
    other: money("其中:公共收益及其他收入", "of which common and other income"),
    cost: money("评价期经营成本与更新支出合计(不含税)", "running and replacement cost of the whole period, ex VAT"),
    variant,
    refused,
  }),
  operator_named: kind("运营主体确定", "operator named", { operator: word("运营主体", "operator") }),
  operator_selection: kind("运营主体选定", "selection of the operator", {
    invitees: number("1", "受邀单位数", "parties invited"),
    ground: word("法定依据", "legal ground"),
    reason: word("定标理由", "reason of the award"),
    bidBond: money("投标保证金", "bid bond"),
    estimate: money("项目估算价", "estimate"),
    performanceBond: money("履约保证金", "performance bond"),
    contractAmount: money("合同金额", "contract amount"),
    publicTender: flag("公开招标(无须法定依据与受邀单位)", "public tender (needs no ground and no invitees)"),
    separateAward: flag("评定分离", "evaluation and award apart"),
  }),
  qualification: kind("资质与业绩", "qualification", {
    holder: word("企业(与联合体成员一致)", "holder, as named in the consortium"),
    scope: word("资质或业绩内容", "what it is qualified for"),
    validUntil,
  }),
  performance_agreement: kind("履约协议", "performance agreement", {
    kpiLinked: flag("指标与付费挂钩", "KPIs linked to payment"),
    termYears: number("a", "期限", "term"),
    service: word("内容", "content"),
  }),
} satisfies Record<string, RecordKind>;

/** Kinds of records whose values checks read. Any other word is a free note with a date. */
const kinds = { ...decisions, ...gates, ...property, ...sharing, ...procurement };

export const RECORD_KINDS: Readonly<Record<string, RecordKind>> = kinds;

/** Words for kinds of records and for what they may say: whoever reads one by another word does not compile. */
export type RecordKindName = keyof typeof kinds;
export type RecordValueName = { [K in RecordKindName]: keyof (typeof kinds)[K]["values"] & string }[RecordKindName];
