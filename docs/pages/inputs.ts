import type { ColumnSpec, InputSpec } from "../../models/terms/inputs.ts";
import { MONTH_MEANINGS } from "../../models/terms/months.ts";
import { PARTY_ROLES, type PartyRole } from "../../models/terms/parties.ts";
import { both, code, tableOf } from "./markdown.ts";
import { PROFILES, TYPES, unitWords } from "./words.ts";

type Spec = InputSpec | ColumnSpec;
type Specs = Readonly<Record<string, Spec>>;

const HEAD = ["名称 Name", "含义 Meaning", "类型、单位 Type, unit", "必填 Required", "范围 Range", "说明 Notes"];

/** Inputs of a mechanism, or columns of one of its tables. */
export function inputsTable(specs: Specs): readonly string[] {
  return tableOf(
    HEAD,
    Object.entries(specs).map(([name, spec]) => [
      code(name),
      both(spec.label),
      [TYPES[spec.type] ?? spec.type, "unit" in spec ? unitWords(spec.unit) : ""]
        .filter((word) => word !== "")
        .join("\n"),
      required(spec),
      range(spec),
      notes(spec).join("\n"),
    ]),
  );
}

function required(spec: Spec): string {
  if (spec.type === "number" && spec.policy !== undefined) return `政策参数 pack\n${code(spec.policy)}`;
  if (spec.optional === true) return "";
  if (spec.unless !== undefined) return `除非填写 unless\n${spec.unless.map(code).join("\n")}`;
  return "是 yes";
}

/** Bounds a value must keep; none where any number goes. */
function range(spec: Spec): string {
  if (spec.type !== "number" && spec.type !== "profile") return "";
  const { from, to } = spec;
  const bounds =
    from === undefined ? (to === undefined ? "" : `≤ ${to}`) : to === undefined ? `≥ ${from}` : `${from} – ${to}`;
  const whole = spec.type === "number" && spec.integer === true ? "整数 whole" : "";
  return [bounds, whole].filter((part) => part !== "").join("\n");
}

function notes(spec: Spec): readonly string[] {
  const hint = spec.hint === undefined ? [] : [both(spec.hint)];
  switch (spec.type) {
    case "month":
      return [both(MONTH_MEANINGS[spec.meaning]), ...hint];
    case "profile":
      return [PROFILES[spec.meaning] ?? "", ...hint];
    case "choice":
      return [...Object.entries(spec.options).map(([word, { zh, en }]) => `${code(word)} ${zh} ${en}`), ...hint];
    case "party":
      return [spec.roles.map((role) => PARTY_ROLES[role as PartyRole].zh).join("、"), ...hint];
    case "table":
      return [Object.keys(spec.columns).map(code).join(" "), ...hint];
    default:
      return hint;
  }
}
