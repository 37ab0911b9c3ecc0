import type { Decimal } from "decimal.js";
import { type Finding, findingsOf } from "../checks/findings.ts";
import { statedOf } from "../checks/stated.ts";
import { type TrustPoint, trustOf } from "../checks/trust/index.ts";
import type { Verdict } from "../checks/verdicts/verdict.ts";
import { type Prepared, recordOf } from "../compile/prepare.ts";
import type { Results } from "../results/results.ts";
import { type Answered, asAnswered, asMet, asUndecided, MISSED } from "./answered.ts";
import type { Target } from "./target.ts";
import { excessOf, type Place, type Placed, preparedAt } from "./trial.ts";

/** What stands beside the target at a value: what the book of record makes a condition of, and which verdicts it leaves undecided. */
export interface Standing {
  readonly verdicts: readonly Verdict[];
  readonly conditions: readonly (Pick<TrustPoint, "kind" | "path" | "message"> & {
    readonly verdicts: readonly string[];
  })[];
  /** What the review finds to break a rule. */
  readonly breaches: readonly Finding[];
}

/**
 * How the book of record has the target with the number at a decimal literal. A verdict is met only where it is given as such, whatever its margin says, and
 * hangs on its conditions; a line has none of its own. What is reached only by breaking a rule is no answer either.
 */
export function answeredAt(place: Place, literal: string): Answered {
  const { target } = place;
  if ("verdict" in target) return verdictIn(place, target.verdict, standingAt(place, literal));
  const there = preparedAt(place, literal);
  return there === undefined ? MISSED : lineIn(place, there, () => standingAt(place, literal));
}

/** The same of a plan that was prepared with other numbers. */
export function answeredIn(place: Pick<Place, "prepared" | "target">, there: Placed): Answered {
  const { target } = place;
  const standing = () => standingOf(there.prepared);
  return "verdict" in target ? verdictIn(place, target.verdict, standing()) : lineIn(place, there, standing);
}

function verdictIn(place: Pick<Place, "prepared">, id: string, there: Standing | undefined): Answered {
  const verdict = there?.verdicts.find((one) => one.id === id);
  if (there !== undefined && verdict?.pass === true) {
    const own = there.conditions.filter((point) => point.verdicts.includes(id));
    const isTold = ({ message }: Finding): boolean =>
      own.some((point) => point.kind !== "paper" && point.message.en.includes(message.en));
    const breaches = newBreaches(place, there).filter((finding) => !isTold(finding));
    return asAnswered([...own, ...breaches.map(asBreach)]);
  }
  return verdict?.pass === null ? asUndecided(verdict.id, verdict.message) : MISSED;
}

function lineIn(place: Pick<Place, "prepared">, there: Placed, standing: () => Standing | undefined): Answered {
  const bare = asMet(excessOf(there));
  const whole = bare.met ? standing() : undefined;
  return whole === undefined ? bare : asAnswered(newBreaches(place, whole).map(asBreach));
}

const asBreach = ({ id, path, message }: Finding) => ({
  kind: "breach" as const,
  path,
  message: { zh: `违反 ${id}：${message.zh}`, en: `breaks ${id}: ${message.en}` },
});

const OF_VERDICT = /^verdict\.(B\d)/;

/** The same finding of two plans has the same key. */
export const keyOfFinding = ({ id, path }: Pick<Finding, "id" | "path">): string => `${id} ${path}`;

/** Of each plan how it stands as it is filed; asked once. */
const filed = new WeakMap<Prepared, Standing>();

function standingAsFiled(prepared: Prepared): Standing {
  const known = filed.get(prepared) ?? withoutValues(standingOf(prepared));
  filed.set(prepared, known);
  return known;
}

/**
 * What breaks a rule at a value and not in the plan as it stands. A finding that is one of the nine tests is told as a verdict, unless the plan as it stands meets
 * that one: money that runs short only at the value is a reason against it.
 */
export function newBreaches({ prepared }: Pick<Place, "prepared">, there: Standing): readonly Finding[] {
  const { breaches, verdicts } = standingAsFiled(prepared);
  const before = new Set(breaches.map(keyOfFinding));
  const met = new Set<string | undefined>(verdicts.filter(({ pass }) => pass === true).map(({ id }) => id));
  return there.breaches.filter((finding) => {
    const of = OF_VERDICT.exec(finding.path);
    return !before.has(keyOfFinding(finding)) && (of === null || met.has(of[1]));
  });
}

/** What was asked with the number at each literal. */
const asked = new WeakMap<Place, Map<string, Standing | undefined>>();

/** The whole statement at a value, asked once. */
export function standingAt(place: Place, literal: string): Standing | undefined {
  if (literal === place.variable.filed) return standingAsFiled(place.prepared);
  const known = asked.get(place) ?? new Map<string, Standing | undefined>();
  asked.set(place, known);
  if (!known.has(literal)) {
    const there = preparedAt(place, literal)?.prepared;
    known.set(literal, there && withoutValues(standingOf(there)));
  }
  return known.get(literal);
}

/** Many are kept, and the values of a model are large. */
const withoutValues = ({ verdicts, conditions, breaches }: Standing): Standing => ({
  verdicts,
  conditions,
  breaches,
});

/** What a statement says beside the target itself, whose own conditions are told with its answers. */
export const besideTarget = (there: Standing, target: Target): Standing =>
  "verdict" in target
    ? { ...there, conditions: there.conditions.filter(({ verdicts }) => !verdicts.includes(target.verdict)) }
    : there;

/** The whole statement of a scenario by the book of record. */
export function standingOf(prepared: Prepared): {
  readonly verdicts: readonly Verdict[];
  readonly conditions: readonly TrustPoint[];
  readonly breaches: readonly Finding[];
  /** Conditions and notes alike. */
  readonly points: readonly TrustPoint[];
  readonly values: Results<Decimal>;
} {
  const { document, scenario, counts } = prepared;
  const { values, ...stated } = statedOf(prepared, recordOf(prepared));
  const findings = findingsOf({ document, counts, results: values, ...stated });
  const { points } = trustOf({ document, scenario, results: values, ...stated, findings });
  return {
    verdicts: stated.verdicts,
    conditions: points.filter(({ grade }) => grade === "condition"),
    breaches: findings.filter(({ severity, answer }) => severity === "R" && answer.is === "fails"),
    points,
    values,
  };
}
