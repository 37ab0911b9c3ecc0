import { checkLimits } from "../../models/document/limits.ts";
import type { CallName, Calls, Lang, Reply } from "../contract.ts";
import { appProblem } from "../problems.ts";
import { problemView } from "../wording.ts";
import { ThreadLost } from "../workers/lost.ts";
import { argumentSchemas, isCallName } from "./schemas.ts";

/** What answers each call, with arguments that have been checked. */
export type Handlers = {
  readonly [N in CallName]: (args: Calls[N]["args"]) => Promise<Reply<Calls[N]["value"]>> | Reply<Calls[N]["value"]>;
};

/** Calls that carry a whole file, whose size has a limit of its own. */
const FILE_CALLS: ReadonlySet<CallName> = new Set([
  "openBytes",
  "attach",
  "takeMember",
  "merge",
  "takeBid",
  "importSheets",
  "mapTables",
]);

/**
 * Answers one call from outside: checks its name and arguments and lets no exception through.
 * @param log where programming errors go; the reply then says `internal`
 */
export async function dispatch(
  handlers: Handlers,
  name: string,
  args: unknown,
  log: (error: unknown) => void,
): Promise<Reply<unknown>> {
  const lang = langOf(args);
  try {
    if (!isCallName(name)) return refused("call.unknown", String(name).slice(0, 100), "", lang);
    const limit = FILE_CALLS.has(name) ? undefined : checkLimits(args);
    if (limit !== undefined) return { ok: false, problems: [problemView(limit, lang)] };
    return await answer(handlers, name, args, lang);
  } catch (error) {
    log(error);
    return refused(error instanceof ThreadLost ? "thread.lost" : "internal", name, "", lang);
  }
}

async function answer<N extends CallName>(
  handlers: Handlers,
  name: N,
  args: unknown,
  lang: Lang,
): Promise<Reply<unknown>> {
  const checked = argumentSchemas[name].safeParse(args);
  if (checked.success) return handlers[name](checked.data);
  const [issue] = checked.error.issues;
  return refused(
    "call.arguments",
    name,
    `${issue?.path.map(String).join(".") ?? ""} ${issue?.message ?? ""}`.trim(),
    lang,
  );
}

function refused(
  code: "call.unknown" | "call.arguments" | "thread.lost" | "internal",
  path: string,
  detail: string,
  lang: Lang,
) {
  return { ok: false, problems: [problemView(appProblem(code, path, detail), lang)] } as const;
}

function langOf(args: unknown): Lang {
  return typeof args === "object" && args !== null && Reflect.get(args, "lang") === "en" ? "en" : "zh";
}
