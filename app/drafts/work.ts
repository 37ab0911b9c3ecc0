import { existsSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { z } from "zod";
import { realDisk } from "../../db/disk/disk.ts";
import { hasEnded, isOwn, ownerIn, ownName } from "../../db/disk/owner.ts";
import { withDiskProblems } from "../../db/disk/problem.ts";
import { readBounded } from "../../db/disk/read.ts";
import { replaceFile } from "../../db/disk/replace.ts";
import { sha256 } from "../../db/fingerprint.ts";
import { limits } from "../../db/layout/limits.ts";
import { momentSchema } from "../../db/layout/moment.ts";
import type { Attachment, HistoryStep } from "../../db/stored.ts";
import { lockedBytes, unlockedBytes } from "../../db/vault/container.ts";
import { unlock } from "../../db/vault/open.ts";
import type { Unlock, Vault } from "../../db/vault/vault.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { jsonIn } from "../files/json.ts";
import { refuse } from "../problems.ts";

const infoSchema = z.object({
  version: z.literal(1),
  id: z.uuid(),
  name: z.string(),
  /** Where it is to be saved; null for a model that has no file. */
  path: z.string().nullable(),
  /** What the file at the path is known by: its revision, or that of its JSON text. */
  base: z.string().nullable(),
  since: momentSchema,
  at: momentSchema,
  author: z.string(),
  /** Whether the revisions it goes on from are kept beside it. */
  stored: z.boolean(),
  /** It is of a locked file, and as locked as that. */
  locked: z.boolean().optional(),
  /** The program that keeps it, as in a lock. */
  owner: z.string(),
});
/** What is known of kept work without reading all of it. */
export type WorkInfo = Omit<z.output<typeof infoSchema>, "version" | "owner">;

const bodySchema = z.object({
  document: z.string(),
  history: z.array(z.object({ stack: z.enum(["undo", "redo"]), step: z.string() })),
});

export interface WorkBody {
  /** JSON text. */
  readonly document: string;
  readonly history: readonly HistoryStep[];
  /** Those whose bytes are in no file yet. */
  readonly attachments: readonly Attachment[];
}

/** Work as it was kept. */
export interface KeptWork extends WorkBody {
  readonly info: WorkInfo;
  readonly stored?: Uint8Array;
  /** The lock it was under. */
  readonly vault?: Vault;
}

const ENDING = ".work";
const PART = ".part";
/** An attachment, and what a lock adds to it. */
const PART_BYTES_MAX = limits.attachmentBytes + 1000;
const OWN = { mode: 0o600 };
const zipped = promisify(gzip);
const unzipped = promisify(gunzip);
const FASTEST = { level: 1 };
const LINE_END = "\n".charCodeAt(0);

/**
 * Work that has no file of its own, or whose file cannot take a draft, kept in the user's data folder for its owner alone. Each is one file:
 * a line of JSON that says what it is, and the rest of it packed; the revisions it goes on from lie beside it, written once.
 */
export class WorkFolder {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, "work");
  }

  #place(id: string, ending: string): string {
    return join(this.#folder, `${id}${ending}`);
  }

  /**
   * @param stored bytes of the model file it goes on from, where that has no place of its own
   * @param vault the lock of that file: whatever is written here is locked by it too
   */
  async put(
    info: Omit<WorkInfo, "stored" | "locked">,
    { document, history, attachments }: WorkBody,
    { stored, vault }: { readonly stored?: Uint8Array | undefined; readonly vault?: Vault | undefined },
  ): Promise<Result<void>> {
    const { id } = info;
    const hidden = (bytes: Uint8Array): Uint8Array => (vault === undefined ? bytes : lockedBytes(vault, bytes));
    const base = this.#place(id, ".base");
    return withDiskProblems(base, "writing", async () => {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      if (stored !== undefined && !existsSync(base)) {
        const kept = await replaceFile(base, hidden(stored), OWN);
        if (!kept.ok) return kept;
      }
      for (const { hash, bytes } of attachments) {
        const place = this.#place(id, `.${hash}${PART}`);
        const written =
          bytes === undefined || existsSync(place) ? undefined : await replaceFile(place, hidden(bytes), OWN);
        if (written?.ok === false) return written;
      }
      const head = {
        version: 1,
        ...info,
        stored: stored !== undefined,
        locked: vault !== undefined,
        owner: JSON.stringify(ownName()),
      };
      const packed = await zipped(JSON.stringify({ document, history }), FASTEST);
      const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), hidden(packed)]);
      return replaceFile(this.#place(id, ENDING), bytes, OWN);
    });
  }

  /** What is kept, latest first, without what another running program is working on. */
  async list(): Promise<readonly WorkInfo[]> {
    if (!existsSync(this.#folder)) return [];
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith(ENDING));
    const found = await Promise.all(names.map((name) => this.#read(join(this.#folder, name))));
    return found
      .flatMap((one) => (one === undefined || one.elsewhere ? [] : [one.info]))
      .sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  /**
   * @param key what opens work of a locked file
   * @returns with it the bytes of the model file it goes on from, as they are kept: locked where the work is
   */
  async read(id: string, key?: Unlock): Promise<Result<KeptWork>> {
    const found = await this.#read(this.#place(id, ENDING));
    if (found === undefined) return refuse("work.unknown", id);
    const { info, packed } = found;
    const opened = info.locked === true ? await unlock(packed, info.name, key) : undefined;
    if (opened?.ok === false) return opened;
    const vault = opened?.value.vault;
    const body = await bodyIn(opened === undefined ? packed : Buffer.from(opened.value.bytes));
    if (body === undefined) return refuse("work.unknown", id);
    const attachments = await this.#attachments(id, vault);
    const kept = { ...body, info, attachments, ...(vault === undefined ? {} : { vault }) };
    if (!info.stored) return succeed(kept);
    const stored = await readBounded(this.#place(id, ".base"), limits.fileBytes);
    return stored.ok ? succeed({ ...kept, stored: stored.value }) : stored;
  }

  /** Attachments kept beside it; one that is not what its name says is left out. */
  async #attachments(id: string, vault: Vault | undefined): Promise<readonly Attachment[]> {
    const found = (await this.#names(id)).map(async (name) => {
      const read = name.endsWith(PART) ? await readBounded(join(this.#folder, name), PART_BYTES_MAX) : undefined;
      const bytes = read?.ok === true && vault !== undefined ? unlockedBytes(vault, read.value, name) : read;
      if (bytes?.ok !== true) return [];
      const hash = sha256(bytes.value);
      return name === `${id}.${hash}${PART}` ? [{ hash, bytes: bytes.value }] : [];
    });
    return (await Promise.all(found)).flat();
  }

  async #names(id: string): Promise<readonly string[]> {
    return existsSync(this.#folder) ? (await readdir(this.#folder)).filter((name) => name.startsWith(`${id}.`)) : [];
  }

  async remove(id: string): Promise<void> {
    await Promise.all((await this.#names(id)).map((name) => realDisk.remove(join(this.#folder, name))));
  }

  async #read(path: string) {
    const read = existsSync(path) ? await readBounded(path, limits.fileBytes) : undefined;
    if (read?.ok !== true) return undefined;
    const bytes = Buffer.from(read.value);
    const end = bytes.indexOf(LINE_END);
    const parsed = infoSchema.safeParse(jsonIn(bytes.subarray(0, Math.max(end, 0)).toString("utf8")));
    if (!parsed.success) return undefined;
    const { owner: text, version: _one, ...info } = parsed.data;
    const owner = ownerIn(text);
    const elsewhere = owner !== undefined && !isOwn(owner) && !hasEnded(owner, 0);
    return { info, elsewhere, packed: bytes.subarray(end + 1) };
  }
}

async function bodyIn(packed: Buffer): Promise<Omit<WorkBody, "attachments"> | undefined> {
  try {
    const text = await unzipped(packed, { maxOutputLength: limits.documentBytes + limits.historyBytes });
    const parsed = bodySchema.safeParse(jsonIn(text.toString("utf8")));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return undefined;
  }
}
