import type { Span } from "./expression.ts";
import { LIMITS } from "./limits.ts";
import { refuse } from "./refuse.ts";

export type Token = Span &
  (
    | { readonly type: "number"; readonly text: string }
    /** A name with its dots; `revenue.*` has `wildcard` and text `revenue`. */
    | { readonly type: "name"; readonly text: string; readonly wildcard: boolean }
    | { readonly type: "mark"; readonly text: string }
  );

const SPACE = /[ \t\r\n\u3000]+/y;
/** Latin and Chinese letters, digits, `_`; segments joined by dots, later ones may begin with a digit (row ids). */
const NAME =
  /[A-Za-z_\u3007\u3400-\u4dbf\u4e00-\u9fff][\w\u3007\u3400-\u4dbf\u4e00-\u9fff]*(?:\.[\w\u3007\u3400-\u4dbf\u4e00-\u9fff]+)*(?:\.\*)?/y;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const MARK = /==|!=|<=|>=|[-+*/^(),?:<>=]/y;
const CONTINUES_WORD = /[\w.\u3007\u3400-\u4dbf\u4e00-\u9fff]/;
const WORD_OPERATORS: ReadonlySet<string> = new Set(["and", "or", "not"]);

/** Characters people type out of habit, with what the language uses instead. */
const instead: ReadonlyMap<string, string> = new Map([
  ["（", "("],
  ["）", ")"],
  ["，", ","],
  ["、", ","],
  ["＋", "+"],
  ["－", "-"],
  ["−", "-"],
  ["–", "-"],
  ["×", "*"],
  ["＊", "*"],
  ["÷", "/"],
  ["／", "/"],
  ["＝", "=="],
  ["＞", ">"],
  ["＜", "<"],
  ["≥", ">="],
  ["≤", "<="],
  ["≠", "!="],
  ["？", "?"],
  ["：", ":"],
  ["．", "."],
  ["。", "."],
  ["&", "and"],
  ["|", "or"],
  ["!", "not"],
]);

/**
 * Cuts a formula into tokens. Only names, decimal literals and the listed marks pass; whatever else is in the text
 * (quotes, brackets, `;`, `%`, look-alike letters, direction marks …) is refused with its column.
 */
export function scan(text: string): readonly Token[] {
  if (text.length > LIMITS.formulaChars) refuse("tooLong", { length: text.length, limit: LIMITS.formulaChars });
  const tokens: Token[] = [];
  const nesting = new Nesting();
  let at = 0;
  while (at < text.length) {
    const space = matchAt(SPACE, text, at);
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    const token = nameAt(text, at) ?? numberAt(text, at) ?? markAt(text, at) ?? refuseCharacter(text, at);
    nesting.add(token);
    tokens.push(token);
    at = token.to;
  }
  if (tokens.length === 0) refuse("empty", {});
  return tokens;
}

/** Columns are shown to people, so they count from 1. */
export function columnOf(span: Span): number {
  return span.from + 1;
}

/** A piece of a scanned formula for a message: on one line, shortened. */
export function excerpt(text: string, { from, to }: Span, maxChars: number): string {
  const piece = text.slice(from, Math.min(to, from + maxChars)).replace(/\s+/g, " ");
  return to - from > maxChars ? `${piece}…` : piece;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function nameAt(text: string, from: number): Token | undefined {
  const found = matchAt(NAME, text, from);
  if (found === undefined) return undefined;
  const to = from + found.length;
  if (found.length > LIMITS.nameChars) refuse("nameTooLong", { column: from + 1, limit: LIMITS.nameChars });
  if (text[to] === ".") refuse("danglingDot", { column: to + 1 });
  if (WORD_OPERATORS.has(found)) return { type: "mark", text: found, from, to };
  const wildcard = found.endsWith(".*");
  return { type: "name", text: wildcard ? found.slice(0, -2) : found, wildcard, from, to };
}

function numberAt(text: string, from: number): Token | undefined {
  const found = matchAt(NUMBER, text, from);
  if (found === undefined) return undefined;
  let to = from + found.length;
  if (CONTINUES_WORD.test(text[to] ?? "")) {
    while (to < text.length && to < from + 20 && CONTINUES_WORD.test(text[to] ?? "")) to++;
    refuse("number", { text: text.slice(from, to), column: from + 1 });
  }
  const exponent = Number(/[eE](.*)$/.exec(found)?.[1] ?? "0");
  if (found.length > LIMITS.numberChars || Math.abs(exponent) > LIMITS.numberExponent) {
    refuse("numberRange", { text: found.slice(0, 20), column: from + 1, exponent: LIMITS.numberExponent });
  }
  return { type: "number", text: found, from, to };
}

function markAt(text: string, from: number): Token | undefined {
  const found = matchAt(MARK, text, from);
  return found === undefined ? undefined : { type: "mark", text: found, from, to: from + found.length };
}

function refuseCharacter(text: string, at: number): never {
  const column = at + 1;
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (char === "%" || char === "％") refuse("percent", { column });
  if (char === ".") refuse("danglingDot", { column });
  // Invisible and direction-changing characters are shown by code point only, so that the message itself stays readable.
  const code = `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const shown = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(char) ? `“${char}” (${code})` : code;
  return refuse("character", { shown, column, instead: instead.get(char) });
}

/** Refuses deep nesting before the recursive parser sees it. */
class Nesting {
  private depth = 0;
  private rightward = 0;
  private prefixes = 0;

  add(token: Token): void {
    const column = columnOf(token);
    const mark = token.type === "mark" ? token.text : "";
    if (mark === "(") this.depth++;
    if (mark === ")") this.depth--;
    if (mark === "?" || mark === "^") this.rightward++;
    this.prefixes = mark === "-" || mark === "+" || mark === "not" ? this.prefixes + 1 : 0;
    if (this.depth > LIMITS.formulaDepth || this.rightward > LIMITS.formulaDepth) {
      refuse("tooDeep", { limit: LIMITS.formulaDepth, column });
    }
    if (this.prefixes > LIMITS.prefixRun) refuse("tooDeep", { limit: LIMITS.prefixRun, column });
  }
}
