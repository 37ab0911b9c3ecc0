import type { Prepared } from "../../compile/prepare.ts";
import { compileKernel, type Kernel } from "../../engines/index.ts";
import { bindSolved, restsOnSearch } from "../../engines/solved.ts";
import { slopesThroughSearch } from "../../engines/solvedSlopes.ts";
import type { Bindings } from "../../language/graph.ts";
import { resultsOf } from "../../results/results.ts";
import type { SlotSum, Target, Watch } from "../target.ts";
import { literalOf } from "../trial.ts";
import type { LeverInput } from "./lever.ts";

export interface Watched {
  readonly target: Target;
  readonly watch: Watch;
}

/** What is watched while levers are turned, by name. */
export type Watches = ReadonlyMap<string, Watched>;

/** What each watch has to spare; undefined where the model has no value. */
export type Excesses = ReadonlyMap<string, number | undefined>;

/** One kernel in which every lever can be turned; levers turned stay so until they are turned back. */
export class Turning {
  readonly #prepared: Prepared;
  readonly #watches: Watches;
  readonly #kernel: Kernel;
  readonly #turned = new Map<LeverInput, number>();
  /** Something watched rests on a value that is searched for, which is searched anew every time. */
  readonly #searched: boolean;
  #fresh = false;

  constructor(prepared: Prepared, levers: readonly LeverInput[], watches: Watches) {
    const outputs = [...new Set([...watches.values()].flatMap(({ watch }) => watch.outputs))];
    this.#prepared = prepared;
    this.#watches = watches;
    this.#searched = outputs.some((line) => restsOnSearch(prepared.graph, line));
    const varying = levers.map(({ line }) => line);
    this.#kernel = compileKernel(prepared.graph, this.#searched ? { outputs } : { outputs, varying, slopes: true });
  }

  /** Turns a lever; `read` then tells what comes of all that are turned. */
  turn(lever: LeverInput, to: number): void {
    if (to === lever.now) this.#turned.delete(lever);
    else this.#turned.set(lever, to);
    if (!this.#searched && this.#fresh) set(this.#kernel, lever, to);
  }

  read(): Excesses {
    const { frame } = this.#prepared;
    const results = resultsOf(this.#evaluate(), frame);
    return new Map([...this.#watches].map(([name, { watch }]) => [name, watch.excess(results)?.toNumber()]));
  }

  /** What comes of one lever at a value, the others as they are. */
  at(lever: LeverInput, x: number): Excesses {
    const before = this.#turned.get(lever) ?? lever.now;
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
    const { graph } = this.#prepared;
    if (this.#searched) {
      const slopes = slopesThroughSearch(graph, this.#bindings(), { line, slots });
      return slopes && levers.map((lever) => sign * slopeIn(lever, slopes));
    }
    this.#evaluate();
    const slopes = this.#kernel.slopes(line, slots);
    return levers.map((lever) => sign * slopeIn(lever, (input) => slopes.of(input)));
  }

  #evaluate() {
    if (this.#searched) return this.#kernel.run(this.#bindings());
    if (!this.#fresh) {
      this.#kernel.run(this.#prepared.bindings);
      this.#fresh = true;
      for (const [lever, x] of this.#turned) set(this.#kernel, lever, x);
    }
    return this.#kernel.update();
  }

  #bindings(): Bindings {
    const { graph, bindings } = this.#prepared;
    if (this.#turned.size === 0) return bindings;
    const scalars = new Map(bindings.scalars);
    const series = new Map(bindings.series);
    for (const [lever, x] of this.#turned) {
      if (lever.series === undefined) scalars.set(lever.line, literalOf(x));
      else series.set(lever.line, seriesAt(lever, x).map(literalOf));
    }
    return bindSolved(graph, { ...bindings, scalars, series });
  }
}

function slopeIn(lever: LeverInput, slopes: (line: number) => ArrayLike<number>): number {
  const cells = slopes(lever.line);
  if (lever.series === undefined) return cells[0] ?? Number.NaN;
  return seriesAt(lever, 1).reduce((sum, weight, t) => (weight === 0 ? sum : sum + weight * (cells[t + 1] ?? 0)), 0);
}

function set(kernel: Kernel, lever: LeverInput, x: number): void {
  if (lever.series === undefined) kernel.setScalar(lever.line, x);
  else kernel.setSeries(lever.line, seriesAt(lever, x));
}

/** The values of a profile with its lever at `x`. */
function seriesAt({ kind, series = [] }: LeverInput, x: number): number[] {
  return series.map((value) => (kind === "rate" ? x : value * x));
}
