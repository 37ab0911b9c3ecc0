import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import type { Prepared } from "../../models/compile/prepare.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { compileKernel, type Kernel } from "../../models/engines/index.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf } from "../support/prepared.ts";

const EXAMPLES = ["zhegong", "special-bond", "infill", "rebuild", "rehabilitation", "new-build"];
const OUTPUTS = ["npv.project.pretax", "firr.equity", "dscr.minimum", "balance.static", "coverage.project"];
/** `PINGHENG_SLOPES=all` asks every cell of every series; otherwise four of each. */
const all = process.env["PINGHENG_SLOPES"] === "all";

function example(name: string): Prepared {
  const json = JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8")) as unknown;
  const parsed = parseDocument(json, mechanisms);
  if (!parsed.ok) throw new Error(`${name} does not open`);
  return preparedOf(parsed.value.document);
}

interface InputCell {
  readonly line: number;
  /** From 0; absent for a scalar. */
  readonly t?: number;
  readonly value: number;
}

function cellsOf({ bindings }: Prepared): readonly InputCell[] {
  const scalars = [...bindings.scalars].map(([line, text]) => ({ line, value: Number(text) }));
  const series = [...bindings.series].flatMap(([line, texts]) => {
    const few = [0, 1, Math.floor(texts.length / 3), texts.length - 1];
    return (all ? [...texts.keys()] : few).map((t) => ({ line, t, value: Number(texts[t]) }));
  });
  return [...scalars, ...series];
}

/** Differences on a kernel whose inputs stand where they are told. */
class Differences {
  readonly kernel: Kernel;
  private readonly output: number;
  private readonly scalars = new Map<number, number>();
  private readonly series = new Map<number, number[]>();

  constructor(
    prepared: Prepared,
    output: number,
    moved: (line: number, value: number) => number = (_, value) => value,
  ) {
    const { graph, bindings } = prepared;
    const varying = [...bindings.scalars.keys(), ...bindings.series.keys()];
    this.output = output;
    this.kernel = compileKernel(graph, { outputs: [output], varying, slopes: true });
    this.kernel.run(bindings);
    for (const [line, text] of bindings.scalars) this.scalars.set(line, moved(line, Number(text)));
    for (const [line, texts] of bindings.series)
      this.series.set(
        line,
        texts.map((text) => moved(line, Number(text))),
      );
    for (const [line, value] of this.scalars) this.kernel.setScalar(line, value);
    for (const [line, values] of this.series) this.kernel.setSeries(line, values);
    this.kernel.update();
  }

  value({ line, t }: InputCell): number {
    return (t === undefined ? this.scalars.get(line) : this.series.get(line)?.[t]) as number;
  }

  slopes(cells: readonly InputCell[]): readonly number[] {
    const slopes = this.kernel.slopes(this.output);
    return cells.map(({ line, t = -1 }) => slopes.of(line)[t + 1] as number);
  }

  /** By five values around that of a cell: the slope, and whether there is one at all. */
  around(cell: InputCell, h: number, noise: number) {
    const value = this.value(cell);
    const [a, b, here, c, d] = [-2, -1, 0, 1, 2].map((steps) => this.at(cell, value + steps * h));
    this.at(cell, value);
    if (a === undefined || b === undefined || here === undefined || c === undefined || d === undefined)
      return undefined;
    // At a kink the two sides, or the steps near and far, do not agree.
    const [left, right] = [(here - b) / h, (c - here) / h];
    const [leftFar, rightFar] = [(here - a) / (2 * h), (d - here) / (2 * h)];
    const size = Math.max(...[left, right, leftFar, rightFar].map(Math.abs));
    const bend = Math.abs(right - left - (rightFar - leftFar) / 2);
    const smooth = bend <= 1e-4 * size + 4 * noise && Math.abs(right - left) <= 0.05 * size + 4 * noise;
    return { central: (a - 8 * b + 8 * c - d) / (12 * h), smooth };
  }

  private at({ line, t }: InputCell, x: number): number | undefined {
    if (t === undefined) this.kernel.setScalar(line, x);
    else this.kernel.setSeries(line, (this.series.get(line) as number[]).with(t, x));
    const value = this.kernel.update().scalar(this.output);
    if (t !== undefined) this.kernel.setSeries(line, this.series.get(line) as number[]);
    return value;
  }
}

