import type { FieldView, Json, JsonObject, Lang, MechanismView } from "../../app/contract.ts";
import { intervalLabel } from "../forms/months.ts";
import { placePhases } from "../forms/phases.ts";
import { profileMonths, readProfile } from "../forms/profile.ts";
import { inBoth } from "../language/i18n.ts";
import { isDecimal } from "../numbers/decimal.ts";
import { componentLabel } from "../pages/components.ts";
import { isObject, objectsOf, textOf, valueAt } from "../session/json.ts";
import { solvableSettings } from "./settings.ts";

/** A number of the model that can be solved for. */
export interface SolvableInput {
  readonly path: string;
  readonly label: string;
  readonly field: FieldView;
  readonly value: string;
}

function single(component: JsonObject, field: FieldView, label: string, lang: Lang): readonly SolvableInput[] {
  const path = `components/${textOf(component["id"])}/inputs/${field.name}`;
  const value = textOf(valueAt(component, `inputs/${field.name}`));
  // An input left to the rule pack can be varied too: the answer says what it would have to be.
  return [
    {
      path,
      label: `${label} · ${field.label[lang]}`,
      field,
      value: isDecimal(value) ? value : (field.policy?.value ?? ""),
    },
  ];
}

function inTable(component: JsonObject, table: FieldView, label: string, lang: Lang): readonly SolvableInput[] {
  const rows = objectsOf(valueAt(component, `inputs/${table.name}`));
  const numbers = (table.columns ?? []).filter((column) => column.type === "number" && column.ofWhole !== true);
  return rows.flatMap((row) =>
    numbers.flatMap((column) => {
      // A cell left empty can be sought too; one with a formula is computed.
      if (isObject(row[column.name])) return [];
      const value = textOf(row[column.name]);
      const id = textOf(row["id"]);
      const path = `components/${textOf(component["id"])}/inputs/${table.name}/${id}/${column.name}`;
      return [{ path, label: `${label} · ${table.label[lang]} ${id} · ${column.label[lang]}`, field: column, value }];
    }),
  );
}

/** Each value of a profile, by its date, and all of them by one factor; a rate that is one number throughout is that number. */
function byDate(
  document: JsonObject,
  component: JsonObject,
  field: FieldView,
  label: string,
  lang: Lang,
): readonly SolvableInput[] {
  const entered = valueAt(component, `inputs/${field.name}`);
  if (field.ofWhole === true) return [];
  if (isDecimal(textOf(entered))) return single(component, field, label, lang);
  const profile = readProfile(entered, field.meaning ?? "amount");
  if (profile === null) return [];
  const input = `components/${textOf(component["id"])}/inputs/${field.name}`;
  const months = profileMonths(profile, placePhases(document, lang));
  const dated = profile.values.map((value, index) => {
    const month = months[index];
    const date = month == null ? String(index + 1) : intervalLabel(month, profile.every);
    const path = `${input}/profile/values/${index}`;
    return { path, label: `${label} · ${field.label[lang]} · ${date}`, field, value };
  });
  // Shares of a whole cannot be multiplied.
  if (field.meaning === "share" || dated.length === 0) return dated;
  const factor: FieldView = {
    name: "factor",
    type: "number",
    label: inBoth("solve.factor"),
    unit: "1",
    optional: false,
  };
  const all = `${label} · ${field.label[lang]} · ${factor.label[lang]}`;
  return [...dated, { path: `${input}/profile/*`, label: all, field: factor, value: "1" }];
}

/** Which path is sought from the field of an input; undefined where there is nothing one could seek. */
export function soughtAt(
  { type, meaning, ofWhole }: FieldView,
  path: string,
  value: Json | undefined,
): string | undefined {
  if (ofWhole === true) return undefined;
  if (type === "number" || (type === "profile" && isDecimal(textOf(value)))) return path;
  if (type !== "profile" || meaning === "share" || readProfile(value, "amount") === null) return undefined;
  return `${path}/profile/*`;
}

/** Every number of the model that can be sought, named as a person would name it. */
export function solvableInputs(
  document: JsonObject,
  mechanisms: readonly MechanismView[],
  lang: Lang,
): readonly SolvableInput[] {
  const known = new Map(mechanisms.map((mechanism) => [mechanism.id, mechanism]));
  const inComponents = objectsOf(document["components"]).flatMap((component) => {
    const mechanism = known.get(textOf(component["mechanism"]));
    if (!mechanism || component["enabled"] === false) return [];
    const label = componentLabel(component, mechanism, lang);
    return mechanism.fields.flatMap((field) => {
      if (field.type === "number") return single(component, field, label, lang);
      if (field.type === "profile") return byDate(document, component, field, label, lang);
      return field.type === "table" ? inTable(component, field, label, lang) : [];
    });
  });
  return [...inComponents, ...solvableSettings(document, lang)];
}
