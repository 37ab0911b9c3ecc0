import type { FieldView, JsonObject, Lang, MechanismView } from "../../app/contract.ts";
import { intervalLabel } from "../forms/months.ts";
import { placePhases } from "../forms/phases.ts";
import { profileMonths, readProfile } from "../forms/profile.ts";
import { isDecimal } from "../numbers/decimal.ts";
import { componentLabel } from "../pages/components.ts";
import { objectsOf, textOf, valueAt } from "../session/json.ts";

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
  const numbers = (table.columns ?? []).filter((column) => column.type === "number");
  return rows.flatMap((row) =>
    numbers.flatMap((column) => {
      const value = textOf(row[column.name]);
      if (!isDecimal(value)) return [];
      const id = textOf(row["id"]);
      const path = `components/${textOf(component["id"])}/inputs/${table.name}/${id}/${column.name}`;
      return [{ path, label: `${label} · ${table.label[lang]} ${id} · ${column.label[lang]}`, field: column, value }];
    }),
  );
}

/** Each value of a profile, by its date. */
function byDate(
  document: JsonObject,
  component: JsonObject,
  field: FieldView,
  label: string,
  lang: Lang,
): readonly SolvableInput[] {
  const profile = readProfile(valueAt(component, `inputs/${field.name}`), field.meaning ?? "amount");
  if (profile === null) return [];
  const months = profileMonths(profile, placePhases(document, lang));
  return profile.values.map((value, index) => {
    const month = months[index];
    const date = month == null ? String(index + 1) : intervalLabel(month, profile.every);
    const path = `components/${textOf(component["id"])}/inputs/${field.name}/profile/values/${index}`;
    return { path, label: `${label} · ${field.label[lang]} · ${date}`, field, value };
  });
}

/** Every number of the components, named as a person would name it. */
export function solvableInputs(
  document: JsonObject,
  mechanisms: readonly MechanismView[],
  lang: Lang,
): readonly SolvableInput[] {
  const known = new Map(mechanisms.map((mechanism) => [mechanism.id, mechanism]));
  return objectsOf(document["components"]).flatMap((component) => {
    const mechanism = known.get(textOf(component["mechanism"]));
    if (!mechanism || component["enabled"] === false) return [];
    const label = componentLabel(component, mechanism, lang);
    return mechanism.fields.flatMap((field) => {
      if (field.type === "number") return single(component, field, label, lang);
      if (field.type === "profile") return byDate(document, component, field, label, lang);
      return field.type === "table" ? inTable(component, field, label, lang) : [];
    });
  });
}
