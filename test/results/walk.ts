import type { Decimal } from "decimal.js";
import { readReference } from "../../app/model/explain.ts";
import { statementFrame } from "../../models/compile/expand.ts";
import type { Prepared } from "../../models/compile/prepare.ts";
import { evaluateRecord } from "../../models/engines/index.ts";
import { explainCell } from "../../models/results/explain.ts";
import { type Results, resultsOf } from "../../models/results/results.ts";
import { sidesOf, sideTable } from "../../models/statements/sides.ts";
import { factsOf } from "../../models/statements/tables/facts.ts";
import { readStatements, readTable, type Statement } from "../../models/statements/tables/read.ts";

export interface WalkOptions {
  /** Columns of each row that are asked about besides the total; all of them when absent. */
  readonly columns?: number;
  /** Draws the next whole number below a bound. */
  readonly draw: (below: number) => number;
}

/** What was asked, and what answered otherwise than it should. */
export interface Walk {
  readonly cells: number;
  readonly faults: readonly string[];
}

/** Asks why of every table by period and by year, every side, every line of the model, and of every term that comes up. */
export class Walker {
  readonly #prepared: Prepared;
  readonly #results: Results<Decimal>;
  readonly #asked = new Set<string>();
  /** Lines explained at least once; of terms only lines not met yet are followed. */
  readonly #lines = new Set<string>();
  readonly #faults: string[] = [];
  readonly #options: WalkOptions;

  constructor(prepared: Prepared, options: WalkOptions) {
    this.#prepared = prepared;
    this.#options = options;
    this.#results = resultsOf(evaluateRecord(prepared.graph, prepared.bindings), prepared.frame);
  }

  walk(): Walk {
    const { graph, document, frame } = this.#prepared;
    const { parties } = statementFrame(document);
    for (const by of ["year", "period"] as const) {
      const tables = readStatements(this.#results, factsOf(graph.lines, statementFrame(document)), by);
      const sides = sidesOf(parties).map((side) => readTable(this.#results, sideTable(side, graph.lines), by));
      for (const table of [...tables, ...sides]) this.#ofTable(table);
    }
    for (const { id, axis, source } of graph.lines) {
      if (source === "hidden") continue;
      if (axis === "scalar") this.#ask(id, this.#results.scalar(id));
      else {
        for (const at of this.#some(frame.periodLabels.length))
          this.#ask(`${id}@${frame.periodLabels[at]}`, this.#results.period(id, at + 1));
        for (const at of this.#some(frame.years.length))
          this.#ask(`${id}@${frame.years[at]?.label}`, this.#results.year(id, at));
        if (this.#results.hasTotal(id)) this.#ask(`${id}@total`, this.#results.total(id));
      }
    }
    return { cells: this.#asked.size, faults: this.#faults };
  }

  #ofTable({ rows, columns }: Statement): void {
    for (const { line, cells, values } of rows) {
      const chosen = new Set(cells === undefined ? [0, ...this.#some(columns.length)] : values.keys());
      for (const [at, value] of values.entries()) {
        const cell = cells === undefined ? `${line}@${columns[at]?.place}` : cells[at];
        // A level has no total and an area no standard: nothing is shown there, and nothing can be asked.
        const isBlank = value === null && (cells !== undefined || columns[at]?.place === "total");
        if (cell && !isBlank && chosen.has(at)) this.#ask(cell, value ?? undefined);
      }
    }
  }

  #some(count: number): readonly number[] {
    const { columns, draw } = this.#options;
    if (columns === undefined || count <= columns) return Array.from({ length: count }, (_, at) => at);
    return Array.from({ length: columns }, () => draw(count));
  }

  /** The cell must explain the value shown, with terms that all open and are worth what they say. */
  #ask(cell: string, shown: Decimal | undefined): void {
    const open = [{ cell, shown }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (this.#asked.has(next.cell)) continue;
      this.#asked.add(next.cell);
      const ref = readReference(this.#prepared, next.cell, this.#results);
      if (!ref.ok) {
        this.#faults.push(`${next.cell}: ${ref.problems[0]?.message.en}`);
        continue;
      }
      this.#lines.add(ref.value.line);
      const { value, terms, reason } = explainCell(this.#results, ref.value);
      if (!same(value, next.shown)) this.#faults.push(`${next.cell} explains ${value}, not ${next.shown}`);
      if (value === undefined && reason === undefined) this.#faults.push(`${next.cell} has no value and no reason`);
      for (const term of terms) {
        const to = readReference(this.#prepared, term.ref, this.#results);
        const held = to.ok ? this.#results.cell(to.value) : undefined;
        if (!to.ok) this.#faults.push(`${next.cell} rests on ${term.ref}, which cannot be opened`);
        else if (!same(held, term.value))
          this.#faults.push(`${next.cell} says ${term.value} of ${term.ref}, which is ${held}`);
        else if (!this.#lines.has(to.value.line)) open.push({ cell: term.ref, shown: term.value });
      }
    }
  }
}

function same(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.eq(b);
}
