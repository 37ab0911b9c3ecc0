import { type InputSpec, party, rate } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { cash, flow, type LineSpec } from "../define/lines.ts";

const feeRate = (zh: string, en: string) => rate(zh, en, { from: 0, to: 0.1, optional: true, usual: [0, 0.01] });

/** Fees beside interest, each left out where none is charged. */
export const debtFeeInputs = {
  feePayee: party("费用收取方(不填为贷款人)", "fees paid to (the lender when left out)", ["bank", "supplier", "other", "soe", "investor"], { optional: true }),
  arrangementFeeRate: feeRate("安排费率(占授信额度,首次提款月收取)", "arrangement fee, of the facility, in the month of the first draw"),
  commitmentFeeRate: feeRate("承诺费率(年,占未提额度)", "commitment fee per year, on what is not drawn"),
  guaranteeFeeRate: feeRate("担保费率(年,占期初借款余额)", "guarantee fee per year, on the opening balance"),
} satisfies Record<string, InputSpec>;

/** What fees are measured by, as formulas. */
export interface FeeBasis {
  readonly facility: string;
  /** What is drawn before the period. */
  readonly drawn: string;
  /** What is owed when the period begins. */
  readonly owed: string;
  /** The month from which nothing more can be drawn. */
  readonly lastDraw: string;
}

const PARTS: Readonly<Record<string, (basis: FeeBasis) => string>> = {
  arrangementFeeRate: ({ facility }) => `(month >= start and month < start + dtmonths ? ${facility} * arrangementFeeRate : 0)`,
  commitmentFeeRate: ({ facility, drawn, lastDraw }) => `(month >= start and month < ${lastDraw} ? max(0, ${facility} - ${drawn}) * commitmentFeeRate * (dtyears / 1 a) : 0)`,
  guaranteeFeeRate: ({ owed }) => `${owed} * guaranteeFeeRate * (dtyears / 1 a)`,
};

export const hasFees = (c: Component): boolean => Object.keys(PARTS).some((name) => c.has(name));

/** Formula of the fees of a period; 0 where none is charged. */
export const feesFormula = (c: Component, basis: FeeBasis): string =>
  Object.entries(PARTS)
    .filter(([name]) => c.has(name))
    .map(([, part]) => part(basis))
    .join(" + ") || "0";

/** 筹资费用: during construction part of the cost of the assets, afterwards expensed. */
export function debtFeeLines(c: Component, { facility, lastDraw }: Pick<FeeBasis, "facility" | "lastDraw"> = { facility: "facility", lastDraw: "lastDraw" }): readonly LineSpec[] {
  if (!hasFees(c)) return [];
  const sides = { from: "borrower", to: c.has("feePayee") ? "feePayee" : "lender", words: { taxpayer: "borrower" } };
  return [
    flow("fees", "当期费用", "fees of the period", feesFormula(c, { facility, lastDraw, drawn: "prev(running(draw))", owed: "prev(balance)" })),
    cash("fees_construction", "建设期筹资费用", "fees in construction", "month < built ? fees : 0", {
      ...sides,
      role: "cost.financing.fee",
      posts: { debit: "wip", credit: "cash" },
    }),
    cash("fees_operation", "运营期筹资费用", "fees in operation", "month < built ? 0 : fees", { ...sides, role: "opex.other", posts: { debit: "opex", credit: "cash" } }),
  ];
}
