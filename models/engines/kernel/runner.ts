import type { Bindings, Graph } from "../../language/graph.ts";
import { type Clock, clockOf } from "../evaluation.ts";
import { Engine } from "./engine.ts";
import { KernelEvaluation } from "./evaluation.ts";
import { InputWriter, type NumericInputs } from "./inputs.ts";
import { copySlots, type Lane } from "./lane.ts";
import { type KernelOptions, Reach } from "./reach.ts";
import type { Reverse, SlopeCells } from "./reverse/reverse.ts";

/** The work of a kernel of one draw or of two; answers with one evaluation for each. */
export class Runner {
  readonly graph: Graph;
  private readonly reach: Reach;
  private readonly draws: 1 | 2;
  private clock: Clock | undefined;
  private engine: Engine | undefined;
  /** Whether everything an update reads and does not compute has a value. */
  private sound = false;
  private runs = 0;
  private readonly reversed = new Map<string, Reverse>();

  constructor(graph: Graph, options: KernelOptions, draws: 1 | 2) {
    this.graph = graph;
    this.reach = new Reach(graph, options);
    this.draws = draws;
  }

  /** Computes all wanted lines for these inputs. */
  run(inputs: Bindings | NumericInputs): KernelEvaluation[] {
    const engine = this.prepare(inputs);
    const { reach } = this;
    for (const lane of engine.lanes) new InputWriter(this.graph, engine.layout, lane).all(inputs);
    this.sound = engine.isSound((cell) => reach.wants(cell) && !reach.isComputed(cell));
    const complete = engine.compute("run", (cell) => reach.wants(cell) && reach.isComputed(cell), this.sound);
    this.sound = complete || engine.isSound((cell) => reach.keeps(cell));
    return this.evaluations(complete, (line) => reach.shows(line));
  }

  /** Starts from the values of another evaluation of the same graph. */
  startFrom(base: KernelEvaluation): KernelEvaluation[] {
    base.checkFresh();
    if (base.graph !== this.graph) throw new Error("the base evaluation belongs to another graph");
    const engine = this.prepare(base.clock);
    for (const lane of engine.lanes) copySlots(base.state.lane, lane, engine.layout.size);
    this.sound = engine.isSound((cell) => this.reach.keeps(cell));
    return this.evaluations(base.sound, (line) => base.computed(line));
  }

  /** Recomputes what the varying inputs can change. */
  update(): KernelEvaluation[] {
    const { reach } = this;
    const task = reach.isPartial ? "update" : "run";
    const complete = this.ready().engine.compute(task, (cell) => reach.updates(cell), this.sound);
    return this.evaluations(complete, (line) => reach.shows(line));
  }

  /** Writes a varying input in one of the draws. */
  change(draw: 0 | 1, line: number, value: number | ArrayLike<number>): void {
    const { engine } = this.ready();
    this.reach.checkVarying(line, typeof value === "number" ? "scalar" : "series");
    const writer = new InputWriter(this.graph, engine.layout, engine.lanes[draw] as Lane);
    if (typeof value === "number") writer.scalar(line, value);
    else writer.series(line, value);
    this.runs++;
  }

  /** Slopes of the sum of some slots of a line in all that varies and lies between, as the last run or update left them. */
  slopes(line: number, slots: readonly number[]): SlopeCells {
    const { engine } = this.ready();
    const { reach } = this;
    const key = `${line}${this.sound ? "" : ", careful"}`;
    const known = this.reversed.get(key) ?? engine.reverse(reach.between(line), !this.sound);
    this.reversed.set(key, known);
    return known.run(line, slots);
  }

  private evaluations(sound: boolean, computed: (line: number) => boolean): KernelEvaluation[] {
    this.runs++;
    const { clock, engine } = this.ready();
    const { layout, lanes } = engine;
    const { cells } = this.reach.plan;
    const nullable = (line: number): boolean => cells[line]?.nullable !== false;
    const state = { graph: this.graph, clock, layout, sound, nullable, computed, runs: () => this.runs };
    return lanes.map((lane) => new KernelEvaluation({ ...state, lane }));
  }

  private prepare(clock: Clock): Engine {
    const known = this.engine?.layout.periods === clock.periods ? this.engine : undefined;
    if (known === undefined) this.reversed.clear();
    this.clock = clockOf(clock);
    this.engine =
      known ?? new Engine(this.reach.plan, () => this.clock as Clock, { draws: this.draws, slopes: this.reach.slopes });
    this.engine.tellTime();
    return this.engine;
  }

  private ready(): { readonly clock: Clock; readonly engine: Engine } {
    const { clock, engine } = this;
    if (clock === undefined || engine === undefined) throw new Error("the kernel has not been run yet");
    return { clock, engine };
  }
}
