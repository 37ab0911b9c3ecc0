import { expect } from "vitest";
import { type ParsedDocument, parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import type { Problem, Result } from "../../models/wording/problem.ts";
import { fakes, tinyDocument } from "./fakes.ts";

export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.problems.map(({ code, path }) => `${code} ${path}`).join("; ")}`);
  return result.value;
}

export function problemsOf(result: Result<unknown>): readonly Problem[] {
  if (result.ok) throw new Error("accepted what should have been refused");
  return result.problems;
}

export const places = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ code, path }) => `${code} ${path}`);

/** The small document after a change, as read. */
export function parsed(change: (draft: ReturnType<typeof tinyDocument>) => void = () => {}): ParsedDocument {
  return accepted(parseDocument(changed(change), fakes));
}

export function changed(change: (draft: ReturnType<typeof tinyDocument>) => void): ReturnType<typeof tinyDocument> {
  const draft = tinyDocument();
  change(draft);
  return draft;
}

export function documentOf(change?: (draft: ReturnType<typeof tinyDocument>) => void): ModelDocument {
  const { document, problems } = parsed(change);
  expect(places(problems)).toEqual([]);
  return document;
}

/** Loose access for tests that put wrong things into a document. */
export function at(draft: unknown, ...path: readonly (string | number)[]): Record<string, unknown> {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], draft) as Record<
    string,
    unknown
  >;
}

/** A change that puts a value at a place. */
export function put(value: unknown, ...path: readonly (string | number)[]): (draft: unknown) => void {
  return (draft) => {
    at(draft, ...path.slice(0, -1))[String(path.at(-1))] = value;
  };
}
