import type { Json, JsonObject } from "../../app/contract.ts";
import { valueAt } from "./json.ts";
import { effectiveDocument, withEdits } from "./patch.ts";
import { getSession, type SessionState, useSession } from "./store.ts";

type Inputs = readonly [SessionState["session"], SessionState["unsent"], string];

interface Views {
  /** The document with edits on their way. */
  readonly document: JsonObject;
  /** The same as the chosen scenario sees it. */
  readonly effective: JsonObject;
}

const nothing: JsonObject = {};
let known: Inputs = [null, [], ""];
let views: Views = { document: nothing, effective: nothing };

/** Computed once for all fields of a page: patches and edits are applied only when one of them changed. */
function viewsOf(state: SessionState): Views {
  const inputs: Inputs = [state.session, state.unsent, state.scenario];
  if (inputs.every((input, index) => input === known[index])) return views;
  let document = state.session?.document ?? nothing;
  for (const batch of state.unsent) document = withEdits(document, batch.scenario, batch.edits);
  known = inputs;
  views = { document, effective: effectiveDocument(document, state.scenario) };
  return views;
}

/** The document as it will be when everything typed has been sent. */
export function useDocument(): JsonObject {
  return useSession((state) => viewsOf(state).document);
}

/** The document as the chosen scenario sees it. */
export function useEffective(): JsonObject {
  return useSession((state) => viewsOf(state).effective);
}

/** One value of the document as the chosen scenario sees it. */
export function useValue(path: string): Json | undefined {
  return useSession((state) => valueAt(viewsOf(state).effective, path));
}

/** The document as it is at this moment, for handlers. */
export function currentDocument(): JsonObject {
  return viewsOf(getSession()).document;
}
