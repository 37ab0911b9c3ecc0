import { inputSpecOf } from "../../../models/compile/inputPaths.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import type { GraphLine } from "../../../models/language/graph.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { EntryValue } from "../../exports/template/kinds.ts";
import type { Original } from "../../exports/workbook/original.ts";

/** A value for every period as a series from the beginning, a step a period of the calendar the workbook was made with. What goes on unchanged to the end is left out: rates hold, and of amounts nothing more comes. */
export function profileOfPeriods(
  values: readonly EntryValue[],
  { path = "" }: GraphLine,
  document: ModelDocument,
  { start, step }: Original["timeline"],
): EntryValue {
  const spec = inputSpecOf(document, path, mechanisms);
  if (spec?.type !== "profile" || values.every((value) => value === undefined)) return undefined;
  const texts = values.map((value) => String(value ?? 0));
  const rest = spec.meaning === "rate" ? texts.at(-1) : "0";
  const last = texts.findLastIndex((text) => text !== rest);
  const length = spec.meaning === "rate" ? last + 2 : last + 1;
  return {
    profile: { from: start, every: step, values: texts.slice(0, Math.max(1, length)), meaning: spec.meaning },
  };
}
