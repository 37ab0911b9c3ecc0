import type { Decimal } from "decimal.js";
import { z } from "zod";
import type { Computation } from "../../models/compile/prepare.ts";
import { evaluate } from "../../models/compile/prepare.ts";
import { BASE_SCENARIO } from "../../models/document/scenario.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import type { RecordOptions } from "../../models/engines/index.ts";
import { DECIMAL_LENGTH_MAX } from "../../models/language/decimal.ts";
import type { Results } from "../model/results.ts";
import { conditionsOf, reviewIn, trustIn } from "../model/trust.ts";

const FORMAT = "pingheng/results";

const decimal = z
  .string()
  .max(DECIMAL_LENGTH_MAX)
  .regex(/^[+-]?\d+(\.\d+)?$/);

const headlineSchema = z.strictObject({
  format: z.literal(FORMAT),
  // Results of any other scenario would pass for those of the plan.
  scenario: z.literal(BASE_SCENARIO),
  verdicts: z
    .array(
      z.strictObject({
        id: z.string().max(20),
        pass: z.boolean().nullable(),
        /** How many conditions the verdict stood under. */
        conditions: z.int().min(0),
      }),
    )
    .max(100),
  /** Values of indicators and margins by their lines, with all their digits; null where there is none. */
  lines: z.record(z.string().max(400), decimal.nullable()),
  /** Rule packs it rests on, `ID@VERSION`; absent in revisions of earlier programs. */
  packs: z.array(z.string().max(120)).max(100).optional(),
});

/** What a revision came to when it was saved: verdicts and figures of the base scenario by the book of record. */
export type Headline = z.output<typeof headlineSchema>;

/** What a record states, as a file keeps it. */
export const headlineOf = (results: Results<Decimal>): string => JSON.stringify(headlineIn(results));

/** The same before it is written. */
export function headlineIn(results: Results<Decimal>): Headline {
  const trust = trustIn(results, reviewIn(results));
  const margins = results.verdicts.map(({ id }) => `verdict.${id}.margin`);
  const ids = [...results.indicators.map(({ id }) => id), ...margins].filter((id) => results.values.has(id));
  return {
    format: FORMAT,
    scenario: BASE_SCENARIO,
    verdicts: results.verdicts.map(({ id, pass }) => ({ id, pass, conditions: conditionsOf(trust, id).length })),
    lines: Object.fromEntries(ids.map((id) => [id, textOf(results.values.scalar(id))])),
    packs: packNames(results.prepared.document),
  };
}

/** The rule packs of a document as results name them. */
export const packNames = ({ packs }: Pick<ModelDocument, "packs">): string[] =>
  packs.map(({ id, version }) => `${id}@${version}`);

/** @returns undefined for what this program does not write: no headline, or one with a key twice or room between words */
export function readHeadline(text: string): Headline | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const parsed = headlineSchema.safeParse(json);
    return parsed.success && JSON.stringify(json) === text ? parsed.data : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** A figure that is not what the file says it was. */
export interface Unreproduced {
  readonly line: string;
  /** As stored, and as computed again; null where there is no value, or the line itself is lacking. */
  readonly stored: string | null;
  readonly computed: string | null;
}

/**
 * The figures of a headline that a computation does not give again.
 * @param due lines a headline tells of: one that the computation gives and the headline leaves out is not given again either
 */
export function unreproducedBy(
  { lines }: Headline,
  due: readonly string[],
  computation: Computation,
  hooks: RecordOptions = {},
): readonly Unreproduced[] {
  const record = evaluate(computation, "record", hooks);
  const { graph } = computation;
  const stored = new Map(Object.entries(lines));
  return [...new Set([...stored.keys(), ...due])].flatMap((line) => {
    const index = graph.indexById.get(line);
    const computed =
      index === undefined || graph.broken.has(index) ? null : textOf(record.scalar(index) as Decimal | undefined);
    const kept = stored.get(line) ?? null;
    // A line that the file itself does not have was never computed, not even to nothing.
    const isMadeUp = index === undefined && stored.has(line);
    return computed === kept && !isMadeUp ? [] : [{ line, stored: kept, computed }];
  });
}

const textOf = (value: Decimal | undefined): string | null => (value?.isFinite() === true ? value.toFixed() : null);
