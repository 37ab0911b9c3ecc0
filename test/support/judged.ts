import type { Decimal } from "decimal.js";
import { type Results, recordResultsOf } from "../../app/model/results.ts";
import { reviewIn, trustIn } from "../../app/model/trust.ts";
import type { Trust } from "../../models/checks/trust/index.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { mergeProblems } from "../../models/wording/document.ts";
import { preparedOf } from "./prepared.ts";

/** What the product says of a file: results of the book of record with what reading it told, and the trust statement after the review. */
export function judged(
  file: unknown,
  scenario?: string,
): { readonly results: Results<Decimal>; readonly trust: Trust } {
  const parsed = parseDocument(file, mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message.en).join("\n"));
  const prepared = preparedOf(parsed.value.document, scenario);
  const problems = mergeProblems(parsed.value.problems, prepared.problems);
  const results = recordResultsOf({ ...prepared, problems });
  return { results, trust: trustIn(results, reviewIn(results)) };
}
