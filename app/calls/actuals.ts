import type { Result } from "../../models/wording/problem.ts";
import { withReport } from "../actuals/import.ts";
import type { Calls } from "../contract.ts";
import type { Session } from "../sessions/session.ts";
import { problemViews } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import type { Office } from "./office.ts";

/** The call that makes figures a report of the document, one step of undo. */
export function actualsCalls({ sessions }: Office): Pick<Handlers, "takeActuals"> {
  return {
    takeActuals: async (args) => {
      const { session: id, scenario, lang } = args;
      const session = sessions.find(id);
      const done = session.ok ? take(session.value, args) : session;
      if (!session.ok || !done.ok) return { ok: false, problems: problemViews(done.ok ? [] : done.problems, lang) };
      return { ok: true, value: session.value.view(lang, scenario) };
    },
  };
}

function take(session: Session, args: Calls["takeActuals"]["args"]): Result<void> {
  const { figures, source, replaces } = args;
  const next = withReport(session.document, source, figures, replaces);
  if (!next.ok) return next;
  const named = next.value.document.actuals?.reports.find(({ id }) => id === next.value.report)?.document ?? "";
  return session.replace(next.value.document, { zh: `填报实际数“${named}”`, en: `take actuals of ${named}` });
}
