import type { RecentFiles } from "../files/recent.ts";
import type { AppOptions } from "../host.ts";
import type { Sessions } from "../sessions/sessions.ts";
import type { Jobs } from "../workers/jobs.ts";

/** What the calls work with. */
export interface Office {
  readonly options: AppOptions;
  readonly sessions: Sessions;
  readonly recent: RecentFiles;
  readonly jobs: Jobs;
  readonly now: () => Date;
}
