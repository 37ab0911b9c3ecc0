import type { Role } from "../../../terms/roles.ts";
import { escalation } from "../../define/calendar.ts";
import { type Component, perRow, type Row } from "../../define/component.ts";
import { booking, cash, flow, type LineSpec, ratio, scalar, stock } from "../../define/lines.ts";
import { contractValue } from "./promises.ts";

/** 履约担保: at most the legal share of the contract, in a form that ties up no cash; the operator pays its fee. */
export function bondLines(c: Component): readonly LineSpec[] {
  const operator = c.word("operator");
  return [
    contractValue(c),
    scalar("bond_limit", "履约担保上限", "limit of the bond", "contract_value * param(performance_bond_max)", { clauses: ["national-law/tender-58"] }),
    ratio("bond_within_limit", "履约担保不超上限", "bond within its limit", "bondAmount <= bond_limit ? 1 : 0", {
      clauses: ["national-law/tender-58"],
      tags: { form: c.word("bondForm") },
    }),
    cash("bond_fee", "担保费", "fee of the bond", "bondAmount * bondFeeRate * contract_months / monthsperyear", {
      payer: operator,
      payee: c.word("guarantor"),
      role: "opex.other",
      tags: { taxpayer: operator },
      posts: { debit: "opex", credit: "cash" },
    }),
  ];
}

const YEARLY: Readonly<Record<string, Role>> = { staff: "opex.staff", other: "opex.other" };

/** What the operator spends itself: every year, or in lumps from the first month on that come again after each life while the contract lasts. */
export function obligationLines(c: Component): readonly LineSpec[] {
  return perRow(c, "obligations", (row) => {
    const yearly = YEARLY[row.word("kind")];
    return yearly === undefined ? lumps(c, row) : everyYear(c, yearly);
  });
}

function everyYear(c: Component, role: Role): readonly LineSpec[] {
  const operator = c.word("operator");
  return [
    cash("obligation", "运营商承诺支出", "cost the operator promised to bear", `row.amount * contract_years * ${escalation("row.growth", "contract_year")}`, {
      payer: operator,
      payee: c.word("supplier"),
      role,
      tags: { taxpayer: operator },
      posts: { debit: "opex", credit: "cash" },
    }),
  ];
}

function lumps(c: Component, row: Row): readonly LineSpec[] {
  const operator = c.word("operator");
  const first = row.has("first") ? "row.first" : "start";
  const dueBy = (until: string): string =>
    row.has("life") ? `max(0, floor((${until} - onemonth - ${first}) / (row.life * monthsperyear)) + 1)` : `(${until} - onemonth >= ${first} ? 1 : 0)`;
  const life = row.has("life") ? "row.life" : "years_agreed";
  const periods = `${life} * periodsperyear`;
  return [
    flow("times", "当期投入次数", "times in the period", `month < contract_end ? ${dueBy("min(month + dtmonths, contract_end)")} - ${dueBy("min(month, contract_end)")} : 0`, {
      unit: "1",
    }),
    cash("obligation", "运营商承诺投入", "investment the operator promised", `times * row.amount * ${escalation("row.growth", "contract_year")}`, {
      payer: operator,
      payee: c.word("supplier"),
      role: "replacement.capex",
      tags: { taxpayer: operator, eligible_maintenance: "no" },
      posts: { debit: "fixed", credit: "cash" },
    }),
    booking("obligation_depreciation", "承诺投入折旧", "depreciation of that investment", `prev(window(obligation, ${periods})) / (${periods})`, {
      role: "depreciation",
      tags: { taxpayer: operator },
      posts: { debit: "depreciation", credit: "fixed" },
      convention: { zh: "自次期起按周期直线法", en: "straight-line over its life from the next period" },
    }),
    stock("obligation_net", "承诺投入净值", "net value of that investment", "prev(obligation_net) + obligation - obligation_depreciation", {
      role: "asset.net",
      tags: { taxpayer: operator },
    }),
  ];
}
