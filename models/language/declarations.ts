import { z } from "zod";
import { fileProblem } from "../wording/file.ts";
import { fail, type Result, succeed } from "../wording/problem.ts";
import { declarationFields, isOptionalField } from "./declarationSchema.ts";
import { LIMITS } from "./limits.ts";
import type { InputDecl, LineDecl } from "./line.ts";
import { isComputed, LANGUAGE_VERSION } from "./version.ts";

/** What a graph is built from: all lines in order, and those of rule parameters that formulas ask for. */
export interface Declarations {
  readonly decls: readonly LineDecl[];
  readonly parameters: readonly InputDecl[];
}

const FORMAT = "pingheng/lines";

/** A line as it is written: plain fields, and for each other field the place of its value among the parts. */
type Written = readonly [plain: Readonly<Record<string, string>>, parts: Readonly<Record<string, number>>];

/**
 * The declarations of graphs as JSON text. Lines of one component share what they may name, and graphs of one model share most lines: equal
 * values are written once.
 */
export function writeDeclarations(sets: readonly Declarations[]): string {
  const parts = new Pool();
  const lines = new Pool();
  const placeOf = (decl: LineDecl): number => {
    const entries = Object.entries(decl).filter(([, value]) => value !== undefined);
    const written: Written = [
      Object.fromEntries(entries.filter(([, value]) => typeof value === "string")),
      Object.fromEntries(
        entries.filter(([, value]) => typeof value !== "string").map(([name, value]) => [name, parts.place(value)]),
      ),
    ];
    return lines.place(written);
  };
  const written = sets.map(({ decls, parameters }) => ({
    decls: decls.map(placeOf),
    parameters: parameters.map(placeOf),
  }));
  return JSON.stringify({
    format: FORMAT,
    language: LANGUAGE_VERSION,
    parts: parts.values,
    lines: lines.values,
    sets: written,
  });
}

/** Values in the order of their first use, equal ones once. */
class Pool {
  readonly values: unknown[] = [];
  readonly #places = new Map<string, number>();
  readonly #known = new Map<unknown, number>();

  place(value: unknown): number {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const text = JSON.stringify(value);
    const place = this.#places.get(text) ?? this.values.push(value) - 1;
    this.#places.set(text, place);
    this.#known.set(value, place);
    return place;
  }
}

const place = z.int().min(0);
const list = z.array(place).max(LIMITS.graphLines);
const SETS_MAX = 200;

const schema = z.strictObject({
  format: z.literal(FORMAT),
  language: z.int(),
  parts: z.array(z.json()),
  lines: z.array(z.tuple([z.record(z.string(), z.string()), z.record(z.string(), place)])),
  sets: z.array(z.strictObject({ decls: list, parameters: list })).max(SETS_MAX),
});

/** Reads text that claims to hold declarations; `path` is named in problems. */
export function readDeclarations(text: string, path: string): Result<readonly Declarations[]> {
  const broken = (detail: string) => fail(fileProblem("declarations", { detail }, path));
  const json = parse(text);
  if (json === undefined) return broken("JSON");
  // Files of the first layout hold formulas as text, from which nothing can be built.
  if (Array.isArray(json)) return fail(fileProblem("no_declarations", {}, path));
  const language = z.looseObject({ format: z.literal(FORMAT), language: z.int() }).safeParse(json);
  if (language.success && !isComputed(language.data.language))
    return fail(fileProblem("language_gone", { language: language.data.language }, path));
  const stored = schema.safeParse(json);
  if (!stored.success) return broken(stored.error.issues[0]?.path.join("/") ?? "");
  try {
    const reader = new Reader(stored.data.parts, stored.data.lines);
    return succeed(
      stored.data.sets.map(({ decls, parameters }) => ({
        decls: decls.map((line) => reader.line(line)),
        parameters: parameters.map((line) => reader.input(line)),
      })),
    );
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return broken(error.message);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** Stored declarations that are none. */
class Misfit extends Error {}

/** Puts lines together from their parts; each part is checked once for each field it is used in. */
class Reader {
  readonly #parts: readonly unknown[];
  readonly #lines: readonly Written[];
  readonly #read = new Map<number, LineDecl>();
  readonly #checked = new Map<string, unknown>();

  constructor(parts: readonly unknown[], lines: readonly Written[]) {
    this.#parts = parts;
    this.#lines = lines;
  }

  line(index: number): LineDecl {
    const known = this.#read.get(index) ?? this.#assemble(index);
    this.#read.set(index, known);
    return known;
  }

  input(index: number): InputDecl {
    const line = this.line(index);
    if (line.source !== "input") throw new Misfit(`lines/${index}/source`);
    return line;
  }

  #assemble(index: number): LineDecl {
    const written = this.#lines[index];
    const source = written?.[0]["source"];
    if (written === undefined || (source !== "formula" && source !== "input")) throw new Misfit(`lines/${index}`);
    const [plain, parts] = written;
    const decl: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(declarationFields[source])) {
      const value = Object.hasOwn(plain, name) ? plain[name] : undefined;
      const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
      if (value !== undefined) decl[name] = check(field, value, `lines/${index}/${name}`);
      else if (part !== undefined) decl[name] = this.#part(source, name, part);
      else if (!isOptionalField(name)) throw new Misfit(`lines/${index}/${name}`);
    }
    const given = Object.keys(plain).length + Object.keys(parts).length;
    if (given !== Object.keys(decl).length) throw new Misfit(`lines/${index}`);
    // Every field was checked against the schema of its name.
    return decl as unknown as LineDecl;
  }

  #part(source: "formula" | "input", name: string, index: number): unknown {
    const key = `${name} ${index}`;
    if (this.#checked.has(key)) return this.#checked.get(key);
    const field = declarationFields[source][name];
    if (field === undefined || index >= this.#parts.length) throw new Misfit(`parts/${index}`);
    const value = check(field, this.#parts[index], `parts/${index}`);
    this.#checked.set(key, value);
    return value;
  }
}

function check(field: z.ZodType, value: unknown, path: string): unknown {
  const parsed = field.safeParse(value);
  if (!parsed.success) throw new Misfit(path);
  return parsed.data;
}
