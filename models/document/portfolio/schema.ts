import { z } from "zod";
import { PARTY_ROLES } from "../../terms/parties.ts";
import { amount, date, id, label, month, shortText, words } from "../schemaParts.ts";

/** A portfolio has at most this many members. */
export const MEMBERS_MAX = 200;

/** Shifts of a start reach as far as a document's dates may. */
const SHIFT_MONTHS_MAX = 720;
const shift = z.int().min(-SHIFT_MONTHS_MAX).max(SHIFT_MONTHS_MAX);

const year = z.string().regex(/^\d{4}$/);

/** 元 by calendar year. */
const byYear = z.record(year, amount);

/** A whole document inside another; what is in it is checked when it is read. */
export const embeddedSchema = z.record(z.string(), z.unknown());

/** A document by the SHA-256 of its one text (`formatDocument`): never a path, so that it is the same wherever it is opened. */
const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** One project of a portfolio: its document, or what it is known by. */
export const memberSchema = z.strictObject({
  id,
  label: label.optional(),
  document: embeddedSchema.optional(),
  hash: hash.optional(),
  /** Of the member's own scenarios; its base where none is named. */
  scenario: id.optional(),
  /** Months the whole project is moved by. */
  startMonths: shift.default(0),
  /** Shifts that may be chosen: from `earliest` to `latest`, every so many months. */
  starts: z.strictObject({ earliest: shift, latest: shift, every: z.int().min(1).max(120) }).optional(),
  /** 数量目标: communities it stands for. */
  communities: z.int().min(1).max(10_000).default(1),
});

const transferSchema = z.strictObject({
  id,
  label: label.optional(),
  payer: id,
  payee: id,
  date: month,
  amount,
  kind: z.enum(["loan", "gift"]),
  /** 归还次序: smaller ones first, equal ones pro rata. */
  order: z.int().min(1).max(100).default(1),
  /** The paper it rests on. */
  document: shortText.optional(),
});

const sharedCostSchema = z.strictObject({
  id,
  label,
  amounts: byYear,
  key: z.enum(["households", "area", "agreed"]),
  /** Members that share it; the weight is needed where shares are agreed. */
  shares: z
    .array(z.strictObject({ id, weight: amount.optional() }))
    .min(1)
    .max(MEMBERS_MAX),
});

const budgetSchema = z.strictObject({
  id,
  label,
  /** Budgets it belongs to, by the role of the party that pays. */
  levels: z
    .array(z.enum(words(PARTY_ROLES)))
    .min(1)
    .max(10),
  amounts: byYear,
});

const targetSchema = z.strictObject({
  id,
  label,
  /** Communities started in the year, or built by its end. */
  counts: z.enum(["started", "built"]),
  year,
  atLeast: z.int().min(0).max(1_000_000),
});

/** What joins the members: the pool, what they give each other, what they share, what they are measured by. */
export const portfolioSchema = z.strictObject({
  /** Which flows are pooled: before financing and after tax, or what is left after each project's own financing. */
  basis: z.enum(["before_financing", "after_financing"]).default("before_financing"),
  pool: z
    .strictObject({
      openingCash: amount.optional(),
      minimumCash: amount.optional(),
      creditLimit: amount.optional(),
      creditRate: amount.optional(),
      /** The agreement on pooling. */
      document: shortText.optional(),
      documentDate: date.optional(),
    })
    .default({}),
  transfers: z.array(transferSchema).max(2000).default([]),
  sharedCosts: z.array(sharedCostSchema).max(200).default([]),
  budgets: z.array(budgetSchema).max(50).default([]),
  targets: z.array(targetSchema).max(200).default([]),
  /** All urban communities there are, for the share that is covered. */
  urbanCommunities: amount.optional(),
});

/** What is left open takes its default. */
export const openPortfolio = (): z.output<typeof portfolioSchema> => portfolioSchema.parse({});
