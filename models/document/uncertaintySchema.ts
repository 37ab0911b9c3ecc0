import { z } from "zod";
import { decimalOfNumber } from "../language/decimal.ts";
import { amount, id, longText, shortText, words } from "./schemaParts.ts";

/** 分布: the kinds of distributions, and the figures each is given by. */
export const DISTRIBUTIONS = {
  normal: ["mean", "sd"],
  lognormal: ["mean", "sd"],
  triangular: ["low", "mode", "high"],
  pert: ["low", "mode", "high"],
  uniform: ["low", "high"],
  discrete: ["outcomes"],
  bernoulli: ["probability", "yes", "no"],
} as const;

/** A value of the input: a decimal, a month, or a word. */
const figure = z.union([z.string().min(1).max(60), z.number().transform(decimalOfNumber)]);
/** Of a status or a choice a word, of a switch true or false. */
const outcomeValue = z.union([figure, z.boolean()]);

/** How likely the values of one input are. Figures are in the input's own unit; of a profile as a whole they are factors. */
const uncertainSchema = z.strictObject({
  id,
  /** As scenarios write it; `…/profile/*` is all values of a profile by one factor, `…/profile/2031` the value of that date. */
  path: z.string().min(1).max(400),
  distribution: z.enum(words(DISTRIBUTIONS)),
  mean: figure.optional(),
  /** Standard deviation; of a month so many months. */
  sd: figure.optional(),
  /** Ends of the distribution; of a normal or lognormal one, where it is cut off. */
  low: figure.optional(),
  mode: figure.optional(),
  high: figure.optional(),
  outcomes: z
    .array(z.strictObject({ value: outcomeValue, probability: amount }))
    .min(1)
    .max(200)
    .optional(),
  probability: amount.optional(),
  yes: outcomeValue.optional(),
  no: outcomeValue.optional(),
  /** 秩相关: with others of the list, each pair said once. */
  correlations: z
    .array(z.strictObject({ with: id, rank: amount }))
    .max(200)
    .optional(),
  /** Where the figures come from. */
  source: shortText.optional(),
  /** 建议: what suggested it; nobody has confirmed it yet. */
  assumed: shortText.optional(),
  note: longText.optional(),
});

export const uncertaintySchema = z.array(uncertainSchema).max(200);
