import type { ProblemView, Reply } from "../../app/contract.ts";

/** What the wire itself can do wrong; the wording is looked up by these codes. */
export type WireCode =
  | "wire.unreachable"
  | "wire.refused"
  | "wire.shape"
  | "wire.version"
  | "wire.no_token"
  | "wire.no_host";

/** A failed reply made on this side of the wire; `detail` (status, name of a field) goes to the hint. */
export function wireFailure(code: WireCode, path: string, detail = ""): Reply<never> {
  const problem: ProblemView = { code, message: "", path, ...(detail === "" ? {} : { hint: detail }) };
  return { ok: false, problems: [problem] };
}
