import { create } from "zustand";
import type {
  Agreement,
  Board,
  Calls,
  Edit,
  ExampleInfo,
  HostInfo,
  KeptWork,
  ProblemView,
  RecentFile,
  ScenarioView,
  SessionView,
} from "../../app/contract.ts";

/** Id of the scenario that is the document itself. */
export const baseScenario = "base";

export type Catalogue = Calls["catalogue"]["value"];

/** Edits on their way to the host; the forms show them at once. */
export interface Unsent {
  readonly scenario: string | undefined;
  readonly edits: readonly Edit[];
}

export interface SessionState {
  readonly host: HostInfo | null;
  /** Why the product could not be reached at all. */
  readonly fatal: readonly ProblemView[];
  readonly examples: readonly ExampleInfo[] | null;
  readonly recent: readonly RecentFile[] | null;
  /** Work of an earlier time that was never saved. */
  readonly kept: readonly KeptWork[];
  readonly session: SessionView | null;
  readonly catalogue: Catalogue | null;
  readonly scenario: string;
  readonly scenarios: readonly ScenarioView[];
  readonly perspective: string | undefined;
  readonly unsent: readonly Unsent[];
  /** What the host refused, by document path; cleared by the next edit there. */
  readonly rejected: Readonly<Record<string, readonly ProblemView[]>>;
  readonly board: Board | null;
  /** Problems of a board call that gave no board. */
  readonly boardProblems: readonly ProblemView[];
  readonly computing: boolean;
  readonly agreement: Agreement | null;
  /** What is being opened, saved …; shown as a bar. */
  readonly busy: boolean;
  /** Job of the opening under way, by which it can be cancelled. */
  readonly opening: string | undefined;
}

const empty = {
  session: null,
  scenario: baseScenario,
  scenarios: [],
  perspective: undefined,
  unsent: [],
  rejected: {},
  board: null,
  boardProblems: [],
  computing: false,
  agreement: null,
} as const;

/** The open model and what is known about it. Written by the functions beside this file, read by everything. */
export const useSession = create<SessionState>()(() => ({
  host: null,
  fatal: [],
  examples: null,
  recent: null,
  kept: [],
  catalogue: null,
  busy: false,
  opening: undefined,
  ...empty,
}));

export const getSession = useSession.getState;
export const setSession = useSession.setState;

/** Takes over a newly opened model and forgets the one before. */
export function enterSession(session: SessionView): void {
  setSession({ ...empty, session });
}

/** Back to the start page. */
export function leaveSession(): void {
  setSession({ ...empty });
}

/**
 * Takes over a newer state of the same model; an older one that arrives late is dropped.
 * @param asked the scenario whose sight of the document came with it
 * @returns whether that is the scenario chosen now
 */
export function takeSession({ seen, ...session }: SessionView, asked: string): boolean {
  const { session: current, scenario } = getSession();
  const fits = asked === scenario;
  if (current && current.session === session.session && session.version < current.version) return true;
  const kept = fits ? seen : current?.seen;
  setSession({ session: kept === undefined ? session : { ...session, seen: kept } });
  return fits;
}
