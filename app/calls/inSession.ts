import type { Result } from "../../models/wording/problem.ts";
import type { Lang, Reply, SessionView } from "../contract.ts";
import type { Session } from "../sessions/session.ts";
import { problemViews } from "../wording.ts";
import type { Office } from "./office.ts";

interface InSession {
  readonly session: string;
  /** The one chosen in the face. */
  readonly scenario?: string;
  readonly lang: Lang;
}

type Work = (session: Session) => Promise<Result<void>> | Result<void>;

/** Calls that do something with an open model and answer with it as it is then. */
export const sessionCall =
  ({ sessions }: Office) =>
  async ({ session: id, scenario, lang }: InSession, work: Work): Promise<Reply<SessionView>> => {
    const session = sessions.find(id);
    if (!session.ok) return { ok: false, problems: problemViews(session.problems, lang) };
    const done = await work(session.value);
    return done.ok
      ? { ok: true, value: session.value.view(lang, scenario) }
      : { ok: false, problems: problemViews(done.problems, lang) };
  };
