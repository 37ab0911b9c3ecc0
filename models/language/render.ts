import { operations } from "../operations/table.ts";
import { LOOSEST, TIGHTEST, type Writer } from "../operations/writing.ts";
import { type FormulaWords, formulaWords } from "../wording/formula.ts";
import type { Lang } from "../wording/text.ts";
import type { Draft } from "./draft.ts";
import type { Graph, Node } from "./graph.ts";

/** How the lines of a formula are written: by id, or by label in one of the languages. */
export type RenderStyle = "id" | Lang;

/** Hidden lines can use each other twice and more, so what is written out of each is bounded. */
const MAX_HIDDEN_CHARS = 1_500;

interface Words {
  readonly lang: Lang;
  /** Text of a reference to a line. */
  readonly line: (index: number, place: number) => string;
  readonly idOf: (index: number) => string;
  readonly maxOperands: number;
}

/** Id text of a node in a graph that is still being built, for the formulas of hidden lines; long sums are shortened. */
export function renderIds(draft: Draft, node: Node): string {
  const idOf = (index: number): string => draft.at(index).meta.id;
  const line = (index: number, place: number): string => {
    const found = draft.at(index);
    if (found.source !== "hidden") return found.meta.id;
    return place === LOOSEST ? found.formula : `(${found.formula})`;
  };
  const text = renderNode(node, { lang: "en", line, idOf, maxOperands: 6 }, LOOSEST);
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

/**
 * A formula as text: of a line (by index) or of a node. Hidden lines are written out where they are used (`running(…)`), so that
 * the text names only lines a person knows. A yearly line shows what it is worth in the year's last period.
 */
export function renderFormula(graph: Graph, what: Node | number, style: RenderStyle): string {
  const self = typeof what === "number" ? what : undefined;
  const idOf = (index: number): string => lineAt(graph, index).id;
  const written = new Map<string, string>();
  const hiddenText = (index: number, node: Node, place: number): string => {
    // Two spellings at most: alone, and with the parentheses any operator would ask for.
    const tight = place === LOOSEST ? LOOSEST : TIGHTEST;
    const key = `${index}:${tight}`;
    const known = written.get(key);
    if (known !== undefined) return known;
    // Set before descending: a hidden line that reads itself is then named by its id.
    written.set(key, idOf(index));
    const text = renderHidden(unwrapYear(node, index), index, full, tight);
    const kept = text.length > MAX_HIDDEN_CHARS ? `${text.slice(0, MAX_HIDDEN_CHARS)}…` : text;
    written.set(key, kept);
    return kept;
  };
  const full: Words = {
    lang: style === "id" ? "en" : style,
    idOf,
    maxOperands: 40,
    line: (index, place) => {
      const line = lineAt(graph, index);
      if (line.source === "hidden" && line.node !== undefined && index !== self) {
        return hiddenText(index, line.node, place);
      }
      return style === "id" ? line.id : `[${line.label[style]}]`;
    },
  };
  if (typeof what !== "number") return renderNode(what, full, LOOSEST);
  const line = lineAt(graph, what);
  if (line.node === undefined) return line.formula;
  return renderHidden(unwrapYear(line.node, what), what, full, LOOSEST);
}

function lineAt(graph: Graph, index: number): Graph["lines"][number] {
  const line = graph.lines[index];
  if (line === undefined) throw new Error(`no line ${index}`);
  return line;
}

/** Yearly lines keep their value between year ends; only what they are worth there is of interest. */
function unwrapYear(node: Node, self: number): Node {
  const [, yes, no] = node.op === "if" ? node.args : [];
  return yes !== undefined && isPrevOf(no, self) ? yes : node;
}

function isPrevOf(node: Node | undefined, self: number): boolean {
  return node?.op === "prev" && node.line === self;
}

/** Recursions over a line's own previous value are shown by the function they came from. */
function renderHidden(node: Node, self: number, how: Words, place: number): string {
  const found = recursionOf(node, self, how);
  return found === undefined
    ? renderNode(node, how, place)
    : `${formulaWords[how.lang][found.name]}(${renderNode(found.x, how, LOOSEST)})`;
}

function recursionOf(
  node: Node,
  self: number,
  how: Words,
): { readonly name: keyof FormulaWords; readonly x: Node } | undefined {
  const [first, second, third] = node.args;
  if (node.op === "add" && second !== undefined && third === undefined) {
    if (isPrevOf(first, self)) return { name: "running", x: second };
    if (first?.op === "if" && isPrevOf(first.args[2], self)) {
      const start = first.args[0]?.line;
      const ofStatements = start !== undefined && how.idOf(start) === "statementstart";
      return { name: ofStatements ? "years" : "ytd", x: second };
    }
  }
  if (node.op !== "if" || second === undefined || third === undefined) return undefined;
  const extreme = third.op === "min" ? "cummin" : third.op === "max" ? "cummax" : undefined;
  if (extreme !== undefined && isPrevOf(third.args[0], self) && third.args[1] === second)
    return { name: extreme, x: second };
  const condition = first?.op === "or" ? first.args[1] : undefined;
  const counts = second.op === "add" && isPrevOf(second.args[0], self);
  return counts && condition !== undefined ? { name: "since", x: condition } : undefined;
}

function renderNode(node: Node, how: Words, place: number): string {
  const { binds, write } = operations[node.op];
  const text = write(node, writerOf(how, place));
  return binds < place ? `(${text})` : text;
}

function writerOf(how: Words, place: number): Writer {
  const each: Writer["each"] = (nodes, text) => {
    if (nodes.length <= how.maxOperands) return nodes.map(text);
    const shown = how.maxOperands - 1;
    return [...nodes.slice(0, shown).map(text), `… (${nodes.length - shown})`];
  };
  return {
    place,
    text: (node, at) => renderNode(node, how, at),
    line: (index, at) => how.line(index, at),
    column: (cells) => columnName(cells, how) ?? each(cells, (cell) => renderNode(cell, how, LOOSEST)).join(", "),
    each,
    word: (text) => text[how.lang],
  };
}

/** Cells of a column are called COMPONENT.TABLE.ROW.COLUMN; the column as a whole COMPONENT.TABLE.COLUMN. */
function columnName(cells: readonly Node[], how: Words): string | undefined {
  const [first] = cells;
  const id = first?.line === undefined ? [] : how.idOf(first.line).split(".");
  const named = id.length >= 4 && cells.every(({ op }) => operations[op].reads === "same");
  return named ? [...id.slice(0, -2), id.at(-1)].join(".") : undefined;
}
