import { create } from "zustand";
import type { Explanation, ProblemView } from "../../app/contract.ts";
import { call } from "../session/host.ts";
import { getSession } from "../session/store.ts";
import { focusPage, isNowhere } from "../shell/regions.ts";

/** One number that was asked about. */
interface Question {
  /** `LINE`, `LINE@PERIOD`, `LINE@YEAR` or `LINE@total`. */
  readonly cell: string;
}

interface ExplainState {
  /** From the number first asked about to the one on show. */
  readonly trail: readonly (Question & { readonly label: string })[];
  readonly answer: Explanation | null;
  readonly problems: readonly ProblemView[];
  readonly loading: boolean;
}

const closed: ExplainState = { trail: [], answer: null, problems: [], loading: false };

export const useExplain = create<ExplainState>()(() => closed);

let asked = 0;

async function ask({ cell }: Question): Promise<void> {
  const { session, scenario } = getSession();
  if (!session) return;
  asked += 1;
  const mine = asked;
  useExplain.setState({ loading: true });
  const reply = await call("explain", { session: session.session, scenario, cell });
  // A later question, or a closed drawer, makes this answer stale.
  if (mine !== asked || useExplain.getState().trail.length === 0) return;
  useExplain.setState(
    reply.ok
      ? { answer: reply.value, problems: [], loading: false }
      : { answer: null, problems: reply.problems, loading: false },
  );
}

/** Where the cursor was when the drawer was opened. */
let from: Element | null = null;

/** Opens the drawer on a number, with a new trail. */
export function explain(cell: string, label = cell): void {
  if (useExplain.getState().trail.length === 0) from = document.activeElement;
  useExplain.setState({ ...closed, trail: [{ cell, label }] });
  void ask({ cell });
}

/** One step from the number on show to one it rests on. */
export function follow(cell: string, label: string): void {
  useExplain.setState(({ trail }) => ({ trail: [...trail, { cell, label }] }));
  void ask({ cell });
}

/** Back along the trail to one of its steps. */
export function backTo(step: number): void {
  const trail = useExplain.getState().trail.slice(0, step + 1);
  const last = trail.at(-1);
  if (!last) return;
  useExplain.setState({ trail });
  void ask(last);
}

export function closeExplain(): void {
  asked += 1;
  useExplain.setState(closed);
  const held = document.activeElement;
  const isGone = held === null || held === document.body || held.closest(".explain-drawer") !== null;
  if (isGone && from instanceof HTMLElement) from.focus();
  if (isNowhere()) focusPage();
}

/** Asks again about the number on show, after the model changed. */
export function askAgain(): void {
  const last = useExplain.getState().trail.at(-1);
  if (last) void ask(last);
}
