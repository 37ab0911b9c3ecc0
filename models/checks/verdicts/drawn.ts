import { statementFrame } from "../../compile/expand.ts";
import type { Prepared } from "../../compile/prepare.ts";
import type { Evaluation } from "../../engines/evaluation.ts";
import { Teller } from "../../statements/indicators/read.ts";
import { factsOf } from "../../statements/tables/facts.ts";
import { DrawnExpectations, type Withheld } from "../expectations/drawn.ts";
import type { Stated } from "../stated.ts";
import { readsArea } from "./index.ts";
import { BURDENED, isCutBy, linesOfCut } from "./uncountedDebt.ts";
import type { Verdict, VerdictId } from "./verdict.ts";

/** A verdict of a draw: 1 met, 0 missed, not a number where it is not decided. */
export type DrawnVerdict = number;

type ReadScalar = (line: number) => number | undefined;

const CLAIMED_TWICE = "area.claimed_twice";

/**
 * The nine verdicts of a scenario when its numbers change and its lines and documents stay: what keeps a verdict from being given as it stands (something expected
 * that is absent, areas that do not balance, debt that does not count) keeps it from being given in a draw.
 */
export class DrawnVerdicts {
  readonly ids: readonly VerdictId[];
  /** Lines that must be computed. */
  readonly outputs: readonly number[];
  readonly #tests: readonly (readonly [test: number | undefined, margin: number | undefined])[];
  readonly #bases: readonly Verdict[];
  readonly #expectations: DrawnExpectations;
  readonly #ofArea: ReadonlySet<VerdictId>;
  readonly #twice: number | undefined;
  readonly #cut: readonly number[];
  readonly #computed: ReadonlySet<number>;

  /**
   * @param asked verdicts to be read; B1, B3 and B4 are computed beside them, since others hang on them
   * @param varies whether a line hangs on what is drawn
   */
  constructor(
    prepared: Prepared,
    stated: Stated<number>,
    asked: readonly VerdictId[],
    varies: (line: number) => boolean,
  ) {
    const { graph, document } = prepared;
    const facts = factsOf(graph.lines, statementFrame(document));
    const teller = new Teller(stated.values, facts);
    const lineOf = (id: string): number | undefined => {
      const line = graph.indexById.get(id);
      return line === undefined || graph.broken.has(line) ? undefined : line;
    };
    this.ids = asked;
    this.#bases = stated.verdicts;
    this.#tests = stated.verdicts.map(({ id }) => [lineOf(`verdict.${id}.test`), lineOf(`verdict.${id}.margin`)]);
    this.#expectations = new DrawnExpectations(prepared, stated, varies);
    this.#ofArea = new Set(asked.filter((id) => id !== "B1" && readsArea(id, teller)));
    this.#twice = lineOf(CLAIMED_TWICE);
    this.#cut = facts.debts.flatMap(({ id }) => linesOfCut(graph, id));
    const needed = new Set<string>([...asked, "B1", "B3", "B4"]);
    const tests = this.#tests.filter((_, i) => needed.has(this.#bases[i]?.id ?? ""));
    const read = [...tests.flat(), this.#twice, ...this.#cut].filter((line) => line !== undefined);
    this.outputs = [...read, ...this.#expectations.outputs];
    this.#computed = new Set(this.outputs);
  }

  read(evaluation: Evaluation<number>): readonly DrawnVerdict[] {
    const scalar: ReadScalar = (line) => evaluation.scalar(line);
    const withheld = this.#expectations.withheld(evaluation);
    const raw = new Map(this.#bases.map(({ id }, i) => [id, this.#raw(i, scalar)]));
    const areaFails = this.#areaFails(raw.get("B1") as number, withheld, scalar);
    const isCut = this.#cut.some((line) => isCutBy(scalar(line) ?? 0)) && !this.#isFunded(raw);
    return this.ids.map((id) => {
      const state = raw.get(id) as number;
      if (areaFails && this.#ofArea.has(id)) return Number.NaN;
      const isOpen = withheld.has(id) || (isCut && BURDENED.includes(id));
      return state === 1 && isOpen ? Number.NaN : state;
    });
  }

  /** By how much each verdict is met or missed; not a number where it is not decided. */
  margins(evaluation: Evaluation<number>): readonly number[] {
    const places = new Map(this.#bases.map(({ id }, place) => [id, place]));
    return this.ids.map((id) => {
      const margin = this.#tests[places.get(id) ?? -1]?.[1];
      return (margin === undefined ? undefined : evaluation.scalar(margin)) ?? Number.NaN;
    });
  }

  #raw(place: number, scalar: ReadScalar): DrawnVerdict {
    const [test, margin] = this.#tests[place] ?? [];
    if (test === undefined || margin === undefined || !this.#computed.has(test)) return Number.NaN;
    const met = scalar(test);
    return met === undefined || scalar(margin) === undefined ? Number.NaN : met === 0 ? 0 : 1;
  }

  #areaFails(first: DrawnVerdict, withheld: Withheld, scalar: ReadScalar): boolean {
    if (Number.isNaN(first)) return this.#bases[0]?.reason === "incomplete";
    if (first === 1) return withheld.has("B1");
    return this.#twice === undefined || scalar(this.#twice) !== 0;
  }

  #isFunded(raw: ReadonlyMap<VerdictId, DrawnVerdict>): boolean {
    return this.#bases.every(
      ({ id, reason }) =>
        (id !== "B3" && id !== "B4") || raw.get(id) === 1 || (Number.isNaN(raw.get(id)) && reason === "inapplicable"),
    );
  }
}
