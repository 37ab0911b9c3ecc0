import { type FormulaWords, formulaWords } from "../wording/formula.ts";
import type { Lang } from "../wording/text.ts";
import type { Draft } from "./draft.ts";
import type { Graph, Node } from "./graph.ts";

/** How the lines of a formula are written: by id, or by label in one of the languages. */
export type RenderStyle = "id" | Lang;

/** Operator precedence, loosest first; an operand that binds looser than its place gets parentheses. */
const LOOSEST = 0;
const OR = 1;
const AND = 2;
const COMPARE = 3;
const SUM = 4;
const PRODUCT = 5;
const PREFIX = 6;
const POWER = 7;
const TIGHTEST = 8;

/** Hidden lines can use each other twice and more, so what is written out of each is bounded. */
const MAX_HIDDEN_CHARS = 1_500;

interface Words {
  readonly words: FormulaWords;
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
  const text = renderNode(node, { words: formulaWords.en, line, idOf, maxOperands: 6 }, LOOSEST);
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

/**
 * A formula as text: of a line (by index) or of a node. Hidden lines are written out where they are used (`running(…)`), so that
 * the text names only lines a person knows. A yearly line shows what it is worth in the year's last period.
 */
export function renderFormula(graph: Graph, what: Node | number, style: RenderStyle): string {
  const words = formulaWords[style === "id" ? "en" : style];
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
    words,
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
  return node.op === "if" && isPrevOf(node.no, self) ? node.yes : node;
}

function isPrevOf(node: Node | undefined, self: number): boolean {
  return node?.op === "prev" && node.line === self;
}

/** Recursions over a line's own previous value are shown by the function they came from. */
function renderHidden(node: Node, self: number, how: Words, place: number): string {
  const found = recursionOf(node, self);
  return found === undefined ? renderNode(node, how, place) : call(found.name, [found.x], how);
}

function recursionOf(node: Node, self: number): { readonly name: string; readonly x: Node } | undefined {
  if (node.op === "add") {
    const [before, x, ...more] = node.args;
    if (x === undefined || more.length > 0) return undefined;
    if (isPrevOf(before, self)) return { name: "running", x };
    if (before?.op === "if" && isPrevOf(before.no, self)) return { name: "ytd", x };
  }
  if (node.op !== "if") return undefined;
  const { no, yes, cond } = node;
  if ((no.op === "min" || no.op === "max") && isPrevOf(no.args[0], self) && no.args[1] === yes) {
    return { name: `cum${no.op}`, x: yes };
  }
  if (yes.op === "add" && isPrevOf(yes.args[0], self) && cond.op === "or") return { name: "since", x: cond.b };
  return undefined;
}

function word(name: string, how: Words): string {
  return how.words.functions[name] ?? name;
}

function call(name: string, args: readonly (Node | string)[], how: Words): string {
  return `${word(name, how)}(${args.map((arg) => (typeof arg === "string" ? arg : renderNode(arg, how, LOOSEST))).join(", ")})`;
}

function renderNode(node: Node, how: Words, place: number): string {
  const written = (part: Node | string, at: number): string =>
    typeof part === "string" ? part : renderNode(part, how, at);
  const inside = (level: number, text: string): string => (level < place ? `(${text})` : text);
  switch (node.op) {
    case "const":
      return node.text;
    case "line":
      return how.line(node.line, place);
    case "prev":
    case "total":
      return call(node.op, [how.line(node.line, LOOSEST)], how);
    case "none":
      return how.words.none;
    case "reduce":
      return renderReducer(node, how);
    case "lag":
      return call("lag", [how.line(node.line, LOOSEST), node.n], how);
    case "at":
      return call("at", [how.line(node.line, LOOSEST), node.month], how);
    case "convolve":
      return call("convolve", [how.line(node.line, LOOSEST), tableName(node.weights, how)], how);
    case "lookup":
      return call("lookup", [tableName(node.values, how), node.x, ...(node.mode === "linear" ? ["linear"] : [])], how);
    case "brackets":
      return call("brackets", [tableName(node.rates, how), node.x], how);
    case "add":
      return inside(
        SUM,
        shorten(node.args, how)
          .map((arg, i) => written(arg, i === 0 ? SUM : PRODUCT))
          .join(" + "),
      );
    case "min":
    case "max":
      return call(node.op, shorten(node.args, how), how);
    case "call":
    case "finance":
      return call(node.fn, node.args, how);
    case "sub":
      return inside(SUM, `${renderNode(node.a, how, SUM)} - ${renderNode(node.b, how, PRODUCT)}`);
    case "mul":
      return inside(PRODUCT, `${renderNode(node.a, how, PRODUCT)} * ${renderNode(node.b, how, PREFIX)}`);
    case "div":
      return inside(PRODUCT, `${renderNode(node.a, how, PRODUCT)} / ${renderNode(node.b, how, PREFIX)}`);
    case "pow":
      return inside(POWER, `${renderNode(node.a, how, TIGHTEST)} ^ ${renderNode(node.b, how, PREFIX)}`);
    case "neg":
      return inside(PREFIX, `-${renderNode(node.a, how, PREFIX)}`);
    case "not":
      return inside(COMPARE, `${how.words.not} ${renderNode(node.a, how, TIGHTEST)}`);
    case "and":
      return inside(AND, `${renderNode(node.a, how, AND)} ${how.words.and} ${renderNode(node.b, how, COMPARE)}`);
    case "or":
      return inside(OR, `${renderNode(node.a, how, OR)} ${how.words.or} ${renderNode(node.b, how, AND)}`);
    case "cmp":
      return inside(COMPARE, `${renderNode(node.a, how, SUM)} ${node.rel} ${renderNode(node.b, how, SUM)}`);
    case "if": {
      const [cond, yes, no] = [node.cond, node.yes, node.no].map((part) => renderNode(part, how, OR));
      return inside(LOOSEST, `${cond} ? ${yes} : ${no}`);
    }
  }
}

/** The lines of a reducer by year are written as they were read: `years(x)`. */
function renderReducer(node: Extract<Node, { op: "reduce" }>, how: Words): string {
  const lines = node.by === "year" ? node.yearly : node.series;
  const series = lines.map((line, i) => {
    const text = how.line(line, LOOSEST);
    return i > 0 || node.by === "period" || text.startsWith(`${word("years", how)}(`)
      ? text
      : call(node.by === "year" ? "years" : "basis", [text], how);
  });
  return call(node.fn, [...node.args, ...series], how);
}

function shorten(args: readonly Node[], how: Words): readonly (Node | string)[] {
  return args.length <= how.maxOperands
    ? args
    : [...args.slice(0, how.maxOperands - 1), `… (${args.length - how.maxOperands + 1})`];
}

/** Cells of a column are called COMPONENT.TABLE.ROW.COLUMN; the column as a whole COMPONENT.TABLE.COLUMN. */
function tableName(cells: readonly Node[], how: Words): string {
  const [first] = cells;
  const id = first?.op === "line" ? how.idOf(first.line).split(".") : [];
  if (id.length >= 4 && cells.every((cell) => cell.op === "line")) return [...id.slice(0, -2), id.at(-1)].join(".");
  return shorten(cells, how)
    .map((cell) => (typeof cell === "string" ? cell : renderNode(cell, how, LOOSEST)))
    .join(", ");
}
