import type { Decimal } from "decimal.js";
import type { ModelDocument } from "../../document/schema.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { GraphLine } from "../../language/graph.ts";
import { buildTimeline } from "../../language/timeline.ts";
import { loadPacks, type PackedParameter } from "../../policy/load.ts";
import { parameterAt } from "../../policy/series.ts";
import type { Results } from "../../results/results.ts";
import { groundedIn } from "./grounds.ts";
import { placesOf, type TaxPlace } from "./place.ts";
import type { Ease } from "./statutes.ts";

/** What rule packs say in the first month, those of the file before the law that holds everywhere. */
export interface Rules {
  stated(id: string): { readonly rule: PackedParameter; readonly value: Decimal } | undefined;
}

/** A scenario as the tax audit looks at it. */
export interface TaxFile {
  readonly document: ModelDocument;
  readonly places: readonly TaxPlace[];
  readonly rules: Rules;
  /** Whether a record gives a ground for how a place, or its component, is taxed. */
  readonly isGrounded: (place: TaxPlace, ease: Ease) => boolean;
  readonly numberOf: (place: TaxPlace, name: string) => Decimal | undefined;
  readonly lines: readonly GraphLine[];
  /** The value of a line, of a series its first. */
  readonly scalar: (id: string) => Decimal | undefined;
}

export function taxFileOf<V>(document: ModelDocument, results: Results<V>): TaxFile {
  const packs = loadPacks(document);
  const { startMonth } = buildTimeline(document.timeline);
  const grounded = groundedIn(document);
  const scalar = (id: string): Decimal | undefined => {
    const found = results.line(id);
    const value =
      found === undefined ? undefined : found.axis === "scalar" ? results.scalar(id) : results.periods(id)[0];
    return value === undefined ? undefined : new RecordDecimal(value as never);
  };
  return {
    document,
    places: placesOf(document.components),
    rules: {
      stated: (id) => {
        const [parameter, pack] = [packs.parameter(id), packs.packOf(id)];
        const base = packs.base(id);
        const listed = parameter === undefined || pack === undefined ? undefined : { parameter, pack };
        const rule = listed ?? (base?.pack.area?.level === "national" ? base : undefined);
        const value = rule === undefined ? undefined : parameterAt(rule.parameter, startMonth);
        return rule === undefined || typeof value !== "string" ? undefined : { rule, value: new RecordDecimal(value) };
      },
    },
    isGrounded: (place, ease) => grounded([place.word, place.component], { ease, place }),
    numberOf: ({ line }, name) => scalar(`${line}.${name}`),
    scalar,
    lines: results.evaluation.graph.lines,
  };
}
