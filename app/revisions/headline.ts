import type { Decimal } from "decimal.js";
import { z } from "zod";
import type { Computation } from "../../models/compile/prepare.ts";
import { evaluate } from "../../models/compile/prepare.ts";
import { BASE_SCENARIO } from "../../models/document/scenario.ts";
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
  scenario: z.string(),
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
export function headlineOf(results: Results<Decimal>): string {
  const trust = trustIn(results, reviewIn(results));
  const margins = results.verdicts.map(({ id }) => `verdict.${id}.margin`);
  const ids = [...results.indicators.map(({ id }) => id), ...margins].filter((id) => results.values.has(id));
  const headline: Headline = {
    format: FORMAT,
    scenario: BASE_SCENARIO,
    verdicts: results.verdicts.map(({ id, pass }) => ({ id, pass, conditions: conditionsOf(trust, id).length })),
    lines: Object.fromEntries(ids.map((id) => [id, textOf(results.values.scalar(id))])),
    packs: results.prepared.document.packs.map(({ id, version }) => `${id}@${version}`),
  };
  return JSON.stringify(headline);
}

/** @returns undefined for what is no headline */
export function readHeadline(text: string): Headline | undefined {
  try {
    const parsed = headlineSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** A figure that is not what the file says it was. */
export interface Unreproduced {
  readonly line: string;
  /** As stored, and as computed again; null where there is no value. */
  readonly stored: string | null;
  readonly computed: string | null;
}

/** The figures of a headline that a computation does not give again. */
export function unreproducedBy(
  { lines }: Headline,
  computation: Computation,
  hooks: RecordOptions = {},
): readonly Unreproduced[] {
  const record = evaluate(computation, "record", hooks);
  const { graph } = computation;
  return Object.entries(lines).flatMap(([line, stored]) => {
    const index = graph.indexById.get(line);
    const computed =
      index === undefined || graph.broken.has(index) ? null : textOf(record.scalar(index) as Decimal | undefined);
    return computed === stored ? [] : [{ line, stored, computed }];
  });
}

const textOf = (value: Decimal | undefined): string | null => (value?.isFinite() === true ? value.toFixed() : null);
