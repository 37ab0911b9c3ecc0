import { join } from "node:path";
import { app } from "electron";
import { readStamp } from "../../app/about/stamp.ts";
import type { HostInfo, ProgressEvent, Reply } from "../../app/contract.ts";
import type { AppHandle, AppOptions } from "../../app/host.ts";
import { logText } from "../../app/log.ts";
import { appProblem } from "../../app/problems.ts";
import { problemView } from "../../app/wording.ts";
import { launchReader } from "../files/reader.ts";
import { fieldOf } from "../ipc/fields.ts";
import { dataFolderProblem } from "./dataFolder.ts";

export type CreateApp = (options: AppOptions) => AppHandle;

type Problem = ReturnType<typeof appProblem>;

/** Which program the page is told it runs in. */
function hostInfo(here: string): HostInfo {
  const build = readStamp(join(here, "..", "build.json"));
  const { electron = "", chrome = "", node } = process.versions;
  return {
    kind: "electron",
    contract: 2,
    version: app.getVersion(),
    runtime: `Electron ${electron} · Chromium ${chrome} · Node.js ${node}`,
    ...(build === undefined ? {} : { build }),
  };
}

/**
 * The application behind the window. Where it does not start, every call is answered with the reason, which the page shows with what
 * can be done; it is tried again when the page is loaded anew.
 */
export class Behind {
  readonly #create: CreateApp;
  readonly #here: string;
  readonly #tell: (event: ProgressEvent) => void;
  #handle: AppHandle | undefined;
  #problem: Problem | undefined;

  /** @param here folder of the built main process */
  constructor(create: CreateApp, here: string, tell: (event: ProgressEvent) => void) {
    this.#create = create;
    this.#here = here;
    this.#tell = tell;
  }

  /** Starts it, unless it runs already. */
  start(): void {
    if (this.#handle !== undefined) return;
    const dataFolder = app.getPath("userData");
    this.#problem = dataFolderProblem(dataFolder);
    if (this.#problem !== undefined) return;
    try {
      this.#handle = this.#create({
        host: hostInfo(this.#here),
        dataFolder,
        licenceFiles: ["licences.json", "licences-beside.json", "../renderer/licences.json"].map((name) =>
          join(this.#here, name),
        ),
        launchGuard: launchReader,
      });
      this.#handle.onProgress(this.#tell);
    } catch (error) {
      process.stderr.write(`${logText(error)}\n`);
      this.#problem = appProblem("start.failed", dataFolder, error instanceof Error ? error.message : String(error));
    }
  }

  call(name: string, args: unknown): Promise<Reply<unknown>> {
    if (this.#handle !== undefined) return this.#handle.call(name, args);
    const problem = this.#problem ?? appProblem("start.failed", name);
    return Promise.resolve({
      ok: false,
      problems: [problemView(problem, fieldOf(args, "lang") === "en" ? "en" : "zh")],
    });
  }

  get runs(): boolean {
    return this.#handle !== undefined;
  }

  async close(): Promise<void> {
    await this.#handle?.close();
  }
}
