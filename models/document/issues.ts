import type { z } from "zod";
import { type Argument, documentProblem, documentWord, suggestion } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import type { Text } from "../wording/text.ts";
import type { DocumentCode, DocumentWord } from "../wording/zh/document.ts";
import { documentWording } from "../wording/zh/document.ts";

type Issue = z.core.$ZodIssue;

const PROBLEMS_MAX = 200;

/** Turns what the schema found into problems with a document path and, where a word is misspelt, the word that was probably meant. */
export function structureProblems(
  root: unknown,
  issues: readonly Issue[],
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): readonly Problem[] {
  return issues.slice(0, PROBLEMS_MAX).flatMap((issue) => issueProblems(root, issue, knownKeys));
}

function issueProblems(
  root: unknown,
  issue: Issue,
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): readonly Problem[] {
  const path = documentPath(root, issue.path);
  const found = show(valueAt(root, issue.path));
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) =>
        documentProblem("document.unknown_key", path === "" ? key : `${path}/${key}`, {
          key,
          suggestion: suggestion(key, knownKeys(issue.path)),
        }),
      );
    case "invalid_type":
      if (valueAt(root, issue.path) === undefined)
        return [documentProblem("document.missing_key", path, { key: String(issue.path.at(-1) ?? "") })];
      return [
        documentProblem("document.wrong_type", path, {
          expected: kindWord(issue.expected),
          found:
            issue.expected === "int" && typeof valueAt(root, issue.path) === "number"
              ? found
              : kindOf(valueAt(root, issue.path)),
        }),
      ];
    case "invalid_value":
      return [
        documentProblem("document.not_in_list", path, {
          found,
          suggestion: suggestion(found, issue.values.map(String)),
        }),
      ];
    case "too_big":
      return [documentProblem("document.too_big", path, { limit: Number(issue.maximum) })];
    case "too_small":
      return [documentProblem("document.too_small", path, { limit: Number(issue.minimum) })];
    case "custom": {
      const code: unknown = issue.params?.["code"];
      return [
        documentProblem(isDocumentCode(code) ? code : "document.bad_value", path, { found } satisfies Record<
          string,
          Argument
        >),
      ];
    }
    case "invalid_key":
      return [documentProblem("document.bad_id", path, { found: String(issue.path.at(-1) ?? "") })];
    case "invalid_union":
      return unionProblems(root, issue, path, found);
    default:
      return [documentProblem("document.bad_value", path, { found })];
  }
}

/** A refusal of our own in one of the branches says more than "fits none of them". */
function unionProblems(
  root: unknown,
  issue: Extract<Issue, { code: "invalid_union" }>,
  path: string,
  found: string,
): readonly Problem[] {
  for (const branch of issue.errors) {
    for (const inner of branch) {
      if (inner.code === "custom")
        return issueProblems(root, { ...inner, path: [...issue.path, ...inner.path] }, () => []);
    }
  }
  if (valueAt(root, issue.path) === undefined)
    return [documentProblem("document.missing_key", path, { key: String(issue.path.at(-1) ?? "") })];
  return [documentProblem("document.bad_value", path, { found })];
}

function isDocumentCode(code: unknown): code is "document.bad_id" & DocumentCode {
  return typeof code === "string" && Object.hasOwn(documentWording, code);
}

/** PATH of a place: items of lists of named things are called by their id instead of their position. */
export function documentPath(root: unknown, steps: readonly PropertyKey[]): string {
  let value = root;
  const words: string[] = [];
  for (const step of steps) {
    const parent = value;
    value = child(parent, step);
    const id = Array.isArray(parent) ? child(value, "id") : undefined;
    words.push(typeof id === "string" && id !== "" && id.length <= 64 ? id : String(step));
  }
  return words.join("/");
}

function child(value: unknown, step: PropertyKey): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<PropertyKey, unknown>)[step];
}

function valueAt(root: unknown, steps: readonly PropertyKey[]): unknown {
  return steps.reduce<unknown>((value, step) => child(value, step), root);
}

const SHOWN_MAX = 60;

/** A value as a message shows it. */
export function show(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}

const KINDS: Readonly<Record<string, DocumentWord>> = {
  string: "text",
  number: "number",
  int: "wholeNumber",
  boolean: "yesNo",
  array: "list",
  object: "object",
  record: "object",
  null: "nothing",
};

function kindWord(expected: string): Text {
  const word = KINDS[expected];
  return word === undefined ? { zh: expected, en: expected } : documentWord(word);
}

function kindOf(value: unknown): Text {
  if (value === null) return documentWord("nothing");
  return kindWord(Array.isArray(value) ? "array" : typeof value);
}
