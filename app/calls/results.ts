import { type Lock, locksIn } from "../bids/locks.ts";
import type { CallName, Calls, Reply } from "../contract.ts";
import type { Origin } from "../sessions/session.ts";
import { problemViews } from "../wording.ts";
import type { Task } from "../workers/protocol.ts";
import type { Handlers } from "./dispatch.ts";
import type { Office } from "./office.ts";

type Results =
  | "catalogue"
  | "scenarios"
  | "packs"
  | "rules"
  | "board"
  | "agreement"
  | "lines"
  | "statements"
  | "explain"
  | "solve"
  | "levers"
  | "turn"
  | "frontier"
  | "advise"
  | "compare"
  | "stress"
  | "portfolio"
  | "starts"
  | "bids"
  | "simulate"
  | "simulationChecks"
  | "suggestions"
  | "remarks"
  | "audit"
  | "reviewStress"
  | "actuals"
  | "actualsSheet"
  | "readActuals"
  | "opinion"
  | "exportWorkbook"
  | "cancel";
/** What a call of the contract asks a thread; reading and what a file keeps are asked by opening and saving. */
type Asked = Exclude<
  Task,
  { name: "read" | "importFile" | "mapTables" | "computed" | "diff" | "verify" | "draw" | "drawOpen" | "drawAnswer" }
>;
type Args<N extends CallName> = Calls[N]["args"];

/** Every lock in the chain of the file a model came from. */
const locksKnown = (origin: Origin | undefined): readonly Lock[] =>
  locksIn((origin?.file ?? origin?.stored)?.entries ?? []);

/** Calls that compute; the work is done in threads. */
export function resultCalls({ sessions, jobs, options, now }: Office): Pick<Handlers, Results> {
  /** The thread's answer: it runs our own code, so that its value is what the call promises. */
  const ask = async <N extends Exclude<Results, "cancel" | "simulate">>(
    session: string | undefined,
    task: Extract<Asked, { name: N }>,
  ): Promise<Reply<Calls[N]["value"]>> => {
    if (session === undefined) return (await jobs.ask(task, undefined)) as Reply<Calls[N]["value"]>;
    const found = sessions.find(session);
    if (!found.ok) return { ok: false, problems: problemViews(found.problems, task.args.lang) };
    return (await jobs.ask(task, found.value)) as Reply<Calls[N]["value"]>;
  };
  const split = <A extends { readonly session: string }>({ session, ...args }: A) => ({ session, args });

  return {
    catalogue: ({ session, lang }: Args<"catalogue">) =>
      ask<"catalogue">(session, { name: "catalogue", args: { lang } }),
    scenarios: (all) => ask<"scenarios">(all.session, { name: "scenarios", args: split(all).args }),
    packs: (all) => ask<"packs">(all.session, { name: "packs", args: split(all).args }),
    rules: (all) => ask<"rules">(all.session, { name: "rules", args: split(all).args }),
    board: (all) => ask<"board">(all.session, { name: "board", args: split(all).args }),
    agreement: (all) => ask<"agreement">(all.session, { name: "agreement", args: split(all).args }),
    lines: (all) => ask<"lines">(all.session, { name: "lines", args: split(all).args }),
    statements: (all) => ask<"statements">(all.session, { name: "statements", args: split(all).args }),
    explain: (all) => ask<"explain">(all.session, { name: "explain", args: split(all).args }),
    solve: (all) => ask<"solve">(all.session, { name: "solve", args: split(all).args }),
    levers: (all) => ask<"levers">(all.session, { name: "levers", args: split(all).args }),
    turn: (all) => ask<"turn">(all.session, { name: "turn", args: split(all).args }),
    compare: (all) => ask<"compare">(all.session, { name: "compare", args: split(all).args }),
    remarks: (all) => ask<"remarks">(all.session, { name: "remarks", args: split(all).args }),
    audit: (all) => ask<"audit">(all.session, { name: "audit", args: split(all).args }),
    reviewStress: (all) => ask<"reviewStress">(all.session, { name: "reviewStress", args: split(all).args }),
    opinion: (all) => ask<"opinion">(all.session, { name: "opinion", args: split(all).args }),
    exportWorkbook: (all) => {
      const found = sessions.find(all.session);
      const { name = "", dirty = true, origin } = found.ok ? found.value : {};
      const revision = dirty ? "" : ((origin?.file ?? origin?.stored)?.head ?? "");
      const { version } = options.host;
      const locks = locksKnown(origin);
      const args = { ...split(all).args, name, revision, version, now: now().toISOString(), locks };
      return ask<"exportWorkbook">(all.session, { name: "exportWorkbook", args });
    },
    actuals: (all) => ask<"actuals">(all.session, { name: "actuals", args: split(all).args }),
    actualsSheet: (all) => ask<"actualsSheet">(all.session, { name: "actualsSheet", args: split(all).args }),
    readActuals: (all) => ask<"readActuals">(all.session, { name: "readActuals", args: split(all).args }),
    stress: (all) => ask<"stress">(all.session, { name: "stress", args: split(all).args }),
    frontier: (all) => ask<"frontier">(all.session, { name: "frontier", args: split(all).args }),
    advise: (all) => ask<"advise">(all.session, { name: "advise", args: split(all).args }),
    portfolio: (all) => ask<"portfolio">(all.session, { name: "portfolio", args: split(all).args }),
    bids: (all) => {
      const found = sessions.find(all.session);
      const locks = locksKnown(found.ok ? found.value.origin : undefined);
      return ask<"bids">(all.session, { name: "bids", args: { ...split(all).args, locks } });
    },
    starts: (all) => ask<"starts">(all.session, { name: "starts", args: split(all).args }),
    simulate: async ({ session, ...args }) => {
      const found = sessions.find(session);
      if (!found.ok) return { ok: false, problems: problemViews(found.problems, args.lang) };
      return (await jobs.simulate(args, found.value)) as Reply<Calls["simulate"]["value"]>;
    },
    simulationChecks: (all) =>
      ask<"simulationChecks">(all.session, { name: "simulationChecks", args: split(all).args }),
    suggestions: (all) => ask<"suggestions">(all.session, { name: "suggestions", args: split(all).args }),
    cancel: ({ job }) => ({ ok: true, value: { cancelled: jobs.cancel(job) } }),
  };
}
