// The one file made for browsers: the same library in 650 modules takes longer to read than a model takes to compute.
import mathjs from "mathjs/lib/browser/math.js";
import type { MathNode } from "mathjs/number";
import { type Checker, toExpression } from "./check.ts";
import type { Expression, Gathering, Span } from "./expression.ts";
import { refuse } from "./refuse.ts";
import { columnOf, excerpt, scan, type Token } from "./scan.ts";
import { readSelection, type Selected } from "./selection.ts";
import { unitWords } from "./unit.ts";

/**
 * Reads one formula. mathjs settles operator precedence only: every name, literal and selection reaches it as a numbered
 * placeholder, so no text of the user's can meet a mathjs constant, property or function, and literals keep their digits.
 * Refuses (see refuse.ts) what is not in the language.
 */
export function parseFormula(text: string): Expression {
  const folded = fold(scan(text), text);
  return toExpression(structure(folded, text), folded);
}

interface Folded extends Checker {
  readonly source: string;
  /** Start of each piece of `source`, with the place in the author's text. */
  readonly pieces: readonly { readonly at: number; readonly span: Span }[];
}

function fold(tokens: readonly Token[], text: string): Folded {
  const folder = new Folder();
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    if (token === undefined) break;
    const selection = selectionAt(tokens, i);
    const unit = unitAt(tokens, i);
    if (selection !== undefined) {
      const last = tokens[selection.end - 1] ?? token;
      const { by, terms, named, end } = selection;
      folder.addLeaf({ type: "selection", by, terms, named, span: { from: token.from, to: last.to } });
      i = end;
    } else if (unit !== undefined) {
      folder.addLeaf({ type: "number", text: token.text, unit: unit.text, span: { from: token.from, to: unit.to } });
      i += 2;
    } else {
      folder.addToken(token);
      i++;
    }
  }
  return { ...folder.finish(), text };
}

class Folder {
  private readonly leaves: Checker["leaves"][number][] = [];
  private readonly pieces: { at: number; span: Span }[] = [];
  /** What still has to be closed: `(` by `)`, `?` by `:`. */
  private readonly open: Token[] = [];
  private source = "";

  addToken(token: Token): void {
    if (token.type === "mark") {
      this.addMark(token);
      return;
    }
    if (token.type === "name" && token.wildcard) {
      refuse("wildcard", { text: `${token.text}.*`, column: columnOf(token) });
    }
    this.addLeaf({ type: token.type, text: token.text, span: { from: token.from, to: token.to } });
  }

  addLeaf(leaf: Checker["leaves"][number]): void {
    this.emit(`x${this.leaves.length}`, leaf.span);
    this.leaves.push(leaf);
  }

  finish(): Pick<Folded, "source" | "pieces" | "leaves"> {
    const left = this.open.at(-1);
    if (left !== undefined)
      refuse("unclosed", { column: columnOf(left), mark: left.text, by: left.text === "?" ? ":" : ")" });
    return { source: this.source, pieces: this.pieces, leaves: this.leaves };
  }

  /** The branch between `?` and `:` gets parentheses, because mathjs would not read a condition inside it. */
  private addMark(token: Token): void {
    const { text: mark } = token;
    if (mark === "=") refuse("equalsSign", { column: columnOf(token) });
    if (mark === ":" || mark === ")") this.close(token, mark === ":" ? "?" : "(");
    if (mark === ":") this.emit(")", token);
    this.emit(mark, token);
    if (mark === "?") this.emit("(", token);
    if (mark === "?" || mark === "(") this.open.push(token);
  }

  private close(token: Token, opener: "?" | "("): void {
    const last = this.open.pop();
    if (last === undefined) refuse("unopened", { column: columnOf(token), mark: token.text, opener });
    else if (last.text !== opener) {
      refuse("unclosed", { column: columnOf(last), mark: last.text, by: last.text === "?" ? ":" : ")" });
    }
  }

  private emit(piece: string, span: Span): void {
    this.pieces.push({ at: this.source.length, span });
    this.source += `${piece} `;
  }
}

const GATHERINGS: ReadonlySet<string> = new Set<Gathering>(["sum", "latest"]);

const isGathering = (word: string): word is Gathering => GATHERINGS.has(word);

function selectionAt(
  tokens: readonly Token[],
  at: number,
): (Selected & { readonly by: Gathering; readonly end: number }) | undefined {
  const token = tokens[at];
  const open = tokens[at + 1];
  if (
    token?.type !== "name" ||
    !isGathering(token.text) ||
    token.wildcard ||
    open?.type !== "mark" ||
    open.text !== "("
  )
    return undefined;
  return { by: token.text, ...readSelection(tokens, at + 2) };
}

/** The unit word after a number. Two values side by side are never a product, so any other word there is a mistake. */
function unitAt(tokens: readonly Token[], at: number): Token | undefined {
  const number = tokens[at];
  const word = tokens[at + 1];
  if (number?.type !== "number" || word?.type !== "name") return undefined;
  if (unitWords.has(word.text) && !word.wildcard) return word;
  return refuse("unitWord", { number: number.text, word: word.text, column: columnOf(word) });
}

function structure(folded: Folded, text: string): MathNode {
  try {
    return mathjs.parse(folded.source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const char = "char" in error && typeof error.char === "number" ? error.char : folded.source.length;
    const piece = folded.pieces.findLast((each) => each.at < char);
    const from = piece?.span.from ?? 0;
    return refuse("syntax", { column: from + 1, near: excerpt(text, { from, to: from + 20 }, 20) });
  }
}
