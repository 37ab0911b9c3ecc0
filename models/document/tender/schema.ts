import { z } from "zod";
import { CONVENTION_WORDS } from "../../terms/conventions.ts";
import { date, id, label, longText, month, shortText } from "../schemaParts.ts";
import { money, rate, share, signed } from "./bounded.ts";

/** 60 years, as any horizon. */
export const TENDER_YEARS_MAX = 60;
/** Far more than any notice has invited. */
export const BIDS_MAX = 40;

const years = z.int().min(1).max(TENDER_YEARS_MAX);
const moreYears = z.int().min(0).max(TENDER_YEARS_MAX);

/** One amount for every year, or amounts by year of the contract (1 is the first); a year that is not listed has none. */
export const yearly = z.union([money, z.record(z.string().regex(/^(?:[1-9]|[1-5]\d|60)$/), money)]);

/** Whether a price includes VAT, and at which rate; the rate is needed where the notice asks for the other basis. */
const vat = z.strictObject({ included: z.boolean().optional(), rate: share.optional() });

const named = { id, label: label.optional() };

/** 服务限价: what users pay, per unit; the quantity weighs the prices together. */
const serviceSchema = z.strictObject({
  ...named,
  unit: shortText.optional(),
  cap: money.optional(),
  vat: vat.prefault({}),
  quantity: money.optional(),
});

/** 收入项: revenue that a bid may share with the owner, and the least share the notice asks for. */
const revenueSchema = z.strictObject({ ...named, shareLeast: share.optional() });

/** 补贴项: what a subsidy may be asked for, with the limit of each year. */
const subsidySchema = z.strictObject({ ...named, limit: yearly.optional() });

const kpiSchema = z.strictObject({
  ...named,
  unit: shortText.optional(),
  sense: z.enum(["at_least", "at_most"]).optional(),
  target: signed.optional(),
});

/** Something the owner carries beside what it receives. */
const borneSchema = z.strictObject({ ...named, amounts: yearly.optional() });

const awardRulesSchema = z.strictObject({
  method: z.enum(["vote", "discussion", "price", "weighted"]).optional(),
  /** The rule as the notice prints it. */
  text: longText.optional(),
  /** 票决: how a vote passes. */
  passes: z.enum(["most", "half", "two_thirds"]).optional(),
  /** 权重: only those the notice prints; points a criterion may have at most. */
  weights: z
    .array(z.strictObject({ ...named, points: money }))
    .max(60)
    .default([]),
});

/** 招标文件: what every bidder is given. Its hash is what a bid answers, so nothing here may be secret. */
const noticeSchema = z.strictObject({
  number: shortText.optional(),
  title: label.optional(),
  date: date.optional(),
  /** 基准日: capital paid then is not discounted; year 1 begins with this month. */
  baseMonth: month.optional(),
  termYears: years.optional(),
  extensionYearsMost: moreYears.optional(),
  form: z.enum(["concession", "lease", "service"]).optional(),
  vatBasis: z.enum(["excluded", "included"]).optional(),
  priceLevel: z.enum(CONVENTION_WORDS.priceBasis.words).optional(),
  inflation: rate.optional(),
  discountRate: rate.optional(),
  /** 敏感性: by how much the reference revenue is raised and lowered. */
  sensitivity: share.optional(),
  estimate: money.optional(),
  bidBond: money.optional(),
  /** 履约担保: at least this share of the contract. */
  performanceBondShare: share.optional(),
  feeLeast: money.optional(),
  services: z.array(serviceSchema).max(60).default([]),
  servicesCap: money.optional(),
  revenues: z.array(revenueSchema).max(60).default([]),
  subsidies: z.array(subsidySchema).max(60).default([]),
  subsidyLimit: yearly.optional(),
  subsidyLimitWhole: money.optional(),
  kpis: z.array(kpiSchema).max(60).default([]),
  borne: z.array(borneSchema).max(60).default([]),
  way: z.enum(["open", "invited"]).optional(),
  /** 依法必须招标 by controlling state money: the first-ranked candidate wins. */
  compulsory: z.boolean().optional(),
  stateFunds: z.boolean().optional(),
  ground: longText.optional(),
  separateAward: z.boolean().optional(),
  separateGround: longText.optional(),
  candidatesLeast: z.int().min(1).max(BIDS_MAX).optional(),
  candidatesMost: z.int().min(1).max(BIDS_MAX).optional(),
  award: awardRulesSchema.prefault({}),
});

/** Reference revenue of a line: flows of this document's own model, or amounts; never a bidder's. */
const referenceRowSchema = z.strictObject({
  id,
  lines: z.array(z.string().min(1).max(200)).max(200).optional(),
  amounts: yearly.optional(),
  vat: vat.prefault({}),
});

/** 自营基准: lines or amounts of what the owner would earn and spend itself; the model's whole operation where left out. */
const selfPart = z.strictObject({
  lines: z.array(z.string().min(1).max(200)).max(200).optional(),
  amounts: yearly.optional(),
});

const referenceSchema = z.strictObject({
  scenario: id.optional(),
  revenues: z.array(referenceRowSchema).max(60).default([]),
  self: z.strictObject({ revenue: selfPart, cost: selfPart, replacement: selfPart }).optional(),
});

