import type { Decimal } from "decimal.js";
import type { Evaluation } from "../../../models/engines/evaluation.ts";
import type { Graph, GraphLine } from "../../../models/language/graph.ts";
import { SUM_OF_YEAR } from "../../../models/language/recursion.ts";
import { formsOf, YEAR_OF } from "../../../models/results/forms.ts";
import { type Atom, added, isSame, type Linear, LinearForms, negative } from "./linear.ts";

/** A row as the sum of rows of its table, in a year; `before` is the year before. */
export interface RowSum {
  readonly terms: readonly RowTerm[];
  /** Lines with one value that count besides. */
  readonly constants: readonly { readonly line: number; readonly times: number }[];
  /** To the fen: a check. */
  readonly rounds: boolean;
}

export interface RowTerm {
  readonly row: number;
  readonly times: number;
  readonly before: boolean;
  /** The line whose opening value stands before the first year. */
  readonly line?: number;
}

/** What is to be known of a row. */
export interface RelatedRow {
  readonly no: string;
  readonly line: string;
}

/** How deep lines are looked into that no row shows. */
const DEPTH = 3;

/** Of each row of a table by statement year what rows it is the sum of, if it is one, as the formulas of the lines have it. */
export function rowSums(evaluation: Evaluation<Decimal>, rows: readonly RelatedRow[]): readonly (RowSum | undefined)[] {
  return new Relations(evaluation, rows).sums;
}

class Relations {
  readonly sums: (RowSum | undefined)[];
  readonly #graph: Graph;
  readonly #rows: readonly RelatedRow[];
  readonly #forms: LinearForms;
  readonly #lines: readonly (GraphLine | undefined)[];
  /** Row of a line: its own, or the first that shows nothing else. */
  readonly #own = new Map<number, number>();
  readonly #shown = new Map<number, number>();

