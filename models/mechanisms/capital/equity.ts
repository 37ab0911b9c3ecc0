import { choice, party, profile } from "../../terms/inputs.ts";
import { cash } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";

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
    investor: party("出资人", "investor", ["entity", "investor", "city", "district", "province", "other"]),
    recipient: party("接受方", "recipient", ["entity", "spv", "operator"]),
    kind: choice(
      "出资形式(不填为货币)",
      "kind of capital (money when left out)",
      { money: { zh: "货币", en: "money" }, instrument: { zh: "永续债、优先股等权益型工具", en: "perpetual or preferred instruments" } },
      { optional: true },
    ),
    schedule: profile("amount", "CNY", "实缴计划", "payments", { from: 0 }),
  },
  lines: (c) => [
    cash("paid_in", "实缴资本金", "equity paid in", "schedule", {
      from: "investor",
      to: "recipient",
      role: "equity.paid_in",
      tags: { capital_kind: c.word("kind", "money") },
      words: { investor: "investor" },
      posts: { debit: "cash", credit: "capital" },
    }),
  ],
});
