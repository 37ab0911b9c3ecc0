import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { readBounded } from "../../db/disk/read.ts";
import { writeTextFile } from "../../db/disk/text.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { jsonIn } from "../files/json.ts";

const BYTES_MAX = 1_000_000;
/** Revisions of so many savings are known again. */
const KEPT = 500;

const schema = z.object({
  version: z.literal(1),
  name: z.string().max(200),
  saved: z.array(z.string().max(100)).max(KEPT),
});
type Kept = Omit<z.output<typeof schema>, "version">;

/** Who works here: the name that revisions are saved under, and which revisions were saved here. Kept in the data folder. */
export class Person {
  readonly #folder: string;
  /** Changes one after the other, so that none is lost. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async name(): Promise<string> {
    await this.#last;
    return (await this.#read()).name;
  }

  rename(name: string): Promise<Result<void>> {
    return this.#change((kept) => ({ ...kept, name: name.trim() }));
  }

  /** A revision that was saved here is one's own, whatever name stands in it. */
  hasSaved(revision: string): Promise<Result<void>> {
    return this.#change(({ name, saved }) => ({ name, saved: [...saved, revision].slice(-KEPT) }));
  }

  async isOwn(revision: string, author: string): Promise<boolean> {
    await this.#last;
    const { name, saved } = await this.#read();
    return author === name || saved.includes(revision);
  }

  #change(to: (kept: Kept) => Kept): Promise<Result<void>> {
    const changed = this.#last.then(async (): Promise<Result<void>> => {
      await mkdir(this.#folder, { recursive: true });
      const text = `${JSON.stringify({ version: 1, ...to(await this.#read()) }, null, 2)}\n`;
      const written = await writeTextFile(this.#file, text, { mode: 0o600 });
      return written.ok ? succeed(undefined) : written;
    });
    this.#last = changed.catch(() => undefined);
    return changed;
  }

  get #file(): string {
    return join(this.#folder, "person.json");
  }

  async #read(): Promise<Kept> {
    const nobody = { name: "", saved: [] };
    if (!existsSync(this.#file)) return nobody;
    const bytes = await readBounded(this.#file, BYTES_MAX);
    const parsed = bytes.ok ? schema.safeParse(jsonIn(Buffer.from(bytes.value).toString("utf8"))) : undefined;
    return parsed?.success ? parsed.data : nobody;
  }
}