  constructor(evaluation: Evaluation<Decimal>, rows: readonly RelatedRow[]) {
    const { graph } = evaluation;
    this.#graph = graph;
    this.#rows = rows;
    this.#forms = new LinearForms(graph, (line) => evaluation.scalar(line)?.toNumber());
    this.#lines = rows.map(({ line }) => {
      const index = graph.indexById.get(line);
      return index === undefined || graph.broken.has(index) ? undefined : graph.lines[index];
    });
    for (const [row, line] of this.#lines.entries()) {
      if (line === undefined) continue;
      if (!this.#own.has(line.index)) this.#own.set(line.index, row);
      const { node } = line;
      if (node?.op === "line" && node.line !== undefined && !this.#shown.has(node.line))
        this.#shown.set(node.line, row);
    }
    this.sums = rows.map(() => undefined);
    for (const way of [this.#direct, this.#ofChildren, this.#cumulated, this.#ofEarlier]) {
      for (const row of rows.keys()) this.sums[row] ??= this.#acyclic(row, way.call(this, row));
    }
  }

  /** As its formula names rows, also through lines that no row shows. */
  #direct(row: number): RowSum | undefined {
    const line = this.#lines[row];
    if (line?.node === undefined) return undefined;
    const form = formsOf(this.#graph).years.get(line.index);
    if (form !== undefined) return this.#ofYear(row, this.#graph.lines[form] as GraphLine);
    const opened = new Set<number>();
    for (let depth = 0; depth <= DEPTH; depth += 1) {
      const linear = this.#forms.of(line.node, opened, line.kind === "stock");
      const sum = this.#sumOf(row, linear);
      if (sum !== undefined) return this.#addsUpByYear(row, sum) ? sum : undefined;
      for (const atom of linear.atoms.values()) {
        if (atom.line === undefined || this.#rowOf(row, atom) !== undefined) continue;
        // A line that is 0 in this model would drop out, and the rest be no formula of the row.
        if (this.#forms.whole(atom.line).atoms.size === 0) return undefined;
        opened.add(atom.line);
      }
    }
    return undefined;
  }

  /** All atoms as rows. */
  #sumOf(row: number, { atoms, constant, rounds }: Linear): RowSum | undefined {
    if (atoms.size === 0 || constant !== 0) return undefined;
    const terms: RowTerm[] = [];
    const constants: { line: number; times: number }[] = [];
    for (const atom of atoms.values()) {
      const { times, before, line } = atom;
      const of = this.#rowOf(row, atom);
      if (of !== undefined) terms.push({ row: of, times, before, ...(before && line !== undefined ? { line } : {}) });
      else if (rounds && line !== undefined && !before && atom.key === "" && this.#graph.lines[line]?.axis === "scalar")
        constants.push({ line, times });
      else return undefined;
    }
    return { terms, constants, rounds };
  }

  #rowOf(row: number, { line, before, key }: Atom): number | undefined {
    if (line === undefined || key !== "") return undefined;
    const own = this.#own.get(line);
    if (own !== undefined && (before || own !== row)) return own;
    const shown = this.#shown.get(line);
    if (shown === undefined) return undefined;
    return before || (shown < row && this.#rows[row]?.no !== "") ? shown : undefined;
  }

  /** Amounts are sums of amounts; levels sums of levels, or of the level before and amounts. What is taken away a period later is taken away a year later. */
  #addsUpByYear(row: number, { terms }: RowSum): boolean {
    const kindOf = (of: number): string => {
      const line = this.#lines[of];
      if (line === undefined || formsOf(this.#graph).years.has(line.index)) return "form";
      return line.axis === "period" ? line.kind : "other";
    };
    const kind = kindOf(row);
    if (kind === "flow") return terms.every((term) => !term.before && kindOf(term.row) === "flow");
    if (kind !== "stock") return false;
    const isCumulated = terms.some((term) => term.before);
    if (isCumulated && terms.length === 1) return false;
    if (!isCumulated) return terms.every((term) => kindOf(term.row) === "stock");
    const later = (of: number, before: boolean): number =>
      terms.filter((term) => term.row === of && term.before === before).reduce((sum, { times }) => sum + times, 0);
    return (
      terms.every(({ row: of }) => {
        if (of === row) return later(row, true) === 1 && later(row, false) === 0;
        return kindOf(of) === "flow"
          ? later(of, true) === 0
          : kindOf(of) === "stock" && later(of, true) === -later(of, false);
      }) && later(row, true) === 1
    );
  }

  /** Opening levels, and years that are sums of years and openings. */
  #ofYear(row: number, form: GraphLine): RowSum | undefined {
    const node = this.#lines[row]?.node;
    if (node?.op === "prev") {
      const of = this.#rowOf(row, { times: 1, line: node.line as number, before: true, key: "" });
      const isOpening = form.node?.op === "if" && this.#lines[of ?? row]?.kind === "stock";
      return of === undefined || of === row || !isOpening
        ? undefined
        : plain([{ row: of, times: 1, before: true, line: node.line as number }]);
    }
    if (form.node === undefined) return undefined;
    const terms: RowTerm[] = [];
    // Sums of a year stand in lines that nobody sees, which are not to be looked into here.
    const { atoms, constant } = this.#forms.closed(form.node);
    if (constant !== 0) return undefined;
    for (const { line, before, key, times } of atoms.values()) {
      const tags = line === undefined ? undefined : this.#graph.lines[line]?.tags;
      const id = tags?.[SUM_OF_YEAR] ?? tags?.[YEAR_OF];
      const index = typeof id === "string" ? this.#graph.indexById.get(id) : undefined;
      const of = index === undefined ? undefined : this.#own.get(index);
      if (of === undefined || of === row || before || key !== "") return undefined;
      terms.push({ row: of, times, before: false });
    }
    return terms.length === 0 ? undefined : plain(terms);
  }

  /** By its number a row has rows below it; it is their sum where both come to the same all the way down. */
  #ofChildren(row: number): RowSum | undefined {
    const { no } = this.#rows[row] as RelatedRow;
    const line = this.#lines[row];
    if (no === "" || line === undefined) return undefined;
    const children = [...this.#rows.keys()].filter((at) => parentOf(this.#rows[at]?.no ?? "") === no);
    const below = children.map((at) => this.#lines[at]?.index);
    if (below.length === 0 || below.includes(undefined)) return undefined;
    if (!isSame(this.#forms.whole(line.index), added(below.map((index) => this.#forms.whole(index as number)))))
      return undefined;
    const sum = plain(children.map((at) => ({ row: at, times: 1, before: false })));
    return this.#addsUpByYear(row, sum) ? sum : undefined;
  }

  /** A level that is the one before and what comes to the same as a row of amounts. */
  #cumulated(row: number): RowSum | undefined {
    const line = this.#lines[row];
    const shows = line?.node?.op === "line" ? (line.node.line as number) : line?.index;
    const node = shows === undefined ? undefined : this.#forms.nodeOf(shows);
    const [before, ...parts] = node?.op === "add" ? node.args : [];
    if (before?.op !== "prev" || before.line !== shows) return undefined;
    const change = added(parts.map((part) => this.#forms.wholeOf(part)));
    for (const [of, other] of this.#lines.entries()) {
      if (other === undefined || other.kind !== "flow" || !isSame(this.#forms.whole(other.index), change)) continue;
      const sum = plain([
        { row, times: 1, before: true, line: before.line as number },
        { row: of, times: 1, before: false },
      ]);
      if (this.#addsUpByYear(row, sum)) return sum;
    }
    return undefined;
  }

  /** Amounts of several rows above that together are all it is made of, the largest first: the total of all debts. */
  #ofEarlier(row: number): RowSum | undefined {
    const line = this.#lines[row];
    if (line?.kind !== "flow" || this.#rows[row]?.no === "") return undefined;
    let rest = this.#forms.whole(line.index);
    const terms: RowTerm[] = [];
    const candidates = [...this.#rows.keys()]
      .filter((of) => of < row && this.#lines[of]?.unit === line.unit && this.#rows[of]?.no !== "")
      .map((of) => ({ of, linear: this.#forms.whole((this.#lines[of] as GraphLine).index) }))
      .filter(({ linear }) => linear.atoms.size > 0)
      .sort((a, b) => b.linear.atoms.size - a.linear.atoms.size);
    for (const { of, linear } of candidates) {
      if (![...linear.atoms].every(([key, { times }]) => rest.atoms.get(key)?.times === times)) continue;
      rest = added([rest, negative(linear)]);
      terms.push({ row: of, times: 1, before: false });
    }
    const sum = plain(terms.toSorted((a, b) => a.row - b.row));
    return terms.length > 1 && rest.atoms.size === 0 && rest.constant === 0 && this.#addsUpByYear(row, sum)
      ? sum
      : undefined;
  }

  /** No row may rest on itself in the same year. */
  #acyclic(row: number, sum: RowSum | undefined): RowSum | undefined {
    const reaches = (of: number): boolean =>
      of === row || (this.sums[of]?.terms.some((term) => !term.before && reaches(term.row)) ?? false);
    return sum?.terms.some((term) => !term.before && reaches(term.row)) === true ? undefined : sum;
  }
}

const plain = (terms: readonly RowTerm[]): RowSum => ({ terms, constants: [], rounds: false });

/** `1.2` for `1.2.3`, nothing for `1`. */
const parentOf = (no: string): string | undefined => (no.includes(".") ? no.slice(0, no.lastIndexOf(".")) : undefined);
