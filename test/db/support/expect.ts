import { expect } from "vitest";
import type { Problem, Result } from "../../../models/wording/problem.ts";

/** The one problem of a refusal, worded in both languages without a hole in either. */
export function problemOf(result: Result<unknown>): Problem {
  if (result.ok) throw new Error("accepted, where a refusal was expected");
  const [problem] = result.problems;
  if (problem === undefined || result.problems.length > 1) throw new Error("not exactly one problem");
  for (const text of [problem.message, problem.hint ?? problem.message]) {
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).toMatch(/[a-z]{3}/);
    expect(`${text.zh}${text.en}`).not.toMatch(/undefined|NaN|\[object|\bat .*:\d+:\d+/);
  }
  return problem;
}
