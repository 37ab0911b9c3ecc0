import { create, type MathNode, parseDependencies } from "mathjs/number";
import { type Checker, toExpression } from "./check.ts";
import type { Expression, SelectionTerm, Span } from "./expression.ts";
import { refuse } from "./refuse.ts";
import { columnOf, excerpt, scan, type Token } from "./scan.ts";
import { readSelection } from "./selection.ts";

const { parse: mathParse } = create({ ...parseDependencies });

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
  const leaves: Checker["leaves"][number][] = [];
  const pieces: { at: number; span: Span }[] = [];
  let source = "";
  const emit = (piece: string, span: Span): void => {
    pieces.push({ at: source.length, span });
    source += `${piece} `;
  };
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i] as Token;
    const selection = selectionAt(tokens, i);
    if (selection !== undefined) {
      const last = tokens[selection.end - 1] ?? token;
      const span = { from: token.from, to: last.to };
      emit(`x${leaves.length}`, span);
      leaves.push({ type: "selection", terms: selection.terms, span });
      i = selection.end;
      continue;
    }
    i++;
    if (token.type === "mark") {
      if (token.text === "=") refuse("equalsSign", { column: columnOf(token) });
      emit(token.text, token);
      continue;
    }
    if (token.type === "name" && token.wildcard)
      refuse("wildcard", { text: `${token.text}.*`, column: columnOf(token) });
    emit(`x${leaves.length}`, token);
    leaves.push({ type: token.type, text: token.text, span: { from: token.from, to: token.to } });
  }
  return { source, pieces, leaves, text };
}

function selectionAt(
  tokens: readonly Token[],
  at: number,
): { readonly terms: readonly SelectionTerm[]; readonly end: number } | undefined {
  const token = tokens[at];
  const open = tokens[at + 1];
  if (token?.type !== "name" || token.text !== "sum" || open?.type !== "mark" || open.text !== "(") return undefined;
  return readSelection(tokens, at + 2);
}

function structure(folded: Folded, text: string): MathNode {
  try {
    return mathParse(folded.source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const char = "char" in error && typeof error.char === "number" ? error.char : folded.source.length;
    const piece = folded.pieces.findLast((each) => each.at < char);
    const from = piece?.span.from ?? 0;
    return refuse("syntax", { column: from + 1, near: excerpt(text, { from, to: from + 20 }, 20) });
  }
}
