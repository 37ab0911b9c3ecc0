import { documentProblem } from "../wording/document.ts";
import { fail, type Problem, type Result, succeed } from "../wording/problem.ts";
import { isHostileKey } from "./ids.ts";
import { DOCUMENT_LIMITS } from "./limits.ts";

/**
 * Strict JSON reader. The built-in one keeps the last of two equal keys and rounds long numbers, both silently; a shared model file must do
 * neither. Numbers that float64 cannot hold exactly come back as their text, which number fields accept.
 */
export function readJson(text: string): Result<unknown> {
  if (text.length > DOCUMENT_LIMITS.textLengthMax)
    return fail(documentProblem("document.file_too_large", "", { limit: DOCUMENT_LIMITS.textLengthMax }));
  const reader = new Reader(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  try {
    return succeed(reader.document());
  } catch (error) {
    if (error instanceof Stop) return fail(error.problem);
    throw error;
  }
}

/** Leaves the recursive descent at the first mistake; never seen outside this file. */
class Stop extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
const PLAIN = /[^"\\]*/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): unknown {
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) this.#stop("document.json_syntax", { found: this.#shown() });
    return value;
  }

  #value(depth: number): unknown {
    if (depth > DOCUMENT_LIMITS.depthMax) this.#stop("document.json_too_deep", { limit: DOCUMENT_LIMITS.depthMax });
    this.#space();
    const start = this.#text[this.#at];
    if (start === "{") return this.#object(depth);
    if (start === "[") return this.#array(depth);
    if (start === '"') return this.#string();
    for (const [word, value] of [
      ["true", true],
      ["false", false],
      ["null", null],
    ] as const) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    return this.#number();
  }

  #object(depth: number): unknown {
    const found: Record<string, unknown> = {};
    this.#at += 1;
    if (this.#take("}")) return found;
    do {
      this.#space();
      if (this.#text[this.#at] !== '"') this.#stop("document.json_syntax", { found: this.#shown() });
      const start = this.#at;
      const key = this.#string();
      if (isHostileKey(key)) this.#stop("document.json_hostile_key", { key }, start);
      if (Object.hasOwn(found, key)) this.#stop("document.json_duplicate_key", { key }, start);
      if (!this.#take(":")) this.#stop("document.json_syntax", { found: this.#shown() });
      found[key] = this.#value(depth + 1);
    } while (this.#take(","));
    if (!this.#take("}")) this.#stop("document.json_syntax", { found: this.#shown() });
    return found;
  }

  #array(depth: number): unknown {
    const found: unknown[] = [];
    this.#at += 1;
    if (this.#take("]")) return found;
    do {
      if (found.length >= DOCUMENT_LIMITS.nodesMax)
        this.#stop("document.json_list_too_long", { limit: DOCUMENT_LIMITS.nodesMax });
      found.push(this.#value(depth + 1));
    } while (this.#take(","));
    if (!this.#take("]")) this.#stop("document.json_syntax", { found: this.#shown() });
    return found;
  }

  #string(): string {
    this.#at += 1;
    let found = "";
    for (;;) {
      const start = this.#at;
      const plain = this.#match(PLAIN);
      const control = [...plain].findIndex((letter) => letter < " ");
      if (control >= 0) this.#stop("document.json_syntax", { found: JSON.stringify(plain[control]) }, start + control);
      found += plain;
      const next = this.#text[this.#at];
      if (next === '"') {
        this.#at += 1;
        return found;
      }
      if (next !== "\\") this.#stop("document.json_syntax", { found: this.#shown() });
      found += this.#escape();
    }
  }

  #escape(): string {
    const letter = this.#text[this.#at + 1] ?? "";
    const plain = ESCAPES[letter];
    if (plain !== undefined) {
      this.#at += 2;
      return plain;
    }
    const code = this.#text.slice(this.#at + 2, this.#at + 6);
    if (letter !== "u" || !/^[0-9a-fA-F]{4}$/.test(code)) this.#stop("document.json_syntax", { found: this.#shown() });
    this.#at += 6;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  #number(): number | string {
    const text = this.#match(NUMBER);
    if (text === "") this.#stop("document.json_syntax", { found: this.#shown() });
    const value = Number(text);
    const digits = text
      .replace(/[eE].*$/, "")
      .replace(/[-.]/g, "")
      .replace(/^0+/, "").length;
    return digits <= 15 && Number.isFinite(value) ? value : text;
  }

  #take(mark: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #space(): void {
    this.#match(SPACE);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }

  #shown(): string {
    if (this.#at >= this.#text.length) return "EOF";
    // Of a file that does not even begin as JSON nothing is quoted: it may be any file of this computer.
    const begun = /[{[]/.test(this.#text.slice(0, this.#at));
    return begun ? this.#text.slice(this.#at, this.#at + 12) : this.#text.slice(this.#at, this.#at + 1);
  }

  #stop(
    code: Parameters<typeof documentProblem>[0],
    args: Readonly<Record<string, string | number>>,
    at = this.#at,
  ): never {
    const before = this.#text.slice(0, at);
    const line = before.split("\n").length;
    const column = at - before.lastIndexOf("\n");
    throw new Stop(documentProblem(code, `${line}:${column}`, { ...args, line, column }));
  }
}
