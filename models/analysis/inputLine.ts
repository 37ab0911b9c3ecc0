import type { InputLine } from "../compile/context.ts";
import type { InputDecl, LineKind, Tag } from "../language/line.ts";
import type { Problem } from "../wording/problem.ts";
import type { Text } from "../wording/text.ts";

interface Meta {
  readonly unit?: string;
  readonly kind?: LineKind;
  readonly role?: string;
  readonly tags?: Readonly<Record<string, Tag>>;
  readonly missing?: Problem | undefined;
}

/** An input line of a graph that an analysis writes for itself: a decimal literal, or one for each period. */
export function input(id: string, label: Text, path: string, value: InputLine["value"], meta: Meta = {}): InputLine {
  const { unit = "CNY", kind = Array.isArray(value) ? "flow" : "scalar", tags = {}, role, missing } = meta;
  const decl: InputDecl = {
    source: "input",
    id,
    label,
    unit,
    kind,
    axis: kind === "scalar" ? "scalar" : "period",
    tags,
    clauses: [],
    path,
    ...(role === undefined ? {} : { role }),
  };
  return missing === undefined ? { decl, value } : { decl, value: undefined, missing };
}
