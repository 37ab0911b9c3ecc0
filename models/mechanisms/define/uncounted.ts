import type { Role } from "../../terms/roles.ts";
import { ROLES } from "../../terms/roles.ts";
import type { Text } from "../../wording/text.ts";
import { type LineExtra, type LineSpec, scalar } from "./lines.ts";

/**
 * 未计入: money or ㎡ entered for a named party to pay or provide, and what of it counts. What is taken off stands on lines of its own, reason by reason in
 * this order, each only what the reasons before it left; over the whole life entered = counted + uncounted.
 */
export const REASONS = ["refused", "status", "document", "eligibility", "cap", "facility", "cutoff", "horizon"] as const;
export type Reason = (typeof REASONS)[number];

/** Whether the party pays the project (in) or the project pays it (out). */
export type Way = "in" | "out";

/** What a reason takes: all above `upTo`, or the amount `off`. Formulas of whole-life amounts; an optional input left out is no limit. */
export type Limit = { readonly reason: Exclude<Reason, "refused" | "status" | "document"> } & ({ readonly upTo: string } | { readonly off: string });

export interface Entry {
  readonly way: Way;
  /** Formula of the amount entered, over the whole life. */
  readonly entered: string;
  /** Formula of what counts, over the whole life: `total(grant)`. Its line carries `countedTags`. */
  readonly counted: string;
  readonly unit?: "CNY" | "m2";
  /** Status input: refused and not counted take all. */
  readonly status?: string;
  /** Record inputs that gate it; the amount of a record caps what is entered under it. */
  readonly documents?: readonly string[];
  readonly limits?: readonly Limit[];
  /** Why what is left at the end did not count; the horizon unless said otherwise. */
  readonly rest?: Exclude<Reason, "refused" | "status" | "document">;
  /** Goes before the names of the lines, where a component has several entries. */
  readonly prefix?: string;
  readonly words?: LineExtra["words"];
}

/** Tags of the line that counts. */
export const countedTags = (way: Way, unit: "CNY" | "m2" = "CNY") => ({ counted: way, measure: MEASURE[unit] }) as const;

const MEASURE = { CNY: "money", m2: "area" } as const;

const LEFT: Text = { zh: "其中仍可计入(扣除后)", en: "of which may still count, after" };

/** Name of what is left of an entry once a reason has taken its part; `allowed(entry)` once all have. */
export const leftAfter = (reason: Reason, prefix = ""): string => `${prefix}left_${reason}`;

/** Name of what may count within the horizon: the amount a mechanism pays out. */
export function allowed({ limits = [], documents = [], status, prefix = "" }: Omit<Entry, "counted" | "entered" | "way">): string {
  const last = limits.at(-1)?.reason;
  if (last !== undefined) return leftAfter(last, prefix);
  if (documents.length > 0) return leftAfter("document", prefix);
  return status === undefined ? `${prefix}entered` : leftAfter("status", prefix);
}

/** The lines of an entry: what was entered, what each reason leaves, and what it takes off. */
export function uncountedLines(entry: Entry): readonly LineSpec[] {
  const { way, unit = "CNY", prefix = "", status, documents = [], limits = [] } = entry;
  checkOrder(limits);
  const common = { unit, ...(entry.words === undefined ? {} : { words: entry.words }) };
  const entered = `${prefix}entered`;
  const steps: Step[] = [];
  if (status !== undefined) {
    steps.push({ reason: "refused", left: (from) => `${from} * (1 - ${status}.refused)` });
    steps.push({ reason: "status", left: (from) => `${from} * counted(${status})` });
  }
  if (documents.length > 0) steps.push({ reason: "document", left: (from) => proven(from, documents, unit) });
  for (const limit of limits) steps.push({ reason: limit.reason, left: (from) => leftBy(limit, from) });
  const lines: LineSpec[] = [scalar(entered, "填列金额", "amount entered", entry.entered, { ...common, tags: { entered: way, measure: MEASURE[unit] } })];
  const taken = new Map<Reason, string>();
  let from = entered;
  for (const { reason, left } of steps) {
    const name = leftAfter(reason, prefix);
    const { zh, en } = ROLES[`uncounted.${reason}`];
    lines.push(scalar(name, `${LEFT.zh}:${zh}`, `${LEFT.en} ${en}`, left(from), { ...common, ...(reason === "document" ? { tags: { claims: documents.join(" ") } } : {}) }));
    taken.set(reason, `${from} - ${name}`);
    from = name;
  }
  addRest(taken, entry, from);
  for (const reason of REASONS) {
    const formula = taken.get(reason);
    if (formula !== undefined) lines.push(offLine(reason, formula, entry, common));
  }
  return lines;
}

interface Step {
  readonly reason: Reason;
  readonly left: (from: string) => string;
}

function leftBy(limit: Limit, from: string): string {
  return "upTo" in limit ? `max(0, min(${from}, ${limit.upTo}))` : `${from} - max(0, min(${from}, ${limit.off}))`;
}

/** Nothing where one of the documents never holds; not more than the amount of any. */
const proven = (from: string, documents: readonly string[], unit: "CNY" | "m2"): string => {
  const caps = unit === "CNY" ? documents.map((name) => `${name}.allowance`) : [];
  return `min(${[from, ...caps].join(", ")})${documents.map((name) => ` * ${name}.held`).join("")}`;
};

/** What is allowed and yet did not count: a document had run out, or the horizon ends before. */
function addRest(taken: Map<Reason, string>, { documents = [], rest = "horizon", counted }: Entry, allowedAmount: string): void {
  const open = `(${allowedAmount} - (${counted}))`;
  const stands = documents.map((name) => `${name}.stands`).join(" * ");
  const plus = (reason: Reason, amount: string) => taken.set(reason, taken.has(reason) ? `${taken.get(reason)} + ${amount}` : amount);
  if (stands !== "") plus("document", `${open} * (1 - ${stands})`);
  plus(rest, stands === "" ? open : `${open} * ${stands}`);
}

function offLine(reason: Reason, formula: string, { way, unit = "CNY", prefix = "" }: Entry, common: LineExtra): LineSpec {
  const role: Role = `uncounted.${reason}`;
  const { zh, en } = ROLES[role];
  return scalar(`${prefix}off_${reason}`, `未计入:${zh}`, `not counted: ${en}`, formula, { ...common, role, tags: { way, measure: MEASURE[unit] } });
}

/** A mechanism that takes its limits in another order is a mistake in the program. */
function checkOrder(limits: readonly Limit[]): void {
  const places = limits.map(({ reason }) => REASONS.indexOf(reason));
  if (places.some((place, index) => index > 0 && place <= (places[index - 1] ?? 0))) throw new Error(`reasons out of order: ${limits.map(({ reason }) => reason).join(", ")}`);
}
