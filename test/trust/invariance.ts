import type { ModelDocument } from "../../models/document/schema.ts";
import { alike, type Outcome } from "./outcome.ts";
import { inSteps, moved, withIdleYear } from "./transform/dates.ts";
import { besideItsTwin, inHalves, saidInFull, switchedOff, without, withRetention } from "./transform/parts.ts";

/** A change of a file that must leave something as it was. */
export interface Invariance {
  readonly name: string;
  /** The files compared: what is made of the first is to say the same as it. Undefined where the change cannot be made. */
  readonly change: (document: ModelDocument) => readonly [before: ModelDocument, after: ModelDocument] | undefined;
  /** What differs that ought not to. */
  readonly differences: (before: Outcome, after: Outcome) => readonly string[];
}

const byYear = (document: ModelDocument): ModelDocument => ({
  ...document,
  conventions: { ...document.conventions, indicatorBasis: "year" },
});
const byPeriod = (document: ModelDocument): ModelDocument => ({
  ...document,
  conventions: { ...document.conventions, indicatorBasis: "period" },
});

/** Dates and numbers of years move with the project; they are compared by what follows from them. */
const isDate = (id: string, unit: string): boolean =>
  unit === "mo" ||
  // Days of the calendar: a February is as long as its year makes it.
  id.endsWith(".open_days") ||
  /(?:^|[._])(?:year|statementyear|statementstart|month)$/u.test(id) ||
  /breakeven_year|[._](?:at|first)$/u.test(id);

/** Every line of the first file has the same values in the second. */
export function sameLines(
  before: Outcome,
  after: Outcome,
  wanted: (id: string) => boolean = () => true,
): readonly string[] {
  const found: string[] = [];
  for (const [id, { values, unit, source }] of before.lines) {
    if (!wanted(id) || isDate(id, unit) || source === "input") continue;
    const others = after.lines.get(id);
    if (others === undefined) {
      found.push(`${id} is no longer there`);
      continue;
    }
    const at = values.findIndex((value, t) => !alike(value, others.values[t]));
    if (at >= 0) found.push(`${id} in ${at + 1}: ${values[at]} became ${others.values[at]}`);
  }
  return found;
}

export function sameIndicators(before: Outcome, after: Outcome, ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => {
    const [was, is] = [before.indicators.get(id), after.indicators.get(id)];
    return alike(was, is) ? [] : [`${id}: ${was} became ${is}`];
  });
}

export function sameVerdicts(before: Outcome, after: Outcome): readonly string[] {
  return [...before.verdicts].flatMap(([id, pass]) =>
    after.verdicts.get(id) === pass ? [] : [`${id}: ${pass} became ${after.verdicts.get(id)}`],
  );
}

const movedBy = (name: string, months: number): Invariance => ({
  name,
  change: (document) => [byYear(document), moved(byYear(document), months)],
  differences: (before, after) => [...sameLines(before, after), ...sameVerdicts(before, after)],
});

/** Before income tax, which is settled by calendar year. */
const RETURNS = [
  "npv.project.pretax",
  "firr.project.pretax",
  "payback.static.pretax",
  "payback.dynamic.pretax",
] as const;

const STEPLESS: Invariance = {
  name: "moved by five months, on periods",
  change: (document) => [byPeriod(document), moved(byPeriod(document), 5)],
  differences: (before, after) => [
    ...sameLines(
      before,
      after,
      (id) => id === "project.net_pretax" || id === "project.investment" || id === "project.sources",
    ),
    ...sameIndicators(before, after, RETURNS),
  ],
};

const TWIN: Invariance = {
  name: "beside a project it has nothing to do with",
  change: (document) => [document, besideItsTwin(saidInFull(document))],
  differences: (before, after) => {
    const own = new Set(before.document.components.map(({ id }) => id));
    return sameLines(
      before,
      after,
      (id) => own.has(before.lines.get(id)?.component ?? "") || id.startsWith("plot.") || id.startsWith("party."),
    );
  },
};

const IDLE: Invariance = {
  name: "after an idle year",
  change: (document) => [byYear(document), withIdleYear(byYear(document))],
  differences: (before, after) => {
    const ic = Number(before.document.conventions.icProject ?? "0");
    const [was, is] = [before.indicators.get("npv.project.posttax"), after.indicators.get("npv.project.posttax")];
    const discounted = was === null || was === undefined ? was : was / (1 + ic);
    return [
      ...sameIndicators(before, after, ["payback.static", "dscr.minimum", "balance.static", "firr.project.pretax"]),
      ...(alike(discounted, is) ? [] : [`npv.project.posttax: ${was} a year later is ${discounted}, not ${is}`]),
      ...sameVerdicts(before, after),
    ];
  },
};

