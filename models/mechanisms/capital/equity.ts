import { choice, money, party, profile } from "../../terms/inputs.ts";
import { doubt, FEN } from "../define/doubt.ts";
import { cash, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { HOLDERS } from "./stakes.ts";

/** 项目资本金: paid in by schedule; own capital always counts. */
export const equity = mechanism("equity", {
  title: { zh: "项目资本金", en: "Equity" },
  summary: {
    zh: "股东按计划实缴的资本金,不负偿还义务。",
    en: "Capital paid in by the shareholders by schedule; carries no duty of repayment.",
  },
  family: "capital",
  clauses: ["national-law/capital-ratio"],
  checks: ["C06"],
  inputs: {
    investor: party("出资人", "investor", HOLDERS),
    recipient: party("接受方", "recipient", ["entity", "spv", "operator"]),
    kind: choice(
      "出资形式(不填为货币)",
      "kind of capital (money when left out)",
      { money: { zh: "货币", en: "money" }, instrument: { zh: "永续债、优先股等权益型工具", en: "perpetual or preferred instruments" } },
      { optional: true },
    ),
    investorType: choice(
      "出资人类型",
      "kind of investor",
      {
        state: { zh: "国有资本", en: "state capital" },
        insurance: { zh: "保险资金", en: "insurance money" },
        listed: { zh: "上市公司", en: "listed company" },
        fund: { zh: "基金", en: "fund" },
        private: { zh: "其他社会资本", en: "other private capital" },
      },
      { optional: true },
    ),
    returnType: choice(
      "回报方式(不填为按股分红)",
      "how it is paid for (by dividends when left out)",
      {
        residual: { zh: "按股分红", en: "dividends" },
        preferred: { zh: "优先股息", en: "preferred dividends" },
        lease: { zh: "租赁或运营收益", en: "rent or operating income" },
      },
      { optional: true },
    ),
    schedule: profile("amount", "CNY", "实缴计划", "payments", { from: 0 }),
    committed: money("认缴总额(不填为实缴计划合计)", "committed in total (what is paid in when left out)", { from: 0, optional: true, usual: [10000000, 100000000] }),
  },
  lines: (c) => [
    cash("paid_in", "实缴资本金", "equity paid in", "schedule", {
      from: "investor",
      to: "recipient",
      role: "equity.paid_in",
      // What is paid before others is an instrument, whatever it is called.
      tags: { capital_kind: c.is("returnType", "preferred") ? "instrument" : c.word("kind", "money") },
      words: { investor: "investor" },
      posts: { debit: "cash", credit: "capital" },
    }),
    ...(c.has("committed")
      ? [
          stock("uncalled", "认缴未缴资本金", "committed and not paid in", "max(0, committed - running(paid_in))", {
            role: "equity.committed",
            words: { investor: "investor", taxpayer: "recipient" },
          }),
          doubt("more_paid", "committed", "实缴计划多于认缴总额", "more is paid in than committed", `total(paid_in) - committed > ${FEN} ? 1 : 0`),
        ]
      : []),
  ],
});
