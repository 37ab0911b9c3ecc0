import type { Json, JsonObject } from "../../app/contract.ts";
import { valueAt, withValue } from "./json.ts";
import { baseScenario, getSession, type SessionState, type Unsent, useSession } from "./store.ts";

type Known = Pick<SessionState, "session" | "unsent" | "scenario">;

export interface Views {
  /** The document with what was typed and is on its way. */
  readonly document: JsonObject;
  /** The same as the chosen scenario sees it. */
  readonly effective: JsonObject;
  /** What the chosen scenario builds on; null for the base, which builds on nothing. */
  readonly inherited: JsonObject | null;
  /** Paths the chosen scenario itself changes. */
  readonly patched: readonly string[];
}

const nothing: JsonObject = {};

/** What the forms show: the host's sight of the document, with the typed fields as they were typed until the host has answered. */
export function viewsOf({ session, unsent, scenario }: Known): Views {
  const document = session?.document ?? nothing;
  const seen = session?.seen?.scenario === scenario ? session.seen : undefined;
  const inherited = scenario === baseScenario ? null : (seen?.inherited ?? document);
  return {
    document: withTyped(document, unsent, inherited),
    effective: withTyped(seen?.document ?? document, unsent, inherited),
    inherited,
    patched: seen?.patched ?? [],
  };
}

/** A change taken back shows what the scenario builds on; everything else shows itself. */
function withTyped(document: JsonObject, unsent: readonly Unsent[], inherited: JsonObject | null): JsonObject {
  let result = document;
  for (const { edits } of unsent)
    for (const { path, value } of edits)
      result = withValue(
        result,
        path,
        value === undefined && inherited ? valueAt(inherited, path) : (value ?? undefined),
      );
  return result;
}

let known: Known = { session: null, unsent: [], scenario: "" };
let views: Views = viewsOf(known);

/** Computed once for all fields of a page. */
function currentViews(state: SessionState): Views {
  if (state.session === known.session && state.unsent === known.unsent && state.scenario === known.scenario)
    return views;
  known = state;
  views = viewsOf(state);
  return views;
}

/** The document as it will be when everything typed has been sent. */
export function useDocument(): JsonObject {
  return useSession((state) => currentViews(state).document);
}

/** The document as the chosen scenario sees it. */
export function useEffective(): JsonObject {
  return useSession((state) => currentViews(state).effective);
}

/** One value of the document as the chosen scenario sees it. */
export function useValue(path: string): Json | undefined {
  return useSession((state) => valueAt(currentViews(state).effective, path));
}

/** What the value would be without the chosen scenario's own change; undefined in the base. */
export function useInherited(path: string): Json | undefined {
  return useSession((state) => {
    const { inherited } = currentViews(state);
    return inherited === null ? undefined : valueAt(inherited, path);
  });
}

/** Paths the chosen scenario itself changes. */
export function usePatched(): readonly string[] {
  return useSession((state) => currentViews(state).patched);
}

/** The document as it is at this moment, for handlers. */
export function currentDocument(): JsonObject {
  return currentViews(getSession()).document;
}

/** The document as the chosen scenario sees it at this moment, for handlers. */
export function currentEffective(): JsonObject {
  return currentViews(getSession()).effective;
}

/** What the chosen scenario builds on, for handlers; null in the base. */
export function currentInherited(): JsonObject | null {
  return currentViews(getSession()).inherited;
}
