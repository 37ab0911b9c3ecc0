import type { Prepared } from "../../compile/prepare.ts";
import { Turning, type Watched } from "../levers/turning.ts";
import type { Handle } from "./handle.ts";

/** Values of all handles, one behind the other. */
export type Point = readonly number[];

/** So small a share of a step is a small change. */
const SMALL = 1e-3;

/** What is watched over all values the handles may have. */
export class Field {
  readonly handles: readonly Handle[];
  readonly names: readonly string[];
  /** The plan as it is. */
  readonly now: Point;
  readonly #watched: readonly Watched[];
  readonly #turning: Turning;
  readonly #at: number[];

  constructor(prepared: Prepared, handles: readonly Handle[], watches: ReadonlyMap<string, Watched>) {
    this.handles = handles;
    this.names = [...watches.keys()];
    this.#watched = [...watches.values()];
    this.#turning = new Turning(
      prepared,
      handles.map(({ input }) => input),
      watches,
    );
    this.now = handles.map(({ input }) => input.now);
    this.#at = [...this.now];
  }

  /** What each watch has to spare at a point; not a number where the model has no value. */
  at(point: Point): readonly number[] {
    this.#move(point);
    const found = this.#turning.read();
    return this.names.map((name) => found.get(name) ?? Number.NaN);
  }

  /** For each watch its change for each unit of every handle; differences stand in where no slope is known. */
  slopes(point: Point): readonly (readonly number[])[] {
    this.#move(point);
    const inputs = this.handles.map(({ input }) => input);
    const known = this.#watched.map(({ watch }) =>
      watch.sum === undefined ? undefined : this.#turning.slopes(watch.sum, inputs),
    );
    const rough = inputs.flatMap((input, i) =>
      input.whole || known.some((slopes) => !Number.isFinite(slopes?.[i])) ? [i] : [],
    );
    const differences = new Map(rough.map((i) => [i, this.#differences(point, i)]));
    return known.map((slopes, watch) => inputs.map((_, i) => differences.get(i)?.[watch] ?? slopes?.[i] ?? 0));
  }

  #move(point: Point): void {
    for (const [i, x] of point.entries()) {
      if (this.#at[i] === x) continue;
      this.#at[i] = x;
      this.#turning.turn((this.handles[i] as Handle).input, x);
    }
  }

  /** Of whole numbers over a step, of others close by; 0 where there is no value on either side. */
  #differences(point: Point, i: number): readonly number[] {
    const { input, step, up, down } = this.handles[i] as Handle;
    const x = point[i] as number;
    const h = input.whole ? Math.max(1, Math.round(step)) : SMALL * step;
    const ends = [Math.max(down?.end ?? input.now, x - h), Math.min(up?.end ?? input.now, x + h)] as const;
    if (ends[0] === ends[1]) return this.names.map(() => 0);
    const [low, high] = ends.map((value) => this.at(point.with(i, value))) as [readonly number[], readonly number[]];
    return low.map((y, watch) => {
      const slope = ((high[watch] as number) - y) / (ends[1] - ends[0]);
      return Number.isFinite(slope) ? slope : 0;
    });
  }
}
