import type { LaunchGuard } from "../db/guard/launch.ts";
import type { HostInfo, ProgressEvent, Reply } from "./contract.ts";

export { type LaunchGuard, readerEnvironment } from "../db/guard/launch.ts";

/** What a host (desktop shell or loopback server) gives the application when it starts it. */
export interface AppOptions {
  readonly host: HostInfo;
  /** Folder for what is kept between sessions, such as the list of recent files; made when first needed. */
  readonly dataFolder: string;
  /** Lists of licences the builds have written, each a file. */
  readonly licenceFiles?: readonly string[];
  /** How the process that reads files of unknown origin is started; Node's own `fork` when absent. */
  readonly launchGuard?: LaunchGuard;
  /** The model a host opened before the page asked, such as the file of the command line. */
  readonly initialSession?: () => string | undefined;
  /** The clock; the system's when absent. */
  readonly now?: () => Date;
  /** Where programming errors are reported; standard error when absent. */
  readonly log?: (error: unknown) => void;
}

/** The running application, as a host sees it. */
export interface AppHandle {
  /** Answers one call of the contract; name and arguments come from outside and are checked inside. Never rejects. */
  call(name: string, args: unknown): Promise<Reply<unknown>>;
  onProgress(listener: (event: ProgressEvent) => void): () => void;
  /** Ends workers and open work. */
  close(): Promise<void>;
}
