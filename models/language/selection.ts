import type { NamedSelection, SelectionTerm, SelectionValue } from "./expression.ts";
import type { Relation } from "./graph.ts";
import { refuse } from "./refuse.ts";
import { columnOf, scan, type Token } from "./scan.ts";

const relations: ReadonlyMap<string, Relation> = new Map([
  ["=", "=="],
  ["==", "=="],
  ["!=", "!="],
  ["<", "<"],
  ["<=", "<="],
  [">", ">"],
  [">=", ">="],
]);

/** What stands between the parentheses of `sum(…)`. */
export interface Selected {
  readonly terms: readonly SelectionTerm[];
  readonly named: readonly NamedSelection[];
}

/**
 * Reads `role = revenue.*, payee = spv)` from the token after `sum(`; `end` is the index after the closing parenthesis.
 * Conditions are joined by “and”; `key = in(a, b)` accepts any of several values; a bare name stands for the conditions its mechanism
 * declared under it.
 */
export function readSelection(tokens: readonly Token[], start: number): Selected & { readonly end: number } {
  const reader = new Reader(tokens, start);
  const selected = readConditions(reader);
  reader.expect(")");
  return { ...selected, end: reader.at };
}

/** Reads the conditions a mechanism declares under a name: `role = sale.receipt, payee = seller`. */
export function parseSelection(text: string): Selected {
  const reader = new Reader(scan(text), 0);
  const selected = readConditions(reader);
  if (reader.peek() !== undefined) reader.fail();
  return selected;
}

function readConditions(reader: Reader): Selected {
  const terms: SelectionTerm[] = [];
  const named: NamedSelection[] = [];
  do {
    const key = readKey(reader);
    const next = reader.peek();
    if (next === undefined || (next.type === "mark" && (next.text === "," || next.text === ")"))) {
      named.push({ name: key.text, span: { from: key.from, to: key.to } });
    } else terms.push(readTerm(reader, key));
  } while (reader.take(","));
  return { terms, named };
}

class Reader {
  readonly tokens: readonly Token[];
  at: number;

  constructor(tokens: readonly Token[], at: number) {
    this.tokens = tokens;
    this.at = at;
  }

  peek(): Token | undefined {
    return this.tokens[this.at];
  }

  /** The next token, which must exist. */
  next(): Token {
    const token = this.tokens[this.at];
    if (token === undefined) return this.fail();
    this.at++;
    return token;
  }

  take(mark: string): boolean {
    const token = this.tokens[this.at];
    if (token?.type !== "mark" || token.text !== mark) return false;
    this.at++;
    return true;
  }

  expect(mark: string): void {
    if (!this.take(mark)) this.fail();
  }

  fail(): never {
    const token = this.tokens[Math.min(this.at, this.tokens.length - 1)];
    return refuse("selectionSyntax", { column: token === undefined ? 1 : columnOf(token) });
  }
}

function readKey(reader: Reader): Token {
  const key = reader.next();
  return key.type !== "name" || key.wildcard ? backUp(reader) : key;
}

function readTerm(reader: Reader, key: Token): SelectionTerm {
  const sign = reader.next();
  const rel = sign.type === "mark" ? relations.get(sign.text) : undefined;
  if (rel === undefined) return backUp(reader);
  const values = readValues(reader, rel);
  const bySize = rel !== "==" && rel !== "!=";
  if (bySize && values.some((value) => value.type === "word")) {
    refuse("selectionNumber", { key: key.text, column: columnOf(key) });
  }
  return { key: key.text, rel, values };
}

function readValues(reader: Reader, rel: Relation): readonly SelectionValue[] {
  const token = reader.next();
  const list = token.type === "name" && token.text === "in" && !token.wildcard && reader.take("(");
  if (!list) return [readValue(token, reader)];
  if (rel !== "==" && rel !== "!=") return backUp(reader);
  const values: SelectionValue[] = [];
  do values.push(readValue(reader.next(), reader));
  while (reader.take(","));
  reader.expect(")");
  return values;
}

function readValue(token: Token, reader: Reader): SelectionValue {
  if (token.type === "number") return { type: "number", text: token.text };
  if (token.type !== "name") return backUp(reader);
  if (token.text === "self" && !token.wildcard) return { type: "self" };
  return { type: "word", text: token.text, wildcard: token.wildcard };
}

/** Points the error at the token just read. */
function backUp(reader: Reader): never {
  reader.at--;
  return reader.fail();
}
