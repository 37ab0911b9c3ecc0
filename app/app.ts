import { actualsCalls } from "./calls/actuals.ts";
import { attachmentCalls } from "./calls/attachments.ts";
import { bidCalls } from "./calls/bids.ts";
import { changingCalls } from "./calls/changing.ts";
import { dispatch, type Handlers } from "./calls/dispatch.ts";
import { exchangeCalls } from "./calls/exchange.ts";
import { experienceCalls } from "./calls/experience.ts";
import { keepingCalls } from "./calls/keeping.ts";
import { keyCalls } from "./calls/keys.ts";
import type { Office } from "./calls/office.ts";
import { openingCalls } from "./calls/opening.ts";
import { resultCalls } from "./calls/results.ts";
import { revisionCalls } from "./calls/revisions.ts";
import { Keeper } from "./drafts/keeper.ts";
import { WorkFolder } from "./drafts/work.ts";
import { ExperienceLibrary } from "./experience/library.ts";
import { RecentFiles } from "./files/recent.ts";
import type { AppHandle, AppOptions } from "./host.ts";
import { logText } from "./log.ts";
import { Person } from "./person/person.ts";
import type { Session } from "./sessions/session.ts";
import { Sessions } from "./sessions/sessions.ts";
import { Jobs } from "./workers/jobs.ts";

/** Starts the application a host puts a face on. Threads start with the first question. */
export function createApp(options: AppOptions): AppHandle {
  const log = options.log ?? ((error: unknown) => process.stderr.write(`${logText(error)}\n`));
  const jobs = new Jobs();
  const now = options.now ?? (() => new Date());
  const work = new WorkFolder(options.dataFolder);
  const keeper = new Keeper({ work, now, log });
  const closed = (session: Session): void => {
    jobs.forget(session.id);
    keeper.forget(session);
    session.origin.hold?.release().catch(log);
  };
  const office: Office = {
    options,
    sessions: new Sessions(closed, (session) => keeper.changed(session)),
    recent: new RecentFiles(options.dataFolder, log),
    person: new Person(options.dataFolder),
    experience: new ExperienceLibrary(options.dataFolder),
    jobs,
    work,
    keeper,
    now,
    log,
  };
  const handlers: Handlers = {
    ...openingCalls(office),
    ...changingCalls(office),
    ...attachmentCalls(office),
    ...keepingCalls(office),
    ...bidCalls(office),
    ...actualsCalls(office),
    ...keyCalls(office),
    ...experienceCalls(office),
    ...exchangeCalls(office),
    ...revisionCalls(office),
    ...resultCalls(office),
  };
  return {
    call: (name, args) => dispatch(handlers, name, args, log),
    onProgress: (listener) => office.jobs.onProgress(listener),
    close: async () => {
      await Promise.all(office.sessions.all.map((session) => leave(keeper, session)));
      await office.jobs.end();
    },
  };
}

/** What was being saved is saved, what was typed last is on the drive, and nobody else is kept from the file. */
async function leave(keeper: Keeper, session: Session): Promise<void> {
  await session.savesDone();
  await keeper.settle(session);
  await session.origin.hold?.release();
}
