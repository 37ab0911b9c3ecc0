import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { GraphLine } from "../../language/graph.ts";
import { type Lacking, lackingOf, reachedFrom } from "../../results/lacking.ts";
import type { Reason } from "../../results/reason.ts";
import type { Results } from "../../results/results.ts";
import type { ProjectConventions } from "../../terms/conventions.ts";
import type { Text } from "../../wording/text.ts";
import type { StatementFacts } from "../tables/facts.ts";
import { indicatorSpecs } from "./index.ts";
import type { IndicatorSpec, NoteReader } from "./indicator.ts";
import { NO_ANSWER, REASONS, type ReasonWord, type ReasonWords, UNDECIDABLE, type Undecided, type Wanted } from "./reasons.ts";

/** A result as it is shown. `value` is null where there is no honest number; `note` then says why. */
export interface Indicator {
  readonly id: string;
  readonly label: Text;
  readonly unit: string;
  readonly value: Decimal | null;
  readonly note?: Text;
}

/** Why a line has no value, in words. */
export interface WhyNot {
  readonly text: Text;
  readonly means: Undecided;
  /** What would have to be entered for it, where that is one thing. */
  readonly wants?: Wanted;
}

/** Results of an evaluation of either engine with the words beside them. */
export class Teller<V extends Decimal | number = Decimal | number> implements NoteReader {
  readonly conventions: ProjectConventions;
  readonly #results: Results<V>;
  readonly #specs: ReadonlyMap<string, IndicatorSpec>;

  constructor(results: Results<V>, facts: StatementFacts) {
    this.#results = results;
    this.conventions = results.frame.conventions;
    this.#specs = new Map(indicatorSpecs(facts).map((spec) => [spec.id, spec]));
  }

  value(line: string): Decimal | undefined {
    const value = this.#results.scalar(line);
    const decimal = value === undefined ? undefined : new RecordDecimal(value);
    return decimal?.isFinite() === true ? decimal : undefined;
  }

  period(line: string): string {
    return this.#results.frame.periodLabels[(this.value(line)?.toNumber() ?? 0) - 1] ?? "";
  }

  year(line: string): string {
    const number = this.value(line)?.toNumber();
    const { years, yearOfPeriod } = this.#results.frame;
    return years.find(({ last }) => yearOfPeriod[last - 1] === number)?.label ?? "";
  }

  /** What some lines rest on and the document lacks. */
  lacking(lines: readonly string[]): readonly Lacking[] {
    return lackingOf(this.#results.evaluation, lines);
  }

  /** Whether some lines read one that is meant, through whatever others. */
  restsOn(lines: readonly string[], isMeant: (line: GraphLine) => boolean): boolean {
    return reachedFrom(this.#results.evaluation, lines).some(isMeant);
  }

  whyNot(line: string): WhyNot {
    const reason: Reason = this.#results.why(line) ?? { kind: "none", reason: "", line: -1 };
    if (reason.kind === "missing") return { text: UNDECIDABLE, means: "incomplete" };
    const code = reason.kind === "none" ? reason.reason : reason.code;
    const own = this.#specs.get(this.#results.line(reason.line)?.id ?? "")?.reasons?.[code];
    const text = own ?? (reason.kind === "none" ? REASONS[code as ReasonWord] : NO_ANSWER[reason.code]) ?? UNDECIDABLE;
    const words = Object.values<ReasonWords>(REASONS).find((known) => known === text);
    const means = words?.means ?? "incomplete";
    if (reason.kind === "none") return { text, means, ...(words?.wants === undefined ? {} : { wants: words.wants }) };
    return { text: reason.code === "several" ? this.#withRoots(text, reason.roots) : text, means };
  }

  /** All results, in order. */
  indicators(): readonly Indicator[] {
    return [...this.#specs.values()].filter(({ aside }) => aside !== true).map((spec) => this.#shown(spec));
  }

  /** What stands beside a result that has a value. */
  note(id: string): Text | undefined {
    return this.#specs.get(id)?.note?.(this);
  }

  #shown({ id, label, unit, shownIn }: IndicatorSpec): Indicator {
    const value = this.value(id);
    const said = value === undefined ? this.whyNot(id).text : this.note(id);
    return { id, label, unit: shownIn ?? unit, value: value ?? null, ...(said === undefined ? {} : { note: { zh: said.zh, en: said.en } }) };
  }

  /** Rates per step as rates per year, in percent. */
  #withRoots(text: Text, roots: readonly number[]): Text {
    const steps = this.conventions.indicatorBasis === "period" ? this.#results.frame.periodsPerYear : 1;
    const annual = roots.map((root) => new RecordDecimal(root).plus(1).pow(steps).minus(1).times(100).toDecimalPlaces(4).toString());
    return { zh: `${text.zh}:${annual.join("%、")}%`, en: `${text.en}: ${annual.join(" %, ")} %` };
  }
}
