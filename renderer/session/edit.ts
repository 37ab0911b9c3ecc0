import type { Edit, ProblemView, SessionView, TextView } from "../../app/contract.ts";
import { notifyProblems } from "../shell/notices.ts";
import { call } from "./host.ts";
import type { Unsent } from "./store.ts";
import { baseScenario, getSession, setSession, takeSession } from "./store.ts";

/** Typing rests this long before it is sent. */
const debounceMs = 40;
/** A pause longer than this begins a new undo step. */
const burstMs = 1500;

interface Batch extends Unsent {
  readonly session: string;
  readonly label: TextView;
  readonly group: string | undefined;
}

interface EditOptions {
  readonly label: TextView;
  /** Edits of one group are one undo step and may be sent together. */
  readonly group?: string;
}

/** Sent and not answered, in order; then what still rests. */
let flying: Batch[] = [];
let waiting: Batch[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let sending: Promise<void> = Promise.resolve();
let burst = { group: "", number: 0, at: Number.NEGATIVE_INFINITY };

let isHeld = false;

/** What is done from here on in one place is one step of undo, however long it takes; it does not join what was done before. */
export function beginStep(): void {
  burst = { ...burst, group: "" };
  isHeld = true;
}

export function endStep(): void {
  if (isHeld) burst = { ...burst, group: "" };
  isHeld = false;
}

/** Edits of one group that follow each other closely, as one undo step. */
function burstOf(group: string): string {
  const now = performance.now();
  const goesOn = burst.group === group && (isHeld || now - burst.at < burstMs);
  burst = { group, number: goesOn ? burst.number : burst.number + 1, at: now };
  return `${group} ${burst.number}`;
}

function publish(): void {
  setSession({ unsent: [...flying, ...waiting].map(({ scenario, edits }) => ({ scenario, edits })) });
}

function reject(batch: Batch, problems: readonly ProblemView[]): void {
  const rejected = { ...getSession().rejected };
  for (const edit of batch.edits) rejected[edit.path] = problems;
  setSession({ rejected });
  // What was typed shows its problem at the field.
  if (batch.group === undefined) notifyProblems(problems);
}

/** An answer as another scenario sees it leaves open how the one chosen meanwhile does. */
async function takeAnswer(session: SessionView, scenario: string | undefined): Promise<void> {
  if (takeSession(session, scenario ?? baseScenario)) return;
  const chosen = getSession().scenario;
  const again = await call("session", { session: session.session, scenario: chosen });
  if (again.ok) takeSession(again.value, chosen);
}

async function sendBatch(batch: Batch): Promise<void> {
  const reply = await call("edit", {
    session: batch.session,
    edits: batch.edits,
    label: batch.label,
    ...(batch.scenario === undefined ? {} : { scenario: batch.scenario }),
    ...(batch.group === undefined ? {} : { group: batch.group }),
  });
  flying = flying.filter((other) => other !== batch);
  if (reply.ok) await takeAnswer(reply.value, batch.scenario);
  else reject(batch, reply.problems);
  publish();
}

/** Sends what waits, in order, and resolves when the host has answered all of it. */
export function flush(): Promise<void> {
  if (timer !== undefined) clearTimeout(timer);
  timer = undefined;
  const batches = waiting;
  waiting = [];
  flying = [...flying, ...batches];
  for (const batch of batches) sending = sending.then(() => sendBatch(batch));
  return sending;
}

function withoutPaths(edits: readonly Edit[], taken: readonly Edit[]): readonly Edit[] {
  const paths = new Set(taken.map((edit) => edit.path));
  return edits.filter((edit) => !paths.has(edit.path));
}

function forget(edits: readonly Edit[]): void {
  const { rejected } = getSession();
  const paths = edits.map((edit) => edit.path).filter((path) => path in rejected);
  if (paths.length === 0) return;
  setSession({ rejected: Object.fromEntries(Object.entries(rejected).filter(([path]) => !paths.includes(path))) });
}

/**
 * Changes the chosen scenario, or the document itself where the host finds that scenarios cannot differ. The forms show the change at once, the host gets it after a short rest, later edits of the
 * same group replace earlier ones that were not sent yet.
 */
export function edit(edits: readonly Edit[], options: EditOptions): void {
  const { session, scenario: chosen } = getSession();
  if (!session || session.readOnly !== undefined || edits.length === 0) return;
  const scenario = chosen === baseScenario ? undefined : chosen;
  forget(edits);
  const group = options.group === undefined ? undefined : burstOf(options.group);
  const last = waiting.at(-1);
  const joins = last !== undefined && group !== undefined && last.group === group && last.scenario === scenario;
  const batch: Batch = {
    session: session.session,
    scenario,
    edits: joins ? [...withoutPaths(last.edits, edits), ...edits] : edits,
    label: options.label,
    group,
  };
  waiting = joins ? [...waiting.slice(0, -1), batch] : [...waiting, batch];
  publish();
  if (timer !== undefined) clearTimeout(timer);
  if (group === undefined) void flush();
  else timer = setTimeout(() => void flush(), debounceMs);
}

async function step(name: "undo" | "redo"): Promise<void> {
  await flush();
  const { session, scenario } = getSession();
  if (!session || !(name === "undo" ? session.canUndo : session.canRedo)) return;
  const reply = await call(name, { session: session.session, scenario });
  if (reply.ok) {
    await takeAnswer(reply.value as SessionView, scenario);
    setSession({ rejected: {} });
  } else notifyProblems(reply.problems);
}

export const undo = (): Promise<void> => step("undo");
export const redo = (): Promise<void> => step("redo");
