import { changingCalls } from "./calls/changing.ts";
import { dispatch, type Handlers } from "./calls/dispatch.ts";
import type { Office } from "./calls/office.ts";
import { openingCalls } from "./calls/opening.ts";
import { resultCalls } from "./calls/results.ts";
import { RecentFiles } from "./files/recent.ts";
import type { AppHandle, AppOptions } from "./host.ts";
import { logText } from "./log.ts";
import { Sessions } from "./sessions/sessions.ts";
import { Jobs } from "./workers/jobs.ts";

/** Starts the application a host puts a face on. Threads start with the first question. */
export function createApp(options: AppOptions): AppHandle {
  const log = options.log ?? ((error: unknown) => process.stderr.write(`${logText(error)}\n`));
  const jobs = new Jobs();
  const office: Office = {
    options,
    sessions: new Sessions((session) => jobs.forget(session)),
    recent: new RecentFiles(options.dataFolder, log),
    jobs,
    now: options.now ?? (() => new Date()),
  };
  const handlers: Handlers = { ...openingCalls(office), ...changingCalls(office), ...resultCalls(office) };
  return {
    call: (name, args) => dispatch(handlers, name, args, log),
    onProgress: (listener) => office.jobs.onProgress(listener),
    close: () => office.jobs.end(),
  };
}
