import type { ModelFile } from "../../db/model-file.ts";
import type { StoredModel } from "../../db/stored.ts";
import type { Vault } from "../../db/vault/vault.ts";
import type { OfferedDraft } from "../sessions/session.ts";
import type { WorkBody, WorkFolder, WorkInfo } from "./work.ts";

type Earlier = WorkBody & { readonly info: WorkInfo };

/** Work kept in the data folder for the file at a path; undefined where there is none. */
export async function workFor(work: WorkFolder, path: string, vault?: Vault): Promise<Earlier | undefined> {
  const info = (await work.list()).find((one) => one.path === path);
  const read = info && (await work.read(info.id, vault));
  return read?.ok === true ? read.value : undefined;
}

/**
 * What was kept for a model and not saved: inside its file, or in the data folder where the file could not take it. Of both the later one.
 * @param revision what the file is known by now
 */
export function offeredFor(
  stored: (StoredModel & Pick<ModelFile, "locked">) | undefined,
  earlier: Earlier | undefined,
  revision: string | undefined = stored?.head,
): OfferedDraft | undefined {
  const inFile = stored?.draft ?? undefined;
  if (earlier === undefined || (inFile !== undefined && inFile.at >= earlier.info.at))
    return inFile && { where: "file", ...inFile, moved: stored?.locked?.moved === true, attached: [] };
  const { info, document, history, attachments: attached } = earlier;
  const { since, at, author, base } = info;
  return { where: "profile", since, at, author, document, history, attached, moved: base !== (revision ?? null) };
}
