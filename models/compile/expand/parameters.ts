import type { InputDecl } from "../../language/line.ts";
import { parameterAt, parameterSeries } from "../../policy/series.ts";
import { documentProblem } from "../../wording/document.ts";
import { type ExpandContext, type InputLine, inputLine } from "../context.ts";

export type ParameterAxis = InputDecl["axis"];

const BASE = "@base";

/** A rule-pack parameter as a line: its dated values in period context (`param.ID`), its value in the first month in scalar context (`param.ID@base`). */
export function parameterLine(
  context: Pick<ExpandContext, "packs" | "timeline">,
  id: string,
  axis: ParameterAxis,
): InputLine | undefined {
  const { packs } = context;
  const parameter = packs.parameter(id) ?? packs.base(id)?.parameter;
  const pack = packs.packOf(id) ?? packs.base(id)?.pack;
  if (parameter === undefined || pack === undefined) return undefined;
  const scalar = axis === "scalar";
  const value = scalar
    ? parameterAt(parameter, context.timeline.startMonth)
    : parameterSeries(parameter, context.timeline);
  const path = `packs/${pack.id}/parameters/${id}`;
  const meta = {
    id: parameterLineId(id, axis),
    label: parameter.label,
    unit: parameter.unit,
    kind: scalar ? "scalar" : "rate",
    axis: scalar ? "scalar" : "period",
    path,
  } as const;
  if (typeof value === "object" && "month" in value) {
    const gap = documentProblem("document.parameter_gap", path, { parameter: id, from: value.month });
    return inputLine(meta, undefined, gap);
  }
  return inputLine(meta, value);
}

export function parameterLineId(id: string, axis: ParameterAxis): string {
  return `param.${id}${axis === "scalar" ? BASE : ""}`;
}

/** Reads back which parameter a line stands for. */
export function parameterOfLine(lineId: string): { readonly id: string; readonly axis: ParameterAxis } | undefined {
  if (!lineId.startsWith("param.")) return undefined;
  const name = lineId.slice("param.".length);
  return name.endsWith(BASE) ? { id: name.slice(0, -BASE.length), axis: "scalar" } : { id: name, axis: "period" };
}
