import type { Decimal } from "decimal.js";
import type { Prepared } from "../../compile/prepare.ts";
import type { DeclaredSpec } from "../../document/schema.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { readPlace } from "../../results/reference.ts";
import type { Results } from "../../results/results.ts";
import type { Problem } from "../../wording/problem.ts";
import { auditProblem } from "../../wording/review.ts";
import type { Text } from "../../wording/text.ts";
import { roundedTo, stepOf, written } from "../bridge/rounding.ts";

/** A figure of the paper plan (申报数) beside what the model computes; null where the model has none. */
export interface DeclaredFigure extends Omit<DeclaredSpec, "place"> {
  readonly place: string;
  readonly label: Text;
  readonly unit: string;
  readonly computed: string | null;
  /** 申报 − 测算. */
  readonly difference: string | null;
  readonly problem?: Problem;
}

/** Figures typed from a paper plan, line by line against the book of record. */
export function declaredFigures(
  declared: readonly DeclaredSpec[],
  { timeline, frame }: Pick<Prepared, "timeline" | "frame">,
  record: Results<Decimal>,
): readonly DeclaredFigure[] {
  return declared.map((figure): DeclaredFigure => {
    const { id, line, place = "" } = figure;
    const found = record.line(line);
    const told = { ...figure, place, label: found?.label ?? { zh: line, en: line }, unit: found?.unit ?? "1" };
    const none = (problem: Problem): DeclaredFigure => ({ ...told, computed: null, difference: null, problem });
    if (found === undefined) return none(auditProblem("declared.line", `declared/${id}/line`, line));
    const at = place === "" ? undefined : readPlace(place, frame, timeline);
    const isTotal = at?.kind === "total" && !record.hasTotal(line);
    if ((found.axis === "scalar") !== (place === "") || (place !== "" && at === undefined) || isTotal)
      return none(auditProblem("declared.place", `declared/${id}/place`, place));
    const value = record.cell(at === undefined ? { line } : { line, place: at });
    if (value === undefined) return { ...told, computed: null, difference: null };
    const step = stepOf(found.unit);
    const computed = roundedTo(new RecordDecimal(value), step);
    const difference = new RecordDecimal(figure.value).minus(computed);
    return { ...told, computed: written(computed, found.unit), difference: written(difference, found.unit) };
  });
}
