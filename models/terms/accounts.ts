import type { Text } from "../wording/text.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

/** Accounts lines post to, in the books of the project perimeter. `side` is where the normal balance stands on the balance sheet. */
export const ACCOUNTS = {
  cash: { side: "asset", label: text("货币资金", "cash") },
  receivable: { side: "asset", label: text("应收账款", "receivables") },
  deposit: { side: "asset", label: text("缴存保证金", "deposits paid") },
  vat_credit: {
    side: "asset",
    label: text("应交税费(借方为留抵及预缴)", "tax account (credit and prepayments carried)"),
  },
  inventory: { side: "asset", label: text("存货(开发产品)", "inventory of products for sale") },
  wip: { side: "asset", label: text("在建工程", "assets under construction") },
  fixed: { side: "asset", label: text("固定资产净值", "fixed assets, net") },
  intangible: { side: "asset", label: text("无形及其他资产净值", "intangible and other assets, net") },
  payable: { side: "liability", label: text("应付账款", "payables") },
  advance: { side: "liability", label: text("预收账款", "advances received") },
  deferred: { side: "liability", label: text("递延收益", "deferred income") },
  debt: { side: "liability", label: text("建设投资借款", "construction debt") },
  working_debt: { side: "liability", label: text("流动资金借款", "working-capital debt") },
  capital: { side: "equity", label: text("资本金", "paid-in capital") },
  reserve: { side: "equity", label: text("资本公积", "capital reserve") },
  dividend: { side: "equity", label: text("已分配利润", "profit distributed") },
  revenue: { side: "income", label: text("营业收入", "revenue") },
  subsidy: { side: "income", label: text("补贴收入", "subsidy income") },
  cost_of_sales: { side: "expense", label: text("销售成本", "cost of sales") },
  opex: { side: "expense", label: text("经营成本", "operating cost") },
  depreciation: { side: "expense", label: text("折旧", "depreciation") },
  amortisation: { side: "expense", label: text("摊销", "amortisation") },
  interest: { side: "expense", label: text("利息支出", "interest expense") },
  surcharge: { side: "expense", label: text("税金及附加", "taxes and surcharges") },
  income_tax: { side: "expense", label: text("所得税", "income tax") },
  /** The other side lies outside the project's books (transfers between outside parties). */
  outside: { side: "none", label: text("表外", "outside the books") },
} as const satisfies Record<
  string,
  { side: "asset" | "liability" | "equity" | "income" | "expense" | "none"; label: Text }
>;

export type Account = keyof typeof ACCOUNTS;
