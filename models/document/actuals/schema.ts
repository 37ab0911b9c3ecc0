import { z } from "zod";
import { amount, date, ground, id, longText, month } from "../schemaParts.ts";

/** 余下各期按什么预测: what the periods after the closing month hold. */
export const REST_RULES = ["plan", "shift", "total", "model"] as const;

/**
 * `plan`: the plan's own amounts; `shift`: the same, some months later; `total`: what the plan's total leaves, in the proportions of the plan's later amounts;
 * `model`: what the model computes with the actuals in it.
 */
const restSchema = z.strictObject({
  rule: z.enum(REST_RULES),
  /** Months the plan is late, of the rule `shift`. */
  months: z.int().min(1).max(600).optional(),
});

/** Where figures come from: one document, its date, who reported; and what it says by line and period. */
const reportSchema = z.strictObject({
  id,
  document: ground(500),
  date,
  by: ground(200),
  note: longText.optional(),
  /** Line → period (`2027-03`, `2027-Q1`, `2027-H1`, `2027`) → amount in the unit of the line. What is not reported is not there. */
  figures: z.record(z.string().min(1).max(400), z.record(z.string().min(1).max(20), amount)).default({}),
});

/** 实际数 (M93): what was reported of the lines of the plan. No number of the plan rests on it. */
export const actualsSchema = z.strictObject({
  /** Month up to which actuals are closed (关账). */
  closed: month.optional(),
  rest: restSchema.optional(),
  /** Rules of single lines that differ from it. */
  restOf: z.record(z.string().min(1).max(400), restSchema).optional(),
  /** What the forecast takes for periods that are closed and not reported: nothing, unless the plan is chosen. */
  unreported: z.literal("plan").optional(),
  reports: z.array(reportSchema).max(2000).default([]),
});
