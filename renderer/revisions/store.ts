import { create } from "zustand";
import type { RevisionsView } from "../../app/contract.ts";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { useFresh } from "../session/useFresh.ts";

interface History {
  /** Grows with what changes the history without changing the document, such as a seal. */
  readonly changes: number;
  /** Note that the next revision is offered. */
  readonly note: string;
}

export const useHistory = create<History>()(() => ({ changes: 0, note: "" }));

export function historyChanged(): void {
  useHistory.setState(({ changes }) => ({ changes: changes + 1 }));
}

/** The revisions of the open model, asked for again whenever something was saved or sealed. */
export function useRevisions() {
  const changes = useHistory((state) => state.changes);
  const session = useSession((state) => state.session);
  const key = session === null ? null : [session.session, session.path, session.dirty, session.version, changes].join();
  return useFresh<RevisionsView>(key, () => call("revisions", { session: session?.session ?? "" }));
}
