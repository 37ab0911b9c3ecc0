import type { Edit, Json } from "../../app/contract.ts";
import { currentInherited } from "../session/effective.ts";
import { valueAt } from "../session/json.ts";

/** What puts a value at a place, or takes it out. */
export function editOf(path: string, value: Json | undefined): Edit {
  if (value !== undefined) return { path, value };
  const inherited = currentInherited();
  // Without a value the scenario would only forget its change; leaving an inherited value out has to be said.
  return inherited !== null && valueAt(inherited, path) !== undefined ? { path, value: null } : { path };
}