const inOtherSteps = (step: "quarter" | "year" | "month"): Invariance => ({
  name: `in steps of a ${step}`,
  change: (document) => {
    const { timeline } = document;
    if (timeline.step === step || !timeline.start.endsWith("-01")) return undefined;
    try {
      return [byYear(document), inSteps(byYear(document), step)];
    } catch {
      return undefined;
    }
  },
  differences: (before, after) => sameTotals(before, after),
});

/**
 * Sums over the life of what no loan and no timing decides. Not compared: cost of sales, which holds interest in construction, stamp tax on
 * loans, which follows the draws, and fees of debts; all depend on how long money is out within a step.
 */
function sameTotals(before: Outcome, after: Outcome): readonly string[] {
  const sum = (values: readonly (number | undefined)[]) =>
    values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);
  const found: string[] = [];
  for (const [id, line] of before.lines) {
    if (line.kind !== "flow" || line.unit !== "CNY" || line.role === undefined || !UNFINANCED.test(line.role)) continue;
    if (line.role === "sale.cost" || id.endsWith("stamp.paid.loan") || id.endsWith(".fees_operation")) continue;
    const other = after.lines.get(id);
    const [was, is] = [sum(line.values), sum(other?.values ?? [])];
    if (!alike(was, is)) found.push(`total of ${id}: ${was} became ${is}`);
  }
  const [was, is] = [before.verdicts.get("B1"), after.verdicts.get("B1")];
  return was === is ? found : [...found, `B1: ${was} became ${is}`];
}

const UNFINANCED =
  /^(?:cost\.(?!financing)|sale\.|revenue\.|opex\.|contribution\.|tax\.(?:deed|stamp|property|land_use))/u;

/** Lines of which stages and sets of years are made; a retention moves money, not stages. */
const STAGES = /^(?:project\.building|(?!.*\.(?:in|out)\.).*\.(?:stage|completion|grace_end|operating))$|^stage\./u;

const RETENTION: Invariance = {
  name: "three per cent of the works retained for two years",
  change: (document) => [document, withRetention(document)],
  differences: (before, after) => {
    const years = (outcome: Outcome): string =>
      outcome.lines
        .get("project.dscr")
        ?.values.map((value) => (value === undefined ? "-" : "x"))
        .join("") ?? "";
    const stages = sameLines(before, after, (id) => STAGES.test(id));
    return years(before) === years(after)
      ? stages
      : [...stages, `years of cover: ${years(before)} became ${years(after)}`];
  },
};

const HALVES: Invariance = {
  name: "works cut into halves done at the same time",
  change: (document) => [document, inHalves(document)],
  differences: (before, after) => {
    const works = new Set(
      before.document.components.filter(({ mechanism }) => mechanism === "works").map(({ id }) => id),
    );
    return [
      ...sameLines(
        before,
        after,
        (id) =>
          !works.has(id.split(".", 1)[0] ?? "") &&
          !id.startsWith("stmt_") &&
          !id.includes(".in.") &&
          !id.includes(".out."),
      ),
      ...sameVerdicts(before, after),
    ];
  },
};

/** Income and cost are without VAT, whether or not the file moves it as cash; prices say of themselves whether it is in them. */
const WITHOUT_VAT: Invariance = {
  name: "in a file without VAT",
  change: (document) => [
    { ...document, conventions: { ...document.conventions, vatBasis: "separate" } },
    { ...document, conventions: { ...document.conventions, vatBasis: "excluded" } },
  ],
  differences: (before, after) => sameTotals(before, after),
};

/** A component switched off leaves what a file without it says. One that others name is left out: without it they name nothing. */
export function switchedOffOrRemoved(document: ModelDocument, id: string): Invariance {
  return {
    name: `${id} switched off or removed`,
    change: () => [without(document, id), switchedOff(document, id)],
    differences: (before, after) => {
      if (before.problems.length > 0) return [];
      return [
        ...sameLines(
          before,
          after,
          (line) => after.lines.has(line) && !line.startsWith("stmt_") && line !== "area.residual.disposition",
        ),
        ...sameVerdicts(before, after),
      ];
    },
  };
}

export const INVARIANCES: readonly Invariance[] = [
  movedBy("moved by a year", 12),
  movedBy("moved by three years", 36),
  STEPLESS,
  TWIN,
  IDLE,
  inOtherSteps("year"),
  inOtherSteps("quarter"),
  inOtherSteps("month"),
  RETENTION,
  HALVES,
  WITHOUT_VAT,
];
