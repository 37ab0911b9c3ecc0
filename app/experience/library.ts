import { createHash } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { readBounded } from "../../db/disk/read.ts";
import { writeTextFile } from "../../db/disk/text.ts";
import { assumedInputs } from "../../models/document/assumed.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";
import { jsonIn } from "../files/json.ts";
import { refuse } from "../problems.ts";
import { similarTo } from "../templates/similar/start.ts";

const BYTES_MAX = 8_000_000;
/** Projects of a working life; more would make each look slow. */
const KEPT = 200;
const ID = /^[0-9a-f]{32}$/;

const schema = z.object({
  version: z.literal(1),
  addedAt: z.iso.datetime(),
  /** Inputs nobody had confirmed when the project was taken in: no experience. */
  assumed: z.array(z.string().max(400)).max(100_000),
  document: z.unknown(),
});

/** 经验值库的一个项目: a finished project without its papers, bids and scenarios. */
export interface Experience {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  readonly assumed: ReadonlySet<string>;
  readonly document: ModelDocument;
}

export interface Shelf {
  readonly projects: readonly Experience[];
  readonly unreadable: readonly string[];
}

/** A project is known by its name and city: taken in again it replaces its older self. */
export const experienceId = ({ name, city }: ModelDocument["project"]): string =>
  createHash("sha256")
    .update(JSON.stringify([name, city ?? ""]))
    .digest("hex")
    .slice(0, 32);

/** 经验值库: projects the user took in, a file each in the data folder. */
export class ExperienceLibrary {
  readonly #folder: string;
  readonly #read = new Map<string, { readonly stamp: string; readonly experience: Experience | undefined }>();
  /** Changes one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, "experience");
  }

  /** Newest first, and the ids of those that cannot be read. */
  async list(): Promise<Shelf> {
    await this.#last;
    const ids = await this.#ids();
    const kept = await Promise.all(ids.map((id) => this.#one(id)));
    return {
      projects: kept.flatMap((one) => one ?? []).sort((a, b) => b.addedAt.localeCompare(a.addedAt)),
      unreadable: ids.filter((_, place) => kept[place] === undefined),
    };
  }

  async find(id: string): Promise<Experience | undefined> {
    await this.#last;
    return ID.test(id) ? this.#one(id) : undefined;
  }

  /** Takes a project in: its components and values as the base scenario has them. */
  add(document: ModelDocument, now: Date): Promise<Result<void>> {
    return this.#after(async () => {
      const id = experienceId(document.project);
      const ids = await this.#ids();
      if (ids.length >= KEPT && !ids.includes(id)) return refuse("experience.full", "", String(KEPT));
      const { name, city, households = "" } = document.project;
      const own = { name, households, start: document.timeline.start, ...(city === undefined ? {} : { city }) };
      const plain = similarTo(document, own, "zh");
      if (!plain.ok) return plain;
      const assumed = assumedInputs(document).map(({ path }) => path);
      const kept = { version: 1, addedAt: now.toISOString(), assumed, document: plain.value };
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      return writeTextFile(this.#path(id), `${JSON.stringify(kept)}\n`, { mode: 0o600 });
    });
  }

  /** @returns whether there was one */
  drop(id: string): Promise<boolean> {
    return this.#after(async () => {
      if (!(await this.#ids()).includes(id)) return false;
      await rm(this.#path(id), { force: true });
      return true;
    });
  }

  #after<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.json`);
  }

  async #ids(): Promise<readonly string[]> {
    const names = await readdir(this.#folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    });
    return names.flatMap((name) => (name.endsWith(".json") && ID.test(name.slice(0, -5)) ? [name.slice(0, -5)] : []));
  }

  async #one(id: string): Promise<Experience | undefined> {
    const facts = await stat(this.#path(id)).catch(() => undefined);
    if (facts === undefined) return undefined;
    const stamp = `${facts.mtimeMs} ${facts.size}`;
    const known = this.#read.get(id);
    if (known?.stamp === stamp) return known.experience;
    const experience = await this.#parsed(id);
    this.#read.set(id, { stamp, experience });
    return experience;
  }

  async #parsed(id: string): Promise<Experience | undefined> {
    const bytes = await readBounded(this.#path(id), BYTES_MAX);
    const file = bytes.ok ? schema.safeParse(jsonIn(Buffer.from(bytes.value).toString("utf8"))) : undefined;
    if (!file?.success) return undefined;
    const parsed = parseDocument(file.data.document, mechanisms);
    if (!parsed.ok || experienceId(parsed.value.document.project) !== id) return undefined;
    const { addedAt, assumed } = file.data;
    return { id, addedAt, assumed: new Set(assumed), document: parsed.value.document };
  }
}
