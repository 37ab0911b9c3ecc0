import { type Covered, covered } from "./entry.ts";

/** The reviewer's list and the red lines. */
export const reviewRows: readonly Covered[] = [
  covered("C01", "REVIEW", "文件要素齐备", "the file is complete", [
    "check:C01",
    "field:project/documentNumber",
    "field:conventions/vatBasis",
  ]),
  covered("C02", "REVIEW", "面积闭合、容积率、不重复使用", "areas add up, FAR, no double use", [
    "check:C02",
    "verdict:B1",
    "table:area",
  ]),
  covered("C03", "REVIEW", "社区与物业用房", "community and property rooms", ["check:C03"]),
  covered("C04", "REVIEW", "投资逐项有量价与来源,预备费不重复", "quantities, prices, sources; contingency once", [
    "check:C04",
    "table:investment",
  ]),
  covered("C05", "REVIEW", "总投资与各年来源运用", "total investment, sources and uses by year", [
    "check:C05",
    "verdict:B3",
    "table:funding",
  ]),
  covered("C06", "REVIEW", "资本金比例与先到位", "capital ratio, paid in first", ["check:C06", "capital_ratio"]),
  covered("C07", "REVIEW", "补助有文件、合格支出、验收后", "grants: document, eligible cost, after acceptance", [
    "check:C07",
    "special_grant",
    "performance_grant",
  ]),
  covered("C08", "REVIEW", "返还口径、批复、滞后、收款方", "rebate: base, approval, lag, payee", [
    "check:C08",
    "city_rebate",
    "land_revenue",
  ]),
  covered("C09", "REVIEW", "居民出资表决与不重复", "residents: vote, no double count", [
    "check:C09",
    "resident_contribution",
    "maintenance_fund",
    "provident_fund",
  ]),
  covered("C10", "REVIEW", "共有收益须表决", "common-part income needs a vote", [
    "check:C10",
    "common_income",
    "operating_revenue.vote",
  ]),
  covered("C11", "REVIEW", "限价、去化、预售、监管", "cap, absorption, presale, supervision", ["check:C11", "sale"]),
  covered("C12", "REVIEW", "培育期、涨幅、收缴、更新", "ramp, growth, collection, replacement", [
    "check:C12",
    "operating_revenue",
    "replacement",
  ]),
  covered("C13", "REVIEW", "税收优惠到期", "reliefs end on their date", [
    "check:C13",
    "param:community_service_relief",
  ]),
  covered("C14", "REVIEW", "专项债覆盖与期限", "special bond: coverage and term", ["check:C14", "special_bond"]),
  covered("C15", "REVIEW", "偿债与逐期现金", "debt service and cash of each period", [
    "check:C15",
    "verdict:B4",
    "verdict:B5",
    "table:debt",
  ]),
  covered("C16", "REVIEW", "无担保回购固定回报表述", "no wording of guarantees", ["check:C16"]),
  covered("C17", "REVIEW", "基金为股权、无财政退出", "fund is equity, no public exit", [
    "check:C17",
    "investment_fund",
  ]),
  covered("C18", "REVIEW", "内部收益率与基准", "rate of return and benchmark", [
    "check:C18",
    "indicator:firr.project.pretax",
  ]),
  covered("C19", "REVIEW", "敏感性与临界点", "sensitivities and switching values", [
    "check:C19",
    "field:uncertainty",
    "field:targets",
  ]),
  covered("C20", "REVIEW", "报表勾稽、现金不为负、建设期利息", "balance sheet ties, no negative cash, interest", [
    "check:C20",
    "table:balance",
  ]),
  covered("C21", "REVIEW", "土地增值税分类与免征界限", "land appreciation tax by category, its cliff", [
    "check:C21",
    "land_appreciation_tax",
  ]),
  covered("C22", "REVIEW", "期末余值与移交", "terminal value and hand-back", [
    "check:C22",
    "field:conventions/recoveredAssetValue",
  ]),
  covered("C23", "REVIEW", "租赁与特许期限", "terms of leases and concessions", ["check:C23", "lease.contractYears"]),
  covered("C24", "REVIEW", "运营商依法选定", "operator chosen legally", ["check:C24", "record:operator_selection"]),
  covered("C25", "REVIEW", "项目间调剂", "transfers between projects", [
    "check:C25",
    "record:project_transfer",
    "field:portfolio/transfers",
  ]),
  covered("C26", "REVIEW", "估算变动", "change of the estimate", [
    "check:C26",
    "record:estimate_approval",
    "field:actuals/reports",
    "field:actuals/rest",
  ]),
  covered("C27", "REVIEW", "产权先于收入与抵押", "title before income and mortgage", ["check:C27", "record:title"]),
  covered("C28", "REVIEW", "收益不重复质押", "no income pledged twice", [
    "check:C28",
    "record:pledge",
    "special_bond.pledgedElsewhere",
  ]),
  covered("C29", "REVIEW", "实物与人力在现金之外", "in-kind and labour outside cash", [
    "check:C29",
    "donation",
    "idle_rooms",
  ]),
  covered("C30", "REVIEW", "政策参数包版本与征求意见稿标记", "rule-pack versions and draft marks", [
    "check:C30",
    "field:packs",
  ]),
  covered("R-DEBT-1", "REVIEW", "政府只能以债券举债", "governments borrow by bonds only", ["check:R-DEBT-1"]),
  covered("R-DEBT-2", "REVIEW", "明股实债", "debt dressed as equity", ["check:R-DEBT-2", "check:C16"]),
  covered("R-DEBT-3", "REVIEW", "保底与补亏承诺", "promised returns", ["check:R-DEBT-3", "check:C16"]),
  covered("R-DEBT-4", "REVIEW", "购买服务举债与垫资", "purchase of services as debt, builders' advances", [
    "check:R-DEBT-4",
    "check:R-DEBT-8",
  ]),
  covered("R-DEBT-5", "REVIEW", "无预算的运营补贴", "operating subsidy without budget", [
    "check:R-DEBT-5",
    "operator_contract.subsidyBasis",
  ]),
  covered("R-DEBT-6", "REVIEW", "以土地收入为企业债唯一来源", "land income as the only repayment", ["check:R-DEBT-6"]),
  covered("R-DEBT-7", "REVIEW", "公益性资产抵质押", "pledge of public-benefit assets", [
    "check:R-DEBT-7",
    "record:pledge.publicBenefit",
  ]),
  covered("R-DEBT-8", "REVIEW", "兜底保底回购等表述", "words of guarantees in free text", ["check:R-DEBT-8"]),
  covered("R-DEBT-9", "REVIEW", "概算超批复", "estimate above the approval", [
    "check:R-DEBT-9",
    "record:estimate_approval",
  ]),
  covered("R-LAND-1", "REVIEW", "地价返还给用地者", "land price returned to its payer", ["check:R-LAND-1"]),
  covered("R-BID-1", "REVIEW", "定标依据", "ground of the award", ["check:R-BID-1"]),
];
