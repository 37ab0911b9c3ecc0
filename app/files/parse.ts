import { createHash } from "node:crypto";
import { readModel } from "../../db/model-file.ts";
import type { PackText } from "../../db/stored.ts";
import { readJson } from "../../models/document/json.ts";
import { parseDocument, parseJsonText, valueProblems } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { fileProblem } from "../../models/wording/file.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { settlePacks } from "./packs.ts";

/** What was read and is to be made a document: the bytes of a JSON file, or the text a model file holds. */
export type Source =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly text: string; readonly packs: readonly PackText[] };

export interface ParsedSource {
  readonly document: ModelDocument;
  readonly problems: readonly Problem[];
  /** Of a JSON document, what it is told apart by. */
  readonly revision?: string;
}

/** Makes a document of what a file holds: the part of opening that takes long where somebody wants it to. */
export function parseSource(source: Source): Result<ParsedSource> {
  return "bytes" in source ? parseBytes(source) : parseStored(source);
}

function parseStored({ path, text, packs }: Extract<Source, { text: string }>): Result<ParsedSource> {
  const content = readModel({ revision: { document: text } }, path);
  if (!content.ok) return content;
  const parsed = parseDocument(content.value.document, mechanisms);
  if (!parsed.ok) return parsed;
  const document = settlePacks(parsed.value.document, packs);
  const problems = document === parsed.value.document ? parsed.value.problems : valueProblems(document, mechanisms);
  return succeed({ document, problems });
}

function parseBytes({ path, bytes }: Extract<Source, { bytes: Uint8Array }>): Result<ParsedSource> {
  const text = utf8(bytes);
  if (text === undefined) return fail(fileProblem("not_utf8", {}, path));
  const parsed = parseJsonText(text, mechanisms);
  if (!parsed.ok) return parsed;
  const document = settlePacks(parsed.value.document);
  return succeed({ document, problems: parsed.value.problems, revision: revisionOfText(text) });
}

/** The same of a document that came as a value; it is told apart by its own text without spaces. */
export function parseValue(value: unknown): Result<ParsedSource> {
  const parsed = parseDocument(value, mechanisms);
  if (!parsed.ok) return parsed;
  const document = settlePacks(parsed.value.document);
  return succeed({ document, problems: parsed.value.problems, revision: revisionOfText(JSON.stringify(value)) });
}

/** One line of JSON among many, read as strictly as a file; mistakes are told at its line, counted from 1. */
export function parseJsonLine(bytes: Uint8Array, line: number): Result<unknown> {
  const text = utf8(bytes);
  if (text === undefined) return fail(fileProblem("not_utf8", {}, `${line}`));
  const read = readJson(text);
  return read.ok ? read : readJson(`${"\n".repeat(line - 1)}${text}`);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return undefined;
  }
}

const REVISION_DIGITS = 16;

/** What a JSON document is told apart by from an earlier state of the same file. */
export function revisionOfText(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex").slice(0, REVISION_DIGITS)}`;
}