const inviteeSchema = z.strictObject({ id, name: shortText });
const memberSchema = z.strictObject({ id, name: shortText, expert: z.boolean().optional() });

/** What locking writes: when, by whom, and the hash of what was locked. */
const lockedSchema = z.strictObject({ at: shortText, by: shortText, hash: z.string().regex(/^sha256:[0-9a-f]{64}$/) });

/** What a bid came to when the sheet was locked; null where it had no value. */
const figureSchema = z.strictObject({ id, npv: signed.nullable(), equivalent: signed.nullable() });

const evaluationSchema = z.strictObject({
  date: date.optional(),
  rows: z
    .array(
      z.strictObject({
        id,
        valid: z.boolean(),
        comment: longText.default(""),
        recommended: z.boolean().default(false),
        rank: z.int().min(1).max(BIDS_MAX).optional(),
        points: z.record(id, money).optional(),
      }),
    )
    .max(BIDS_MAX)
    .default([]),
  note: longText.optional(),
  figures: z.array(figureSchema).max(BIDS_MAX).optional(),
  locked: lockedSchema.optional(),
});

const awardSchema = z.strictObject({
  date: date.optional(),
  winner: id.optional(),
  reason: longText.optional(),
  ground: longText.optional(),
  /** Better-ranked candidates that did not win, each with the reason the law lists. */
  passedOver: z
    .array(z.strictObject({ id, reason: longText }))
    .max(BIDS_MAX)
    .default([]),
  /** Votes of the award committee, by member; no bid named: abstained. */
  votes: z
    .array(z.strictObject({ id, bid: id.optional(), note: longText.optional() }))
    .max(60)
    .default([]),
  locked: lockedSchema.optional(),
});

export const tenderSchema = z.strictObject({
  notice: noticeSchema.prefault({}),
  reference: referenceSchema.prefault({}),
  invitees: z.array(inviteeSchema).max(200).default([]),
  evaluators: z.array(memberSchema).max(60).default([]),
  awarders: z.array(memberSchema).max(60).default([]),
  evaluation: evaluationSchema.prefault({}),
  award: awardSchema.prefault({}),
});

const growing = { amounts: yearly.optional(), growth: rate.optional() };

const ownSchema = z.strictObject({
  /** By line of the notice; `reference`: the owner's forecast is taken for it. */
  revenues: z
    .array(z.strictObject({ ...named, ...growing, amounts: z.union([z.literal("reference"), yearly]).optional() }))
    .max(60)
    .default([]),
  costs: z
    .array(z.strictObject({ ...named, ...growing }))
    .max(60)
    .default([]),
  /** Money of its own put in, by year (0 is the base date). */
  investments: z
    .array(z.strictObject({ ...named, year: moreYears, amount: money }))
    .max(60)
    .default([]),
});

/** One bid: what is offered, and the bidder's own reckoning where it gives one. Amounts in 元. */
export const bidSchema = z.strictObject({
  id,
  bidder: shortText.default(""),
  /** `sha256:…` of the notice it answers. */
  answers: z.string().max(80).optional(),
  answersNumber: shortText.optional(),
  termYears: years.optional(),
  extensionYears: moreYears.optional(),
  priceLevel: z.enum(CONVENTION_WORDS.priceBasis.words).optional(),
  fee: z.strictObject({ ...growing, vat: vat.prefault({}) }).prefault({}),
  shares: z
    .array(
      z.strictObject({
        id,
        /** A revenue line of the notice, or `total`. */
        of: id,
        rate: share,
        threshold: money.optional(),
        cap: money.optional(),
        floor: money.optional(),
      }),
    )
    .max(60)
    .default([]),
  /** Of all shares together, a year. */
  sharesCap: money.optional(),
  sharesFloor: money.optional(),
  subsidies: z
    .array(z.strictObject({ id, amounts: yearly, vat: vat.prefault({}) }))
    .max(60)
    .default([]),
  capital: z
    .array(
      z.strictObject({
        ...named,
        year: moreYears,
        amount: money,
        evidence: shortText.optional(),
        vat: vat.prefault({}),
      }),
    )
    .max(60)
    .default([]),
  prices: z
    .array(z.strictObject({ id, price: money, vat: vat.prefault({}) }))
    .max(60)
    .default([]),
  kpis: z
    .array(z.strictObject({ id, promise: signed, penalty: money.optional() }))
    .max(60)
    .default([]),
  /** What the notice has the owner bear and this bid takes over. */
  takesOver: z.array(id).max(60).default([]),
  /** What this bid leaves to the owner beside it; an amount left out is not nothing. */
  borne: z.array(borneSchema).max(60).default([]),
  bidBond: money.optional(),
  contractAmount: money.optional(),
  performanceBond: z.strictObject({ amount: money.optional(), form: shortText.optional() }).prefault({}),
  consortium: z
    .array(z.strictObject({ id, name: shortText, share }))
    .max(60)
    .default([]),
  deviations: z
    .array(z.strictObject({ id, clause: shortText.default(""), text: longText }))
    .max(200)
    .default([]),
  own: ownSchema.prefault({}),
  note: longText.optional(),
});
