import type { Keeper } from "../drafts/keeper.ts";
import type { WorkFolder } from "../drafts/work.ts";
import type { ExperienceLibrary } from "../experience/library.ts";
import type { RecentFiles } from "../files/recent.ts";
import type { AppOptions } from "../host.ts";
import type { Person } from "../person/person.ts";
import type { Sessions } from "../sessions/sessions.ts";
import type { Jobs } from "../workers/jobs.ts";

/** What the calls work with. */
export interface Office {
  readonly options: AppOptions;
  readonly sessions: Sessions;
  readonly recent: RecentFiles;
  readonly person: Person;
  readonly experience: ExperienceLibrary;
  readonly jobs: Jobs;
  /** Work kept in the data folder. */
  readonly work: WorkFolder;
  readonly keeper: Keeper;
  readonly now: () => Date;
  /** Where what went wrong beside the work is reported. */
  readonly log: (error: unknown) => void;
}
