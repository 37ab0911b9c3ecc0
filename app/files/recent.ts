import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { readBounded } from "../../db/disk/read.ts";
import { writeTextFile } from "../../db/disk/text.ts";
import type { RecentFile } from "../contract.ts";
import { jsonIn } from "./json.ts";

const KEPT = 20;
const BYTES_MAX = 1_000_000;

const listSchema = z.object({
  version: z.literal(1),
  files: z.array(z.object({ path: z.string().min(1).max(4000), openedAt: z.iso.datetime() })).max(1000),
});
type Entries = z.output<typeof listSchema>["files"];

/** The files opened and saved last, kept in the data folder. The list is a convenience: where it cannot be read it starts anew. */
export class RecentFiles {
  readonly #folder: string;
  readonly #log: (error: unknown) => void;
  /** Changes one after the other, so that none is lost. */
  #last: Promise<void> = Promise.resolve();

  constructor(folder: string, log: (error: unknown) => void) {
    this.#folder = folder;
    this.#log = log;
  }

  async list(): Promise<readonly RecentFile[]> {
    await this.#last;
    return (await this.#read()).map(({ path, openedAt }) => ({
      path,
      name: basename(path),
      openedAt,
      missing: !existsSync(path),
    }));
  }

  /** Puts a file on top. A list that cannot be written is reported to the log; opening and saving go on. */
  async add(path: string, now: Date): Promise<void> {
    await this.#change((entries) =>
      [{ path, openedAt: now.toISOString() }, ...entries.filter((entry) => entry.path !== path)].slice(0, KEPT),
    );
  }

  /** Forgets all of them. @returns whether nothing is left */
  clear(): Promise<boolean> {
    return this.#change(() => []);
  }

  #change(to: (entries: Entries) => Entries): Promise<boolean> {
    const changed = this.#last.then(async () => {
      const files = to(await this.#read());
      await mkdir(this.#folder, { recursive: true });
      const written = await writeTextFile(this.#file, `${JSON.stringify({ version: 1, files }, null, 2)}\n`, {
        mode: 0o600,
      });
      if (!written.ok) this.#log(new Error(written.problems.map(({ code, path: at }) => `${code} ${at}`).join("; ")));
      return written.ok;
    });
    const logged = changed.catch((error: unknown) => {
      this.#log(error);
      return false;
    });
    this.#last = logged.then(() => undefined);
    return logged;
  }

  get #file(): string {
    return join(this.#folder, "recent.json");
  }

  async #read(): Promise<Entries> {
    if (!existsSync(this.#file)) return [];
    const bytes = await readBounded(this.#file, BYTES_MAX);
    const parsed = bytes.ok ? listSchema.safeParse(jsonIn(Buffer.from(bytes.value).toString("utf8"))) : undefined;
    return parsed?.success ? parsed.data.files : [];
  }
}
