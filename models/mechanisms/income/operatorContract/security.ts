import type { Role } from "../../../terms/roles.ts";
import { type Component, perRow } from "../../define/component.ts";
import { booking, cash, flow, type LineSpec, rateLine, ratio, scalar, stock } from "../../define/lines.ts";
import { contractValue } from "./promises.ts";

const operator = { from: "operator", words: { taxpayer: "operator" } };

/** 履约担保: at most the legal share of the contract, in a form that ties up no cash; the operator pays its fee. */
export function bondLines(c: Component): readonly LineSpec[] {
  return [
    contractValue(c),
    scalar("bond_limit", "履约担保上限", "limit of the bond", "contract_value * param(performance_bond_max)", { clauses: ["national-law/tender-reg-58"] }),
    ratio("bond_within_limit", "履约担保不超上限", "bond within its limit", "bondAmount <= bond_limit ? 1 : 0", {
      clauses: ["national-law/tender-reg-58"],
      words: { form: "bondForm" },
    }),
    cash("bond_fee", "担保费", "fee of the bond", "bondAmount * bondFeeRate * contract_months / monthsperyear", {
      ...operator,
      to: "guarantor",
      role: "opex.other",
      posts: { debit: "opex", credit: "cash" },
    }),
  ];
}

const YEARLY: Readonly<Record<string, Role>> = { staff: "opex.staff", other: "opex.other" };

/** What the operator spends itself: every year, or in lumps from the first month on that come again after each life while the contract lasts. */
export function obligationLines(c: Component): readonly LineSpec[] {
  return perRow(c, "obligations", (row) => {
    const yearly = YEARLY[row.word("kind")];
    const bearer = row.is("borneBy", "owner") ? "owner" : "operator";
    return yearly === undefined ? lumps(bearer) : [everyYear(yearly, bearer)];
  });
}

const of = (bearer: string) => ({ from: bearer, words: { taxpayer: bearer } });

const everyYear = (role: Role, bearer: string): LineSpec =>
  cash(
    "obligation",
    "运营商承诺支出",
    "cost the operator promised to bear",
    "row.amount * contract_years * across(grown(row.growth, contract_year, 1), grown(row.growth, contract_year + 1, 1), later_share)",
    {
      ...of(bearer),
      to: "supplier",
      role,
      posts: { debit: "opex", credit: "cash" },
    },
  );

const timesBy = (until: string): string => `(given(row.life) ? timesdue(row.first or start, row.life, ${until}) : (${until} - 1 mo >= (row.first or start) ? 1 : 0))`;
/** Month of the last one due by the end of the period; the year of its price is that month's, however long the period. */
const LAST_DUE = `((row.first or start) + max(0, ${timesBy("min(month + dtmonths, contract_end)")} - 1) * (row.life or 0 a) * monthsperyear)`;
const LIFE = "((row.life or years_agreed) * periodsperyear)";

const lumps = (bearer: string): readonly LineSpec[] => [
  flow("times", "当期投入次数", "times in the period", `month < contract_end ? ${timesBy("min(month + dtmonths, contract_end)")} - ${timesBy("min(month, contract_end)")} : 0`, {
    unit: "1",
  }),
  rateLine("due_year", "投入所在合同年", "year of the contract it falls into", `floor(max(0 mo, ${LAST_DUE} - start) / 12 mo) + 1`, { unit: "1" }),
  cash("obligation", "运营商承诺投入", "investment the operator promised", "times * row.amount * grown(row.growth, due_year, 1)", {
    ...of(bearer),
    to: "supplier",
    role: "replacement.capex",
    tags: { eligible_maintenance: "no" },
    posts: { debit: "fixed", credit: "cash" },
  }),
  booking("obligation_depreciation", "承诺投入折旧", "depreciation of that investment", `prev(window(obligation, ${LIFE})) / ${LIFE}`, {
    role: "depreciation",
    tags: { asset: "replacement" },
    words: of(bearer).words,
    posts: { debit: "depreciation", credit: "fixed" },
    convention: { zh: "自次期起按周期直线法", en: "straight-line over its life from the next period" },
  }),
  stock("obligation_net", "承诺投入净值", "net value of that investment", "prev(obligation_net) + obligation - obligation_depreciation", {
    role: "asset.net",
    words: of(bearer).words,
  }),
];
