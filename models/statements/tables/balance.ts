import { type RowSpec, row, type TableSpec } from "./table.ts";

const stock = (no: string, zh: string, en: string, formula: string, key?: string): RowSpec => row(no, zh, en, formula, { kind: "stock", ...(key === undefined ? {} : { key }) });
const asset = (account: string): string => `max(0, account.${account})`;
const owed = (account: string): string => `max(0, 0 - account.${account})`;

/** 资产负债表: the accounts of the perimeter. An account on the unusual side stands on the other half of the sheet. */
export function balanceTable(): TableSpec {
  return {
    id: "balance",
    title: { zh: "资产负债表", en: "Balance sheet" },
    rows: [
      stock("1", "资产", "assets", "r1_1 + r1_2 + r1_3 + r1_4"),
      stock("1.1", "流动资产总额", "current assets", "r1_1_1 + r1_1_2 + r1_1_3 + r1_1_4 + r1_1_5"),
      stock("1.1.1", "货币资金", "cash", asset("cash")),
      stock("1.1.2", "应收及流动资金占用", "receivables and working capital", `${asset("receivable")} + ${owed("advance")} + ${owed("payable")}`),
      stock("1.1.3", "缴存保证金", "deposits paid", asset("deposit")),
      stock("1.1.4", "存货(开发产品及其在建成本)", "inventory, finished and under construction", "account.inventory"),
      stock("1.1.5", "留抵及预缴税费", "VAT credit and taxes prepaid", asset("vat_credit")),
      stock("1.2", "在建工程", "assets under construction", "account.wip"),
      stock("1.3", "固定资产净值", "fixed assets, net", "account.fixed"),
      stock("1.4", "无形及其他资产净值", "intangible and other assets, net", "account.intangible"),
      stock("2", "负债及所有者权益", "liabilities and equity", "r2_4 + r2_5"),
      stock("2.1", "流动负债总额", "current liabilities", "r2_1_1 + r2_1_2 + r2_1_3 + r2_1_4 + r2_1_5"),
      stock("2.1.1", "应付账款", "payables", `${asset("payable")} + ${owed("receivable")} + ${owed("deposit")}`),
      stock("2.1.2", "预收账款", "advances received", asset("advance")),
      stock("2.1.3", "应交税费", "taxes payable", owed("vat_credit")),
      stock("2.1.4", "其他(递延收益)", "other, deferred income", "account.deferred"),
      stock("2.1.5", "资金缺口(视同短期借款)", "negative cash, as short-term borrowing", owed("cash")),
      stock("2.2", "建设投资借款(含债券)", "construction debt, bonds included", "account.debt"),
      stock("2.3", "流动资金借款", "working-capital debt", "account.working_debt"),
      stock("2.4", "负债小计", "liabilities", "r2_1 + r2_2 + r2_3"),
      stock("2.5", "所有者权益", "equity", "r2_5_1 + r2_5_2 + r2_5_3 + r2_5_4"),
      stock("2.5.1", "资本金", "paid-in capital", "account.capital"),
      stock("2.5.2", "资本公积", "capital reserve", "account.reserve"),
      stock("2.5.3", "累计盈余公积金", "surplus reserves", "account.legal_reserve"),
      stock("2.5.4", "累计未分配利润", "undistributed profit", "account.undistributed"),
      stock("", "勾稽:资产-负债及所有者权益(应为0)", "check: assets less liabilities and equity (zero)", "round(r1 - r2, 2)", "check"),
      row("", "资产负债率", "liabilities over assets", "r1 > 0 ? r2_4 / r1 : none", { key: "loar", kind: "stock", unit: "1", level: 0 }),
    ],
    notes: [
      {
        zh: "完工前出售产品的成本列为存货,持有资产列为在建工程;预收账款在增值税单列口径下含税;不征税补助列资本公积。",
        en: "Before completion the cost of products for sale is inventory, of assets to hold work in progress; advances include VAT where VAT is kept apart; non-taxable grants are in the capital reserve.",
      },
    ],
  };
}
