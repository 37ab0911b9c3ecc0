import type { ModelDocument } from "../document/schema.ts";
import type { ColumnSpec, Forms, InputSpec } from "../terms/inputs.ts";

/** The document path of an input line of the graph; undefined for a line that is no input of a component. */
export function inputPathOf(document: ModelDocument, line: string, registry: Forms): string | undefined {
  const [id, name, ...rest] = line.split(".");
  const component = document.components.find((candidate) => candidate.id === id);
  if (component !== undefined && name === "enabled") return `components/${id}/enabled`;
  if (
    component === undefined ||
    name === undefined ||
    !Object.hasOwn(registry.get(component.mechanism)?.inputs ?? {}, name)
  )
    return undefined;
  return ["components", id, "inputs", name, ...rest].join("/");
}

/** What the mechanism declares for the input at a path. */
export function inputSpecOf(
  document: ModelDocument,
  path: string,
  registry: Forms,
): InputSpec | ColumnSpec | undefined {
  const [kind, id, part, name, _row, column] = path.split("/");
  if (kind !== "components" || part !== "inputs" || name === undefined) return undefined;
  const component = document.components.find((candidate) => candidate.id === id);
  const inputs = registry.get(component?.mechanism ?? "")?.inputs;
  const spec = inputs !== undefined && Object.hasOwn(inputs, name) ? inputs[name] : undefined;
  if (spec?.type !== "table" || column === undefined) return spec;
  return Object.hasOwn(spec.columns, column) ? spec.columns[column] : undefined;
}
