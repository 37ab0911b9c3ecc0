import { fileEn } from "./en/file.ts";
import type { Problem } from "./problem.ts";
import { fileZh } from "./zh/file.ts";

type Nothing = Readonly<Record<never, never>>;

/** What of a revision is not what it was saved as. */
export type RevisionPart = "record" | "parent" | "results" | "document" | "lines" | "inputs" | "pack";

/** What can be wrong with the contents of a model file: it is damaged, foreign, or was tampered with. */
export interface FileArgs {
  readonly empty: Nothing;
  readonly not_model: Nothing;
  readonly is_json: Nothing;
  readonly foreign: Nothing;
  readonly version_future: { readonly found: number; readonly supported: number };
  readonly version_unknown: { readonly found: number };
  readonly too_large: { readonly bytes: number; readonly limit: number };
  readonly truncated: { readonly bytes: number; readonly expected: number };
  readonly damaged: { readonly detail: string };
  readonly wal: Nothing;
  readonly unfinished: { readonly beside: string };
  readonly schema_unknown: { readonly type: string; readonly name: string };
  readonly schema_differs: { readonly name: string };
  readonly content: { readonly what: string };
  readonly tampered: { readonly revision: string; readonly number: number; readonly part: RevisionPart };
  /** A row that belongs to nothing the file holds. */
  readonly surplus: { readonly table: string; readonly row: string };
  /** Counted from 1. */
  readonly chain_broken: { readonly entry: number };
  /** A sheet of a tender, in Chinese and in English. */
  readonly sheet_altered: { readonly sheet: string; readonly of: string };
  readonly draft_tampered: Nothing;
  readonly attachment_tampered: { readonly hash: string };
  readonly attachment_too_large: { readonly bytes: number; readonly limit: number };
  readonly attachments_too_large: { readonly bytes: number; readonly limit: number };
  readonly text_too_large: { readonly what: string; readonly bytes: number; readonly limit: number };
  readonly too_many: { readonly what: string; readonly count: number; readonly limit: number };
  readonly document_not_json: { readonly detail: string };
  readonly not_utf8: Nothing;
  readonly timeout: { readonly seconds: number };
  /** Nobody tampered with the file: what it holds cannot be computed by this program. */
  readonly no_declarations: Nothing;
  readonly language_gone: { readonly language: number };
  readonly declarations: { readonly detail: string };
  readonly reader_ended: { readonly detail: string };
}

/** What can keep a file from being read or written although nothing is wrong with its contents. */
export interface DiskArgs {
  readonly missing: Nothing;
  readonly folder_missing: { readonly folder: string };
  readonly is_folder: Nothing;
  readonly not_regular: Nothing;
  readonly no_permission: Nothing;
  readonly folder_no_permission: { readonly folder: string };
  readonly read_only: Nothing;
  readonly opened_read_only: Nothing;
  readonly full: Nothing;
  readonly locked: { readonly lock: string };
  readonly held: { readonly user: string; readonly host: string; readonly since: string };
  readonly in_use: Nothing;
  readonly changed_elsewhere: Nothing;
  readonly exists: Nothing;
  readonly name_too_long: Nothing;
  readonly io: { readonly errno: string };
  readonly revision_unknown: { readonly revision: string; readonly known: readonly string[] };
}

interface Wording {
  readonly message: string;
  readonly hint?: string;
}

/** One language's wording: the same keys in every language, checked by the compiler. */
export interface FileWording {
  readonly file: { readonly [K in keyof FileArgs]: (args: FileArgs[K]) => Wording };
  readonly disk: { readonly [K in keyof DiskArgs]: (args: DiskArgs[K]) => Wording };
}

function problem(code: string, path: string, zh: Wording, en: Wording): Problem {
  const message = { zh: zh.message, en: en.message };
  if (zh.hint === undefined || en.hint === undefined) return { code, message, path };
  return { code, message, path, hint: { zh: zh.hint, en: en.hint } };
}

/** The problem `file.CODE`: the contents of the file at `path` cannot be trusted. */
export function fileProblem<K extends keyof FileArgs>(code: K, args: FileArgs[K], path: string): Problem {
  return problem(`file.${code}`, path, fileZh.file[code](args), fileEn.file[code](args));
}

/** The problem `disk.CODE`: the file at `path` cannot be reached, read or written. */
export function diskProblem<K extends keyof DiskArgs>(code: K, args: DiskArgs[K], path: string): Problem {
  return problem(`disk.${code}`, path, fileZh.disk[code](args), fileEn.disk[code](args));
}
