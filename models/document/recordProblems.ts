import { readMonth } from "../language/calendar.ts";
import { readDecimal } from "../language/decimal.ts";
import { documentProblem, documentWord, suggestion } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import { boundProblem, boundsOf } from "./bounds.ts";
import { show } from "./issues.ts";
import { RECORD_KINDS, type RecordValueSpec } from "./records.ts";
import type { ModelDocument } from "./schema.ts";

type Value = string | number | boolean;

/** What is wrong with the values of records of a known kind: misspelt names, words where a number belongs, numbers no fact can have. */
export function recordProblems({ records }: Pick<ModelDocument, "records">): readonly Problem[] {
  return records.flatMap(({ id, kind, values }) => {
    const known = kind === undefined || !Object.hasOwn(RECORD_KINDS, kind) ? undefined : RECORD_KINDS[kind];
    if (known === undefined || values === undefined) return [];
    return Object.entries(values).flatMap(([name, value]) => {
      const path = `records/${id}/values/${name}`;
      const spec = Object.hasOwn(known.values, name) ? known.values[name] : undefined;
      if (spec !== undefined) return valueProblem(spec, value, path);
      const hint = suggestion(name, Object.keys(known.values));
      return [
        documentProblem("document.record_value_unknown", path, { kind: known.label, value: name, suggestion: hint }),
      ];
    });
  });
}

function valueProblem(spec: RecordValueSpec, value: Value, path: string): readonly Problem[] {
  const wrong = (expected: Parameters<typeof documentWord>[0]) => [
    documentProblem("document.input_type", path, { input: spec.label, expected: documentWord(expected) }),
  ];
  switch (spec.type) {
    case "flag":
      return typeof value === "boolean" ? [] : wrong("yesNo");
    case "word": {
      if (typeof value !== "string") return wrong("text");
      if (spec.options === undefined || Object.hasOwn(spec.options, value)) return [];
      return [
        documentProblem("document.choice_unknown", path, {
          input: spec.label,
          value: show(value),
          suggestion: suggestion(value, Object.keys(spec.options)),
        }),
      ];
    }
    case "month":
      return typeof value === "string" && readMonth(value) !== undefined
        ? []
        : [documentProblem("document.bad_month", path, { found: show(String(value)) })];
    case "number":
      return typeof value === "boolean" ? wrong("number") : numberProblem(spec, value, path);
  }
}

function numberProblem(
  spec: Extract<RecordValueSpec, { type: "number" }>,
  value: string | number,
  path: string,
): readonly Problem[] {
  const number = readDecimal(String(value));
  if (number === undefined) return [documentProblem("document.bad_number", path, { found: show(value) })];
  const problem = boundProblem(boundsOf(spec), spec.label, String(value), path);
  return problem === undefined ? [] : [problem];
}
