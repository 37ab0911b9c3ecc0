import { readMonth, writeMonth } from "../language/calendar.ts";
import type { Forms } from "../terms/inputs.ts";
import type { InputValue, RowValue } from "./inputSchema.ts";
import type { ComponentSpec, ModelDocument } from "./schema.ts";

/**
 * A project that starts later happens later as a whole: phases, month inputs and profiles move by the same months. Dates of the law (rule
 * packs), of records and of the price base stay on the calendar.
 */
export function shiftProject(document: ModelDocument, months: number, registry: Forms): ModelDocument {
  if (months === 0) return document;
  const phases = document.timeline.phases.map((phase) =>
    phase.start === undefined ? phase : { ...phase, start: shiftMonth(phase.start, months) },
  );
  const components = document.components.map((component) => shiftComponent(component, months, registry));
  return {
    ...document,
    timeline: { ...document.timeline, start: shiftMonth(document.timeline.start, months), phases },
    components,
  };
}

function shiftMonth(text: string, months: number): string {
  const month = readMonth(text);
  return month === undefined ? text : writeMonth(month + months);
}

function shiftComponent(component: ComponentSpec, months: number, registry: Forms): ComponentSpec {
  const specs = registry.get(component.mechanism)?.inputs ?? {};
  const inputs = Object.entries(component.inputs).map(([name, value]): readonly [string, InputValue] => {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (spec?.type === "month" && typeof value === "string") return [name, shiftMonth(value, months)];
    if (spec?.type === "profile" && typeof value === "object" && "profile" in value && !Array.isArray(value)) {
      const { from } = value.profile;
      // What follows a phase moves with it.
      return typeof from === "string"
        ? [name, { profile: { ...value.profile, from: shiftMonth(from, months) } }]
        : [name, value];
    }
    if (spec?.type === "table" && Array.isArray(value)) {
      const columns = Object.keys(spec.columns).filter((column) => spec.columns[column]?.type === "month");
      return [name, value.map((row: RowValue) => shiftRow(row, columns, months))];
    }
    return [name, value];
  });
  return { ...component, inputs: Object.fromEntries(inputs) };
}

function shiftRow(row: RowValue, columns: readonly string[], months: number): RowValue {
  const moved = columns.flatMap((column) => {
    const value = Object.hasOwn(row, column) ? row[column] : undefined;
    return typeof value === "string" ? [[column, shiftMonth(value, months)] as const] : [];
  });
  return moved.length === 0 ? row : { ...row, ...Object.fromEntries(moved) };
}
