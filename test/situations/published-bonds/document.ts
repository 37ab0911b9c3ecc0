import { readFileSync } from "node:fs";
import { parseDocument } from "../../../models/document/parse.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";

/** A special-bond project as a database printed it; money in 万元. */
export interface Published {
  readonly id: string;
  readonly name: string;
  readonly total: number;
  readonly capital: number;
  readonly bond: number;
  readonly other: number;
  readonly revenue: number;
  readonly cost: number;
  readonly coverage: number | null;
  readonly term: number;
  readonly coupons: readonly number[];
  readonly households: number | null;
  readonly url: string;
  readonly derived: Readonly<Record<string, number | null>>;
}

const file = JSON.parse(readFileSync(new URL("../../cases/cases.json", import.meta.url), "utf8")) as {
  readonly reference_cases: { readonly special_bond_projects: readonly Published[] };
};

export const published = file.reference_cases.special_bond_projects;

export type Repayment = "bullet" | "equal_principal";
export type Definition = "gross_income" | "net_income";

const START = "2025-01";
/** Years of construction; the records do not say. */
const BUILDING_YEARS = 3;

const yuan = (wan: number) => wan * 10000;

/** A published total in equal parts over `years`; the last takes what rounding leaves. */
function evenly(total: number, years: number) {
  const fen = Math.round(yuan(total) * 100);
  const part = Math.floor(fen / years);
  const parts = Array.from({ length: years }, (_, index) => (index === years - 1 ? fen - part * (years - 1) : part));
  return { profile: { from: START, every: "year", values: parts.map((value) => (value / 100).toFixed(2)) } };
}

const NO_VAT = { includesVat: false, vatMethod: "none" };

/**
 * The record as a document. Only its totals are published: they are spread evenly and every component says so; all debt is taken as issued at the start
 * on one coupon.
 */
export function documentOf(
  record: Published,
  repayment: Repayment,
  definition: Definition,
  coupon: number,
): ModelDocument {
  const note = { document: record.url, note: "公布总额;按年平均分摊为示例" };
  const component = (
    id: string,
    mechanism: string,
    label: string,
    inputs: Readonly<Record<string, unknown>>,
    evidenced: string,
  ) => ({
    id,
    mechanism,
    label: { zh: label, en: id },
    inputs,
    evidence: { [evidenced]: note },
  });
  const firstPrincipal = repayment === "bullet" ? record.term : 1;
  const tranche = (id: string, amount: number, couponInput: unknown) => ({
    id,
    amount: String(yuan(amount)),
    issue: START,
    coupon: couponInput,
    term: String(record.term),
    firstPrincipal: String(firstPrincipal),
  });
  const tranches = [tranche("bond", record.bond, String(coupon))];
  if (record.other > 0) tranches.push(tranche("other", record.other, { formula: "bond.tranches.bond.coupon" }));
  const parsed = parseDocument(
    {
      format: "pingheng/model",
      version: 1,
      project: {
        name: `${record.name}(示例)`,
        type: "renovation",
        mode: "rehabilitation",
        ...(record.households === null ? {} : { households: String(record.households) }),
        summary: "公布的专项债项目,仅总额来自公开信息,年度分布为平均分摊的示例。",
      },
      timeline: { start: START, step: "year", periods: record.term },
      conventions: { vatBasis: "excluded" },
      packs: [{ id: "national-law", version: "2026.1" }],
      parties: [
        { id: "entity", label: "实施主体", role: "entity" },
        { id: "district", label: "区财政", role: "district" },
        { id: "contractor", label: "施工单位", role: "contractor" },
        { id: "supplier", label: "服务单位", role: "supplier" },
        { id: "users", label: "付费使用者", role: "tenant" },
      ],
      components: [
        component(
          "investment",
          "scheduled_investment",
          "总投资(示例:平均分摊)",
          {
            payer: "entity",
            payee: "contractor",
            category: "cost_works_building",
            amount: evenly(record.total, BUILDING_YEARS),
            eligibleBond: "yes",
            ...NO_VAT,
          },
          "amount",
        ),
        component(
          "capital",
          "equity",
          "资本金(示例:平均到位)",
          { investor: "district", recipient: "entity", schedule: evenly(record.capital, BUILDING_YEARS) },
          "schedule",
        ),
        component(
          "bond",
          "special_bond",
          "专项债及其他债务(示例:期初一次发行)",
          {
            issuer: "district",
            borrower: "entity",
            feePayee: "supplier",
            use: "debt",
            tranches,
            issueTiming: "start",
            couponInterval: "half_year",
            approval: { notNeeded: "the quota is approved" },
            issueFeeRate: "0",
            paymentFeeRate: "0",
            completion: `${2025 + BUILDING_YEARS}-01`,
            coverageDefinition: definition,
            status: "approved",
          },
          "tranches",
        ),
        component(
          "income",
          "scheduled_income",
          "项目收入(示例:平均分摊)",
          {
            payer: "users",
            payee: "entity",
            category: "revenue_other",
            amount: evenly(record.revenue, record.term),
            ...NO_VAT,
          },
          "amount",
        ),
        component(
          "running",
          "scheduled_operating_cost",
          "经营成本(示例:平均分摊)",
          {
            payer: "entity",
            payee: "supplier",
            category: "opex_other",
            amount: evenly(record.cost, record.term),
            ...NO_VAT,
          },
          "amount",
        ),
      ],
    },
    mechanisms,
  );
  if (!parsed.ok || parsed.value.problems.length > 0)
    throw new Error(JSON.stringify(parsed.ok ? parsed.value.problems : parsed.problems));
  return parsed.value.document;
}
