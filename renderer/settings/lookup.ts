import type { FieldView, Json, JsonObject, MechanismView } from "../../app/contract.ts";
import type { Translate } from "../language/i18n.ts";
import { isDecimal } from "../numbers/decimal.ts";
import { formatExact } from "../numbers/format.ts";
import { displayOfField, type MoneyScale } from "../numbers/units.ts";
import { isObject, textOf, valueAt } from "../session/json.ts";
import { conventionSettings, partyColumns, phaseColumns, projectSettings, timelineSettings } from "./fields.ts";

function inMechanism(
  document: JsonObject,
  mechanisms: readonly MechanismView[],
  path: readonly string[],
): FieldView | undefined {
  const word = textOf(valueAt(document, `components/${path[1]}/mechanism`));
  const fields = mechanisms.find((mechanism) => mechanism.id === word)?.fields;
  const field = fields?.find((candidate) => candidate.name === path[3]);
  return path.length < 6 ? field : field?.columns?.find((column) => column.name === path[5]);
}

function inSettings(path: readonly string[]): FieldView | undefined {
  const name = path.at(-1);
  const named = (fields: readonly FieldView[]) => fields.find((field) => field.name === name);
  if (path[0] === "conventions") return named(conventionSettings());
  if (path[0] === "project") return named(projectSettings());
  if (path[0] === "parties") return named(partyColumns([]));
  return path[0] === "timeline" ? named([...timelineSettings(), ...phaseColumns([])]) : undefined;
}

/** The declaration of the field at a document path, where there is one. */
export function fieldAt(
  document: JsonObject,
  mechanisms: readonly MechanismView[],
  path: string,
): FieldView | undefined {
  const steps = path.split("/");
  return steps[0] === "components" ? inMechanism(document, mechanisms, steps) : inSettings(steps);
}

/** A value of a field in a few words: with its unit, an option by its name, anything larger in short. */
export function valueWords(
  value: Json | undefined,
  field: FieldView | undefined,
  money: MoneyScale,
  t: Translate,
  lang: "zh" | "en",
): string {
  if (value === undefined || value === null || value === "") return t("field.empty");
  if (typeof value === "boolean") return t(value ? "field.yes" : "field.no");
  const text = textOf(value);
  const numeric = field?.type === "number" || field?.type === "profile";
  if (field && numeric && isDecimal(text)) {
    const display = displayOfField(field, money, t);
    return `${formatExact(text, display.places)}${display.unit === "" ? "" : ` ${display.unit}`}`;
  }
  const option = field?.options?.find((candidate) => candidate.word === text);
  if (option) return option.label[lang];
  if (isObject(value) && typeof value["notNeeded"] === "string") return `${t("records.ground")}: ${value["notNeeded"]}`;
  if (isObject(value) && typeof value["formula"] === "string") return `= ${value["formula"]}`;
  return text === "" ? JSON.stringify(value).slice(0, 60) : text;
}
