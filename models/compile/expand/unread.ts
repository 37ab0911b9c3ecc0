import type { ComponentSpec } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import { type Axis, type FormulaDecl, UNKNOWN } from "../../language/line.ts";
import { documentProblem, suggestion } from "../../wording/document.ts";
import { type InputLine, inputLine } from "../context.ts";

/** A component whose mechanism nobody knows may be anything: lines that every selection finds, without a value while it is on. */
export function unreadLines(component: ComponentSpec, known: Iterable<string>): readonly FormulaDecl[] {
  const { id, mechanism } = component;
  const path = `components/${id}/mechanism`;
  const problem = documentProblem("document.mechanism_unknown", path, {
    mechanism,
    input: textOf(component.label ?? id),
    suggestion: suggestion(mechanism, known),
  });
  return (["period", "year", "scalar"] as const).map((axis: Axis) => ({
    source: "formula",
    id: `${id}.unread_${axis}`,
    label: textOf(component.label ?? id),
    unit: "CNY",
    kind: axis === "scalar" ? "scalar" : "flow",
    axis,
    role: UNKNOWN,
    payer: UNKNOWN,
    payee: UNKNOWN,
    tags: { component: id, [UNKNOWN]: UNKNOWN },
    clauses: [],
    path,
    formula: "0",
    scope: {},
    gate: `${id}.enabled`,
    problem,
  }));
}

/** Whether a component counts in the scenario. */
export function enabledLine(id: string, enabled: boolean): InputLine {
  return inputLine(
    {
      id: `${id}.enabled`,
      label: { zh: "启用", en: "enabled" },
      unit: "1",
      kind: "scalar",
      axis: "scalar",
      path: `components/${id}/enabled`,
      tags: { component: id },
    },
    enabled ? "1" : "0",
  );
}
