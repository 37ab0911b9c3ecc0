import type { CallName, Calls, ProblemView, Reply, Transport } from "../../app/contract.ts";
import { words } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import type { WireCode } from "../transport/failure.ts";
import { wireFailure } from "../transport/failure.ts";

let transport: Transport | null = null;

/** Sets the way to the product, once, before anything is drawn. */
export function connect(given: Transport | null): void {
  transport = given;
}

/** Native pickers and menus of the desktop shell, where it is there. */
export function desktop(): Transport["desktop"] {
  return transport?.desktop;
}

export function onProgress(listener: Parameters<Transport["onProgress"]>[0]): () => void {
  return transport ? transport.onProgress(listener) : () => undefined;
}

/** Gives failures of the wire, which come without wording, the wording of the language in use. */
function worded(problem: ProblemView): ProblemView {
  if (!problem.code.startsWith("wire.") || problem.message !== "") return problem;
  const key = problem.code.slice("wire.".length) as WireCode extends `wire.${infer K}` ? K : never;
  return {
    ...problem,
    message: words(`wire.${key}`),
    hint: [problem.hint, words(`wire.${key}_hint`)].filter(Boolean).join(" · "),
  };
}

type WithoutLang<A> = Omit<A, "lang">;

/** Calls the product in the language of the face. Whatever goes wrong comes back as problems, worded. */
export async function call<N extends CallName>(
  name: N,
  args: WithoutLang<Calls[N]["args"]>,
): Promise<Reply<Calls[N]["value"]>> {
  if (!transport) return { ok: false, problems: noHost() };
  const lang = usePreferences.getState().lang;
  const reply = await transport.call(name, { ...args, lang } as Calls[N]["args"]);
  return reply.ok ? reply : { ok: false, problems: reply.problems.map(worded) };
}

/** The problem of a page opened without a way to the product. */
export function noHost(): readonly ProblemView[] {
  const failure = wireFailure("wire.no_token", "host");
  return failure.ok ? [] : failure.problems.map(worded);
}

/** The problem of a host that speaks another version of the contract. */
export function otherVersion(version: string): readonly ProblemView[] {
  const failure = wireFailure("wire.version", "host", version);
  return failure.ok ? [] : failure.problems.map(worded);
}
