import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { isRefusal } from "../../models/finance/refusal.ts";
import recorded from "./spreadsheet/answers.json" with { type: "json" };
import { calculate } from "./spreadsheet/libreoffice.ts";
import { formulaOf, QUESTIONS, type Question } from "./spreadsheet/questions.ts";
import { callByName } from "./support/call.ts";

/** LibreOffice searches rates and adds up instalments to about this. */
const TOLERANCE = 2e-9;

const answers = new Map<string, number | string>(recorded.map(({ formula, answer }) => [formula, answer]));
const alike = QUESTIONS.filter(({ ours }) => ours === undefined);
const different = QUESTIONS.filter(({ ours }) => ours !== undefined);

function libreOfficeOn(question: Question): number | string {
  const answer = answers.get(formulaOf(question));
  if (answer === undefined) throw new Error("not recorded: run test/finance/spreadsheet/record.ts");
  return answer;
}

function oursOn({ call, args }: Question): unknown {
  return callByName(
    call,
    args.map((argument) => argument ?? undefined),
  );
}

function isNear(a: unknown, b: unknown): boolean {
  return (
    typeof a === "number" &&
    typeof b === "number" &&
    Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b))
  );
}

describe("as LibreOffice answers", () => {
  test.each(alike.map((question) => [formulaOf(question).slice(0, 90), question] as const))("%s", (_, question) => {
    const theirs = libreOfficeOn(question);
    const ours = oursOn(question);
    if (typeof theirs === "string") expect(ours).toSatisfy(isRefusal);
    else expect(ours).toSatisfy((value) => isNear(value, theirs), `near ${theirs}`);
  });
});

describe("meant to differ from LibreOffice", () => {
  test.each(different.map((question) => [formulaOf(question).slice(0, 90), question] as const))("%s", (_, question) => {
    const ours = oursOn(question);
    const meant = question.ours?.answer;
    if (typeof meant === "string") expect(ours).toMatchObject({ ok: false, code: meant });
    else expect(ours).toSatisfy((value) => isNear(value, meant), `near ${meant}`);
    expect(isNear(ours, libreOfficeOn(question)), "no longer a difference").toBe(false);
  });
});

const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;

test.skipIf(!hasLibreOffice)("the recorded answers are what LibreOffice says today", () => {
  const today = calculate(QUESTIONS.map(formulaOf));
  for (const [index, question] of QUESTIONS.entries()) {
    const then = libreOfficeOn(question);
    const now = today[index];
    // Which error a spreadsheet shows differs between versions; that it is one must not.
    const isSame = typeof then === "string" ? typeof now === "string" : isNear(now, then);
    expect(isSame, `${formulaOf(question).slice(0, 90)}: ${then} then, ${now} now`).toBe(true);
  }
});