/** Months of dates count from the year 0: their steps are of their own size. */
const isDate = ({ graph }: Prepared, line: number): boolean => graph.lines[line]?.tags["month_meaning"] !== undefined;

function stepOf(prepared: Prepared, cell: InputCell, value: number): number {
  if (isDate(prepared, cell.line)) return 1e-2;
  const money = prepared.graph.lines[cell.line]?.unit === "CNY";
  return (value === 0 ? (money ? 1e4 : 1) : Math.abs(value)) * 1e-4;
}

/** Moves one input off the round number at which rules meet. */
function besideOf(prepared: Prepared, cell: InputCell): (line: number, value: number) => number {
  const money = prepared.graph.lines[cell.line]?.unit === "CNY";
  return (line, value) => (line !== cell.line ? value : value === 0 ? (money ? 1e6 : 1e-3) : value * 1.001);
}

describe("slopes of indicators in every numeric input", () => {
  test.each(EXAMPLES)("%s", (name) => {
    const prepared = example(name);
    const { graph } = prepared;
    const cells = cellsOf(prepared);
    const counts = { smooth: 0, moving: 0, kinks: 0, meeting: 0 };
    for (const id of OUTPUTS) {
      const output = graph.indexById.get(id);
      if (output === undefined) continue;
      const here = new Differences(prepared, output);
      const value = here.kernel.update().scalar(output);
      if (value === undefined) continue;
      // A rate is searched for until it moves no more than a hair.
      const noiseOf = (h: number): number => (Math.abs(value) * 3e-14 + (id.startsWith("firr") ? 1e-13 : 0)) / h;
      const slopes = here.slopes(cells);
      const apart: InputCell[] = [];
      for (const [i, cell] of cells.entries()) {
        const h = stepOf(prepared, cell, here.value(cell));
        const found = here.around(cell, h, noiseOf(h));
        if (found === undefined) continue;
        // A date stands where two periods meet: what moves it is tried, a whole month at a time.
        if (!found.smooth || (isDate(prepared, cell.line) && !isClose(slopes[i] as number, found.central, noiseOf(h))))
          counts.kinks++;
        else if (isClose(slopes[i] as number, found.central, noiseOf(h))) {
          counts.smooth++;
          if (slopes[i] !== 0) counts.moving++;
        } else apart.push(cell);
      }
      // Two rules may meet in such a way that the whole is smooth where its parts are not: beside that place it must agree.
      counts.meeting += apart.length;
      for (const cell of apart) {
        const beside = new Differences(prepared, output, besideOf(prepared, cell));
        const [slope = Number.NaN] = beside.slopes([cell]);
        const h = stepOf(prepared, cell, beside.value(cell)) / 10;
        const found = beside.around(cell, h, noiseOf(h));
        const place = `${id} by ${graph.lines[cell.line]?.id}@${cell.t ?? ""}`;
        const agrees = found?.smooth === true && isClose(slope, found.central, noiseOf(h));
        expect([place, slope, found, agrees]).toEqual([place, slope, found, true]);
      }
    }
    expect(counts.smooth).toBeGreaterThan(cells.length / 2);
    expect(counts.moving).toBeGreaterThan(cells.length / 10);
    expect(counts.kinks).toBeGreaterThan(0);
    expect(counts.meeting).toBeLessThan(counts.smooth / 100);
  });
});

function isClose(found: number, central: number, noise: number): boolean {
  return Math.abs(found - central) <= 1e-6 * Math.abs(central) + noise;
}

it("takes no slope through what does not vary, and none of what does not rest on it", () => {
  const { graph, bindings } = example("rebuild");
  const line = (id: string): number => graph.indexById.get(id) as number;
  const output = line("npv.project.pretax");
  const kernel = compileKernel(graph, { outputs: [output], varying: [line("flats.price")], slopes: true });
  kernel.run(bindings);
  const slopes = kernel.slopes(output);
  expect(slopes.of(line("flats.price"))[0]).not.toBe(0);
  expect([...slopes.of(line("flats.priceCap"))]).toEqual([0]);
  expect([...slopes.of(line("area.householdsPlanned"))]).toEqual([0]);
});
