import type { Evaluation } from "../../../models/engines/evaluation.ts";
import type { GraphLine } from "../../../models/language/graph.ts";
import { calendarYearEnds, formsOf } from "../../../models/results/forms.ts";
import type { Frame, StatementYear } from "../../../models/results/frame.ts";
import { columnOfPeriod, type Places } from "./places.ts";

/** Cells of a table as formulas on the lines: a line's total, a statement year of it, its one value. The same forms as of results. */
export class CellFormulas {
  readonly #places: Places;
  readonly #evaluation: Evaluation<unknown>;
  readonly #frame: Frame;
  readonly #yearEnds: readonly boolean[];

  constructor(places: Places, evaluation: Evaluation<unknown>, frame: Frame) {
    this.#places = places;
    this.#evaluation = evaluation;
    this.#frame = frame;
    this.#yearEnds = calendarYearEnds(evaluation.clock);
  }

  line(id: string): GraphLine | undefined {
    const { graph } = this.#evaluation;
    const index = graph.indexById.get(id);
    return index === undefined || graph.broken.has(index) ? undefined : graph.lines[index];
  }

  /** Undefined where the line has no total, or the model no such line. */
  total(id: string): string | undefined {
    const line = this.line(id);
    if (line === undefined) return undefined;
    const forms = formsOf(this.#evaluation.graph);
    const form = forms.totals.get(line.index);
    if (form !== undefined) return this.#places.value(form, "");
    if (line.axis === "scalar" || line.kind !== "flow" || forms.years.has(line.index)) return undefined;
    return this.#sum(line, 1, this.#evaluation.periods);
  }

  year(id: string, position: number): string | undefined {
    const line = this.line(id);
    const year = this.#frame.years[position];
    return line === undefined || year === undefined ? undefined : this.#inYear(line, year);
  }

  scalar(id: string): string | undefined {
    const line = this.line(id);
    return line === undefined ? undefined : this.#places.value(line.index, "");
  }

  #inYear(line: GraphLine, { first, last }: StatementYear): string {
    const form = formsOf(this.#evaluation.graph).years.get(line.index);
    if (form !== undefined) return this.#at(form, last);
    return line.kind === "flow" && line.axis !== "scalar" ? this.#sum(line, first, last) : this.#at(line.index, last);
  }

  /** The amount of a calendar year stands in all its periods and arises once, at the year's end. */
  #sum(line: GraphLine, first: number, last: number): string {
    if (line.axis !== "year") return `SUM(${this.#places.row(line.index, "", first, last)})`;
    const ends = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((t) => this.#yearEnds[t - 1]);
    return ends.length === 0 ? "0" : ends.map((t) => this.#at(line.index, t)).join("+");
  }

  #at(line: number, t: number): string {
    return this.#places.isScalar(line) ? this.#places.value(line, "") : this.#places.cell(line, columnOfPeriod(t), "");
  }
}
