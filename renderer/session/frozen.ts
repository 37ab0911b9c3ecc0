import type { JsonObject } from "../../app/contract.ts";
import { valueAt } from "./json.ts";
import { useSession } from "./store.ts";

/** Whether locking a sheet of the tender froze what is at a path: the evaluation freezes notice, bids and evaluation, the award what decides it. */
export function isFrozen(document: JsonObject, path: string): boolean {
  const [root, part] = path.split("/");
  if (root !== "bids" && root !== "tender") return false;
  const sheet = root === "tender" && (part === "award" || part === "awarders") ? "award" : "evaluation";
  return valueAt(document, `tender/${sheet}/locked`) !== undefined;
}

/** Whether nothing at a path can be changed: the whole file is only read, or a locked sheet holds it. */
export const useFixed = (path: string): boolean =>
  useSession(({ session }) => session !== null && (session.readOnly !== undefined || isFrozen(session.document, path)));
