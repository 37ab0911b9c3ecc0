import { usePreferences } from "../preferences/store.ts";
import { call } from "./host.ts";
import { isPortfolio, objectsOf, textOf, valueAt } from "./json.ts";
import { chooseScenario } from "./scenario.ts";
import type { SessionState } from "./store.ts";
import { baseScenario, getSession, setSession, takeSession, useSession } from "./store.ts";

/** Quiet time before the record engine is asked to check the kernel. */
const agreementDelayMs = 500;

let running = false;
let again = false;
let agreementTimer: ReturnType<typeof setTimeout> | undefined;

async function readAgreement(): Promise<void> {
  const { session, scenario } = getSession();
  if (!session) return;
  const reply = await call("agreement", { session: session.session, scenario });
  const now = getSession();
  if (!reply.ok || now.session?.session !== session.session) return;
  if (reply.value.version === now.session.version && reply.value.scenario === now.scenario)
    setSession({ agreement: reply.value });
}

/** @param retry whether a thread that was lost is asked for once more, as it was started anew */
async function readBoard(retry = true): Promise<void> {
  const { session, scenario, perspective } = getSession();
  if (!session) return;
  const args = { session: session.session, scenario, ...(perspective === undefined ? {} : { perspective }) };
  const reply = await call("board", args);
  const now = getSession();
  // An answer about a model, scenario or version that is no longer the one on screen is dropped.
  if (now.session?.session !== session.session || now.scenario !== scenario) return;
  if (!reply.ok) {
    if (retry && reply.problems.some(({ code }) => code === "thread.lost")) await readBoard(false);
    else setSession({ boardProblems: reply.problems });
  } else if (!now.board || now.board.scenario !== scenario || reply.value.version >= now.board.version)
    setSession({ board: reply.value, boardProblems: [] });
}

/** Asks for the results again, after they could not be had. */
export function computeAgain(): void {
  void refresh();
}

/** Asks for results until what was asked last is what was answered last; never two questions at a time. */
async function refresh(): Promise<void> {
  again = true;
  if (running) return;
  running = true;
  while (again) {
    again = false;
    // A model entered meanwhile has begun anew with nothing under way.
    setSession({ computing: true });
    await readBoard();
  }
  running = false;
  setSession({ computing: false });
  clearTimeout(agreementTimer);
  agreementTimer = setTimeout(() => void readAgreement(), agreementDelayMs);
}

async function readScenarios(): Promise<void> {
  const { session } = getSession();
  if (!session) return;
  const reply = await call("scenarios", { session: session.session });
  const now = getSession();
  if (!reply.ok || now.session?.session !== session.session) return;
  const known = reply.value.some((scenario) => scenario.id === now.scenario);
  setSession({ scenarios: reply.value });
  if (!known) await chooseScenario(reply.value[0]?.id ?? baseScenario);
}

async function readCatalogue(): Promise<void> {
  const { session } = getSession();
  if (!session) return;
  const reply = await call("catalogue", { session: session.session });
  if (reply.ok) setSession({ catalogue: reply.value });
}

/** What the catalogue's stand-in values rest on: the packs in their order, another text being another version, and the first month. */
const rulesOf = ({ session }: SessionState): string => {
  const document = session?.document ?? {};
  const packs = objectsOf(document["packs"]).map(({ id, version }) => `${textOf(id)}@${textOf(version)}`);
  return [...packs, textOf(valueAt(document, "timeline/start"))].join(" ");
};

function onChange(now: SessionState, before: SessionState): void {
  // A portfolio has no board: its page asks for what it shows.
  if (!now.session || isPortfolio(now.session.document)) return;
  const opened = now.session.session !== before.session?.session;
  const changed = opened || now.session.version !== before.session?.version;
  if (opened || (changed && rulesOf(now) !== rulesOf(before))) void readCatalogue();
  if (changed) void readScenarios();
  if (changed || now.scenario !== before.scenario) setSession({ agreement: null });
  if (changed || now.scenario !== before.scenario || now.perspective !== before.perspective) void refresh();
}

async function onLanguage(): Promise<void> {
  const { session, scenario } = getSession();
  if (!session) return;
  const reply = await call("session", { session: session.session, scenario });
  if (reply.ok) takeSession(reply.value, scenario);
  if (isPortfolio(session.document)) return;
  void readScenarios();
  void refresh();
}

/** Keeps results, scenarios and the catalogue in step with the model from now on. */
export function startLive(): void {
  useSession.subscribe(onChange);
  usePreferences.subscribe((now, before) => {
    if (now.lang !== before.lang) void onLanguage();
  });
}
