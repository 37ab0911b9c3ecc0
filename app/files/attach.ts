import { basename } from "node:path";
import { readBounded } from "../../db/disk/read.ts";
import { replaceFile } from "../../db/disk/replace.ts";
import { limits } from "../../db/layout/limits.ts";
import { type ModelFile, readAttachment } from "../../db/model-file.ts";
import { readPath } from "../../models/document/path.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { Edit, Json } from "../contract.ts";
import { refuse } from "../problems.ts";
import { AttachedBytes, attachmentOf } from "../sessions/attached.ts";
import { applyEdits } from "../sessions/edits.ts";
import type { ToSave } from "./write.ts";

/** A model as its file holds it. */
export interface FiledModel {
  readonly document: ModelDocument;
  readonly file: ModelFile;
}

/** A model with a file attached, ready to be saved as the next revision. */
export interface Attached extends Required<Pick<ToSave, "document" | "attachments">> {
  readonly sha256: string;
}

const RECORD = /^records\/[^/]+$/;
const INPUT = /^(components\/[^/]+)\/inputs\/(.+)$/;

/**
 * Attaches a file of the drive to a record (`records/ID`) or to the evidence of an input (`components/ID/inputs/NAME`).
 * @param to the place that is to name it
 */
export async function attachFile({ document, file }: FiledModel, path: string, to: string): Promise<Result<Attached>> {
  // A revision takes the place of the draft: somebody's unsaved work would be gone.
  if (file.draft !== null) return refuse("session.draft_open", file.path);
  const read = await readBounded(path, limits.attachmentBytes);
  if (!read.ok) return read;
  const value = attachmentOf(basename(path), read.value);
  const place = placeIn(document, to, value);
  if (!place.ok) return place;
  const listed = document.attachments?.some(({ sha256 }) => sha256 === value.sha256) === true;
  const edits = [...(listed ? [] : [{ path: `attachments/${value.id}`, value }]), place.value];
  const edited = applyEdits(document, edits, undefined);
  if (!edited.ok) return edited;
  const bytes = new AttachedBytes();
  bytes.add(value.sha256, read.value);
  return succeed({ document: edited.value, attachments: bytes.namedBy(edited.value, file), sha256: value.sha256 });
}

/** The edit by which a place names the file, beside those it names already. */
function placeIn(
  document: ModelDocument,
  to: string,
  { name, sha256 }: { readonly name: string; readonly sha256: string },
): Result<Edit> {
  const [, component, input] = INPUT.exec(to) ?? [];
  const there = readPath(document, to);
  if (!there.ok || !(RECORD.test(to) || component !== undefined)) return refuse("attach.place", to);
  if (component === undefined || input === undefined) {
    const named = hashesIn(there.value);
    return succeed({ path: `${to}/attachments`, value: [...new Set([...named, sha256])] });
  }
  const all = readPath(document, `${component}/evidence`);
  const evidence = ((all.ok ? all.value : undefined) ?? {}) as Record<string, Record<string, Json>>;
  const { assumed: _unconfirmed, ...own } = evidence[input] ?? {};
  const next = { document: name, ...own, attachments: [...new Set([...hashesIn(own), sha256])] };
  return succeed({ path: `${component}/evidence`, value: { ...evidence, [input]: next } });
}

const hashesIn = (value: unknown): readonly string[] =>
  (value as { readonly attachments?: readonly string[] } | undefined)?.attachments ?? [];

/** Fewer characters of a hash name nothing. */
const SHORTEST = 4;

/**
 * Writes a copy of an attachment, whatever it is: it is never opened.
 * @param wanted its hash, or as much of the beginning as tells it apart
 * @returns the whole hash
 */
export async function copyAttachment(
  { document, file }: FiledModel,
  wanted: string,
  out: string,
): Promise<Result<string>> {
  const [only, ...more] = (document.attachments ?? []).filter(({ sha256 }) => sha256.startsWith(wanted));
  if (only === undefined || more.length > 0 || wanted.length < SHORTEST) return refuse("attachment.missing", wanted);
  const bytes = await readAttachment(file, only.sha256, file.path);
  if (!bytes.ok) return bytes;
  const written = await replaceFile(out, bytes.value);
  return written.ok ? succeed(only.sha256) : written;
}
