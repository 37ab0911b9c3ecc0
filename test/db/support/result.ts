import type { Result } from "../../../models/wording/problem.ts";

/** The value of a result that must be one. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map((one) => `${one.code}: ${one.message.en}`).join("\n"));
  return result.value;
}
