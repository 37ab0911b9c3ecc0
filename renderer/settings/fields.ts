import type { FieldView } from "../../app/contract.ts";
import { inBoth, type WordKey } from "../language/i18n.ts";

type Extra = Omit<Partial<FieldView>, "name" | "type" | "label">;
type Place = "project" | "timeline" | "convention" | "party" | "plot" | "record" | "phase" | "custom";

function field(place: Place, name: string, type: FieldView["type"], extra: Extra = {}): FieldView {
  // Every setting has a label under its own name; a missing one is caught by the test of the settings.
  const key = `setting.${place}.${name}` as WordKey;
  return { name, type, label: inBoth(key), optional: true, ...extra };
}

/** Plain text: a word field without words to choose from. */
function text(place: Place, name: string, extra: Extra = {}): FieldView {
  return field(place, name, "word", { options: [], ...extra });
}

function options(place: Place, name: string, words: readonly string[]): Extra {
  return {
    options: words.map((word) => ({
      word,
      label: inBoth(`setting.${place}.${name}Words.${word.replace(/\W/g, "_")}` as WordKey),
    })),
  };
}

/** What the project is. */
export function projectSettings(): readonly FieldView[] {
  const required = { optional: false };
  return [
    text("project", "name", required),
    text("project", "city"),
    field("project", "type", "choice", { ...required, ...options("project", "type", ["renovation", "new_build"]) }),
    field("project", "mode", "choice", options("project", "mode", ["rebuild", "infill", "rehabilitation"])),
    field(
      "project",
      "implementer",
      "choice",
      options("project", "implementer", ["government", "enterprise", "owners"]),
    ),
    field("project", "households", "number", { unit: "household", from: 0 }),
    field("project", "priceBaseMonth", "month"),
    text("project", "author"),
    text("project", "documentNumber"),
    text("project", "summary"),
  ];
}

/** When the model begins, how fine it is and how long it runs. */
export function timelineSettings(): readonly FieldView[] {
  const required = { optional: false };
  return [
    field("timeline", "start", "month", required),
    field("timeline", "step", "choice", {
      ...required,
      ...options("timeline", "step", ["month", "quarter", "half-year", "year"]),
    }),
    field("timeline", "periods", "number", { ...required, unit: "period", integer: true, from: 1, to: 720 }),
  ];
}

/** Columns of the list of phases; `phases` are those a phase may follow. */
export function phaseColumns(phases: NonNullable<FieldView["options"]>): readonly FieldView[] {
  return [
    text("phase", "label", { optional: false }),
    field("phase", "start", "month"),
    field("phase", "after", "choice", { options: phases }),
    field("phase", "lagMonths", "number", { unit: "mo", integer: true, from: 0 }),
    field("phase", "months", "number", { unit: "mo", integer: true, from: 0, optional: false }),
  ];
}

/** Where practice differs and the answer depends on it. */
export function conventionSettings(): readonly FieldView[] {
  const choice = (name: string, words: readonly string[]) =>
    field("convention", name, "choice", options("convention", name, words));
  const number = (name: string, extra: Extra) => field("convention", name, "number", extra);
  return [
    choice("priceBasis", ["constant", "current"]),
    number("inflation", { unit: "1/a" }),
    choice("vatBasis", ["separate", "excluded"]),
    choice("yearBasis", ["calendar", "project"]),
    choice("indicatorBasis", ["year", "period"]),
    choice("discountFrom", ["t=1", "t=0"]),
    number("icProject", { unit: "1/a" }),
    number("icEquity", { unit: "1/a" }),
    text("convention", "icReason"),
    number("minimumCash", { unit: "CNY" }),
    number("dscrTarget", { unit: "1" }),
    choice("dscrBasis", ["cash", "mp3"]),
    number("coverageTarget", { unit: "1" }),
    text("convention", "coverageDefinition"),
    number("publicBudget", { unit: "CNY", from: 0 }),
    number("recoveredAssetValue", { unit: "CNY" }),
    number("terminalCapRate", { unit: "1", from: 0, to: 1 }),
    number("terminalMultiple", { unit: "1", from: 0 }),
    number("normalYear", { unit: "1" }),
    number("bepComfort", { unit: "1", from: 0, to: 1 }),
    choice("drawTiming", ["start", "mid", "end"]),
    choice("commonCostKey", ["construction", "with_land"]),
  ];
}

/** Columns of the list of parties; `roles` come from the catalogue. */
export function partyColumns(roles: NonNullable<FieldView["options"]>): readonly FieldView[] {
  return [
    text("party", "label", { optional: false }),
    field("party", "role", "choice", { optional: false, options: roles }),
    field("party", "inProject", "flag", { whenEmpty: inBoth("field.byRole") }),
    field("party", "openingCash", "number", { unit: "CNY" }),
    field(
      "party",
      "openingCashFrom",
      "choice",
      options("party", "openingCashFrom", [
        "capital",
        "profit",
        "owners_fund",
        "loan",
        "budget",
        "residents",
        "buyers",
        "transfer",
      ]),
    ),
    text("party", "openingCashSource"),
    field("party", "openingCashProven", "number", { unit: "CNY" }),
  ];
}

export function plotColumns(): readonly FieldView[] {
  return [text("plot", "label", { optional: false })];
}

/** What every record says of itself, beside its kind. */
export function recordFields(): readonly FieldView[] {
  return [
    text("record", "label", { optional: false }),
    text("record", "date", { optional: false }),
    text("record", "document"),
    text("record", "note"),
  ];
}

/** Everything a custom line says of itself, but its formula. */
export function customLineFields(): readonly FieldView[] {
  return [
    text("custom", "label", { optional: false }),
    field("custom", "kind", "choice", {
      optional: false,
      ...options("custom", "kind", ["flow", "stock", "rate", "scalar", "flag"]),
    }),
    text("custom", "unit", { optional: false }),
    text("custom", "role"),
    field("custom", "payer", "party"),
    field("custom", "payee", "party"),
    text("custom", "note", { long: true }),
  ];
}
