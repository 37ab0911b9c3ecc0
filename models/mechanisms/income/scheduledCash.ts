import type { Tag } from "../../language/line.ts";
import type { Account } from "../../terms/accounts.ts";
import { choice, flag, type InputSpec, party, plot, profile, rate } from "../../terms/inputs.ts";
import { PARTY_ROLES } from "../../terms/parties.ts";
import { ROLES, type Role } from "../../terms/roles.ts";
import { poolInput } from "../cost/costPool.ts";
import { coveredBySum, coveredBySumLines } from "../cost/coveredArea.ts";
import { costTagInputs, costTags } from "../cost/tags.ts";
import type { Component } from "../define/component.ts";
import { cash, type LineSpec, rateLine } from "../define/lines.ts";
import { type Mechanism, type MechanismSpec, mechanism } from "../define/mechanism.ts";
import { costVatLines } from "../define/rateBase.ts";
import { completionInput, completionLines, lastMonthOf } from "../define/stage.ts";
import { inputVatLines, outputVatLines, vatOf } from "../define/vat.ts";

const ALL_PARTIES = Object.keys(PARTY_ROLES);

interface Kind {
  readonly posts: { readonly debit: Account; readonly credit: Account };
  readonly roles: readonly Role[];
}

const INCOME: Kind = {
  posts: { debit: "cash", credit: "revenue" },
  roles: ["revenue.lease", "revenue.parking", "revenue.property_fee", "revenue.service", "revenue.energy", "revenue.common", "revenue.other", "support.operating"],
};
const BUILDING: Kind = {
  posts: { debit: "wip", credit: "cash" },
  roles: [
    "cost.works.building",
    "cost.works.equipment",
    "cost.works.outdoor",
    "cost.works.demolition",
    "cost.works.platform",
    "cost.compensation.cash",
    "cost.compensation.other",
    "cost.land.price",
    "cost.land.deed_tax",
    "cost.other.management",
    "cost.other.design",
    "cost.other.supervision",
    "cost.other.fees",
    "cost.contingency.basic",
    "cost.contingency.price",
  ],
};
const RUNNING: Kind = {
  posts: { debit: "opex", credit: "cash" },
  roles: [
    "opex.staff",
    "opex.energy",
    "opex.maintenance",
    "opex.rent",
    "opex.management",
    "opex.insurance",
    "opex.concession",
    "opex.other",
    "tax.surcharge",
    "tax.property",
    "tax.land_use",
  ],
};

/** Operating subsidies are income of their own, taxes no operating cost. */
function postsOf(kind: Kind, role: Role): Kind["posts"] {
  if (role.startsWith("support.")) return { debit: "cash", credit: "subsidy" };
  if (role.startsWith("tax.")) return { debit: "surcharge", credit: "cash" };
  return kind.posts;
}

const options = (kind: Kind) => Object.fromEntries(kind.roles.map((role) => [role.replaceAll(".", "_"), ROLES[role]]));
const roleOf = (c: Component, kind: Kind): Role => kind.roles.find((role) => role.replaceAll(".", "_") === c.word("category")) ?? (kind.roles[0] as Role);

const NO_VAT = {
  none: { zh: "不涉及增值税", en: "no VAT" },
};
const SALE_VAT = {
  general: { zh: "一般计税", en: "general method" },
  simplified: { zh: "简易计税", en: "simplified method" },
  ...NO_VAT,
};
const PURCHASE_VAT = {
  creditable: { zh: "可抵扣", en: "creditable" },
  non_creditable: { zh: "不可抵扣(计入成本)", en: "not creditable" },
  ...NO_VAT,
};

const BUILT_WORDS = { taxpayer: "payer", plot: "plot" } as const;

const stageInputs = {
  completion: completionInput,
  retentionShare: rate("完工后支付的质保金比例", "retention, paid after completion", { from: 0, to: 1, optional: true, policy: "works_retention_max" }),
};

/** Payments say when they are made, not when anything is built: what is built on schedule ends when all but the retention of it is paid. */
const PAID_OUT = "running(sum(scheduled)) - sum(scheduled) < total(sum(scheduled)) * (1 - (retentionShare or 0))";

