import type { DrawnVerdicts } from "../../checks/verdicts/drawn.ts";
import type { Prepared } from "../../compile/prepare.ts";
import { type InputValue, Overwriting } from "../../engines/overwriting.ts";
import { resultsOf } from "../../results/results.ts";
import type { SlotSum, Target, Watch } from "../target.ts";
import type { LeverInput } from "./lever.ts";

export interface Watched {
  readonly target: Target;
  readonly watch: Watch;
}

/** What is watched while levers are turned, by name. */
export type Watches = ReadonlyMap<string, Watched>;

/** What each watch has to spare; undefined where the model has no value. */
export type Excesses = ReadonlyMap<string, number | undefined>;

/** A model in which every lever can be turned; levers turned stay so until they are turned back. */
export class Turning {
  readonly #prepared: Prepared;
  readonly #watches: Watches;
  readonly #written: Overwriting;
  readonly #turned = new Map<LeverInput, number>();
  readonly #decided: DrawnVerdicts | undefined;

  /** @param decided verdicts that have no value where the plan leaves them undecided, whatever their margins say */
  constructor(prepared: Prepared, levers: readonly LeverInput[], watches: Watches, decided?: DrawnVerdicts) {
    const { graph, bindings } = prepared;
    const watched = [...watches.values()].flatMap(({ watch }) => watch.outputs);
    const outputs = [...new Set([...watched, ...(decided?.outputs ?? [])])];
    this.#decided = decided;
    this.#prepared = prepared;
    this.#watches = watches;
    this.#written = new Overwriting(graph, bindings, {
      outputs,
      varying: levers.map(({ line }) => line),
      slopes: true,
    });
  }

  /** Turns a lever; `read` then tells what comes of all that are turned. */
  turn(lever: LeverInput, to: number): void {
    if (to === lever.now) {
      this.#turned.delete(lever);
      this.#written.clear(lever.line);
    } else {
      this.#turned.set(lever, to);
      this.#written.write(lever.line, valueAt(lever, to));
    }
  }

  read(): Excesses {
    const evaluation = this.#written.evaluate();
    const results = resultsOf(evaluation, this.#prepared.frame);
    const states = this.#decided?.read(evaluation) ?? [];
    const open = new Set<string>(this.#decided?.ids.filter((_, i) => Number.isNaN(states[i])));
    const excess = (name: string, { watch }: Watched): number | undefined =>
      open.has(name) ? undefined : watch.excess(results)?.toNumber();
    return new Map([...this.#watches].map(([name, watched]) => [name, excess(name, watched)]));
  }

  /** Where a lever stands. */
  valueOf(lever: LeverInput): number {
    return this.#turned.get(lever) ?? lever.now;
  }

  /** What comes of one lever at a value, the others as they are. */
  at(lever: LeverInput, x: number): Excesses {
    const before = this.valueOf(lever);
    this.turn(lever, x);
    const found = this.read();
    this.turn(lever, before);
    return found;
  }

  /**
   * How much a sum of the outputs changes for each unit of every lever, as they stand: not a number where there is no slope, undefined
   * where a value is searched for and no slope leads through it.
   */
  slopes({ line, slots, sign }: SlotSum, levers: readonly LeverInput[]): readonly number[] | undefined {
    const slopes = this.#written.slopes(line, slots);
    return slopes && levers.map((lever) => sign * slopeIn(lever, slopes(lever.line)));
  }
}

function slopeIn(lever: LeverInput, cells: ArrayLike<number>): number {
  const weights = valueAt(lever, 1);
  if (typeof weights === "number") return cells[0] ?? Number.NaN;
  return weights.reduce((sum, weight, t) => (weight === 0 ? sum : sum + weight * (cells[t + 1] ?? 0)), 0);
}

/** What stands in the input with its lever at `x`: a rate throughout, a profile times the factor, or the number itself. */
function valueAt({ kind, series }: LeverInput, x: number): InputValue {
  return series === undefined ? x : series.map((value) => (kind === "rate" ? x : value * x));
}
