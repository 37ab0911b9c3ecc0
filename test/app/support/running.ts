import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createApp } from "../../../app/app.ts";
import type { CallName, Calls, ProblemView, Reply } from "../../../app/contract.ts";
import type { AppHandle } from "../../../app/host.ts";
import { smallDocument } from "../fixtures/small.ts";

/** A running application with a folder of its own and a clock that stands still. */
export class Running {
  readonly folder: string;
  readonly app: AppHandle;
  /** Programming errors that were logged. */
  readonly logged: unknown[] = [];

  /** @param folder of a program that ran before */
  constructor(folder = mkdtempSync(join(tmpdir(), "pingheng-app-"))) {
    this.folder = folder;
    this.app = createApp({
      host: { kind: "loopback", contract: 2, version: "0.0.0" },
      dataFolder: join(this.folder, "data"),
      now: () => new Date("2026-03-04T05:06:07Z"),
      log: (error) => this.logged.push(error),
    });
  }

  path(name: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  }

  /** Writes the small document, or another, and says where. */
  write(name: string, document: unknown = smallDocument()): string {
    writeFileSync(this.path(name), JSON.stringify(document));
    return this.path(name);
  }

  async value<N extends CallName>(name: N, args: Partial<Calls[N]["args"]>): Promise<Calls[N]["value"]> {
    const reply = (await this.app.call(name, { lang: "zh", ...args })) as Reply<Calls[N]["value"]>;
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.problems)}`);
    return reply.value;
  }

  async problems(name: string, args: unknown): Promise<readonly ProblemView[]> {
    const reply = await this.app.call(name, args);
    if (reply.ok) throw new Error(`${name} was not refused`);
    return reply.problems;
  }

  /** Opens the small document. */
  async open(document: unknown = smallDocument()): Promise<Calls["openPath"]["value"]> {
    return this.value("openPath", { path: this.write("small.json", document) });
  }

  async end(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Label of an edit where the test does not care. */
export const label = { zh: "改", en: "change" };

/** The value of an input in a session's document. */
export function inputOf(view: { readonly document: unknown }, component: string, input: string): unknown {
  const { components } = view.document as {
    readonly components: readonly { readonly id: string; readonly inputs: Readonly<Record<string, unknown>> }[];
  };
  return components.find(({ id }) => id === component)?.inputs[input];
}