function scheduled(id: string, zh: string, en: string, kind: Kind, receives: boolean): Mechanism {
  const inputs: Record<string, InputSpec> = {
    payer: party("付款方", "payer", ALL_PARTIES),
    payee: party("收款方", "payee", ALL_PARTIES),
    category: choice("类别", "category", options(kind)),
    amount: profile("amount", "CNY", "金额计划", "amounts by date", {}),
    growthIndexed: flag("随价格指数调整", "moves with the price index", { optional: true }),
    includesVat: flag("金额含税", "amounts include VAT"),
    vatMethod: choice("增值税处理", "VAT", receives ? SALE_VAT : PURCHASE_VAT),
    vatRate: rate("增值税率/征收率", "VAT rate", { from: 0, to: 1, optional: true, statutory: true, usual: [0.03, 0.13] }),
    ...(kind === BUILDING
      ? { plot: plot("地块(不选为全部)", "plot (all when left out)", { optional: true }), ...coveredBySum, pool: poolInput, ...costTagInputs, ...stageInputs }
      : {}),
  };
  const spec: MechanismSpec = {
    title: { zh, en },
    summary: {
      zh: "直接按日期录入金额的收支;没有专门机制时使用,每笔仍有付款方、收款方与科目。",
      en: "Amounts entered by date, for what no mechanism computes; every amount still has a payer, a payee and a category.",
    },
    family: receives ? "income" : "cost",
    clauses: [],
    inputs,
    ...(kind === BUILDING ? { selections: { scheduled: "payer = payer, role = cost.*, stage_by = payments" } } : {}),
    lines: (c) => scheduledLines(c, kind, receives),
  };
  return mechanism(id, spec);
}

function scheduledLines(c: Component, kind: Kind, receives: boolean): readonly LineSpec[] {
  const sides = { from: "payer", to: "payee" };
  const role = roleOf(c, kind);
  const vat = vatOf(c);
  const one = "((growthIndexed or 0) > 0 ? project.price_index : 1)";
  return [
    ...(kind === BUILDING ? completionLines(c, { of: roleStage(role), otherwise: lastMonthOf(PAID_OUT), words: BUILT_WORDS }) : []),
    rateLine("factor", "口径换算系数", "factor to the basis of the file", receives ? vat.net(one) : vat.carried(one)),
    cash("flow", ROLES[role].zh, ROLES[role].en, "amount * factor", {
      ...sides,
      role,
      tags: kind === BUILDING ? { ...buildingTags(c, role), amounts: "dated" } : { amounts: "typed" },
      words: kind === BUILDING ? BUILT_WORDS : { taxpayer: receives ? "payee" : "payer" },
      posts: postsOf(kind, role),
    }),
    ...(kind === BUILDING ? coveredBySumLines(c, role, "total(flow)") : []),
    ...vatLines(c, kind, receives),
  ];
}

function vatLines(c: Component, kind: Kind, receives: boolean): readonly LineSpec[] {
  const sides = { from: "payer", to: "payee" };
  const vat = vatOf(c);
  if (receives) return outputVatLines("flow", vat, sides);
  if (kind !== BUILDING) return inputVatLines("flow", vat, sides);
  const role = roleOf(c, kind);
  return costVatLines("flow", vat, sides, { role, tags: { contingency: buildingTags(c, role)["contingency"] ?? "yes" }, words: BUILT_WORDS });
}

const roleStage = (role: Role): Tag => (role.startsWith("cost.works.") ? "works" : role.startsWith("cost.land.") ? "land" : "other");

/** Purchased land bears no contingency unless the user says so, contingency none. */
function buildingTags(c: Component, role: Role): Readonly<Record<string, Tag>> {
  const outside = (role.startsWith("cost.land.") && !c.has("contingency")) || role.startsWith("cost.contingency.");
  return { ...costTags(c), pool: c.word("pool", "common"), stage_by: "payments", ...(outside ? { contingency: "no" } : {}) };
}

/** 按计划收入、建设支出、经营支出: amounts entered by date. */
export const scheduledIncome = scheduled("scheduled_income", "按计划录入的经营收入", "Scheduled income", INCOME, true);
export const scheduledInvestment = scheduled("scheduled_investment", "按计划录入的建设支出", "Scheduled investment", BUILDING, false);
export const scheduledOperatingCost = scheduled("scheduled_operating_cost", "按计划录入的经营支出", "Scheduled operating cost", RUNNING, false);
