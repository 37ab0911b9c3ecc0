import { sha256 } from "../../policy/sha256.ts";
import { portfolioProblem } from "../../wording/portfolio.ts";
import { fail, type Problem, type Result } from "../../wording/problem.ts";
import { formatDocument } from "../format.ts";
import type { ModelDocument } from "../schema.ts";

type Parse = (input: unknown) => Result<ModelDocument>;

/** Documents inside a portfolio by the object they were read from: a change of one member leaves the others read. */
const read = new WeakMap<object, Result<ModelDocument>>();

/**
 * The document a member carries, read as any document is. Problems stand at its place; a portfolio inside a portfolio is refused before anything of
 * it is looked at.
 */
export function readEmbedded(json: object, member: string, parse: Parse): Result<ModelDocument> {
  const path = `members/${member}/document`;
  if (Object.hasOwn(json, "members")) return fail(portfolioProblem("nested", path, { member }));
  const result = read.get(json) ?? parse(json);
  read.set(json, result);
  if (!result.ok) return fail(...result.problems.map((problem) => below(path, problem)));
  read.set(result.value, result);
  return result;
}

function below(path: string, problem: Problem): Problem {
  return { ...problem, path: problem.path === "" ? path : `${path}/${problem.path}` };
}

const hashes = new WeakMap<ModelDocument, string>();

/** What a document is known by in a portfolio: the SHA-256 of its one text, whatever file it came in. */
export function documentHash(document: ModelDocument): string {
  const hash = hashes.get(document) ?? `sha256:${sha256(formatDocument(document))}`;
  hashes.set(document, hash);
  return hash;
}
