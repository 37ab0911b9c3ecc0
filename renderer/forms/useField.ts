import { useId } from "react";
import type { Json, JsonObject, ProblemView, TextView } from "../../app/contract.ts";
import { editOf } from "../cells/edits.ts";
import { inBoth } from "../language/i18n.ts";
import { madeOwn } from "../session/assumed.ts";
import { edit } from "../session/edit.ts";
import { useInherited, usePatched, useValue } from "../session/effective.ts";
import { useFixed } from "../session/frozen.ts";
import { textOf, valueAt, withValue } from "../session/json.ts";
import { useFieldProblems } from "../session/problems.ts";

/** Where a group of fields lives in the document, and how its edits are named in the undo menu. */
export interface FieldPlace {
  readonly path: string;
  readonly label: TextView;
}

export interface FieldState {
  readonly id: string;
  readonly value: Json | undefined;
  readonly problems: readonly ProblemView[];
  /** The chosen scenario changes this value; `inherited` is what it would be otherwise. */
  readonly patched: boolean;
  readonly inherited: Json | undefined;
  readonly disabled: boolean;
  /** Undefined takes the value out. */
  set(value: Json | undefined): void;
  /** Takes the scenario's change back. */
  restore(): void;
}

/** Places that hold JSON numbers; every other number of a document is a decimal string. */
const wholeNumbers = new RegExp(
  `^(${[
    "timeline/(periods|phases/[^/]+/(months|lagMonths))",
    "portfolio/(transfers/[^/]+/order|targets/[^/]+/atLeast)",
    "tender/notice/(termYears|extensionYearsMost|candidatesLeast|candidatesMost)",
    "tender/evaluation/rows/[^/]+/rank",
    "bids/[^/]+/(termYears|extensionYears|(capital|own/investments)/[^/]+/year)",
  ].join("|")})$`,
);

function asStored(path: string, value: Json | undefined): Json | undefined {
  return wholeNumbers.test(path) && typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
}

/** Rows with their cells as the document holds them: places of JSON numbers get numbers. */
export const storedRows = (
  path: string,
  rows: readonly JsonObject[],
  columns: readonly { readonly name: string }[],
): readonly JsonObject[] =>
  rows.map((row) =>
    columns.reduce((own, { name }) => {
      const [value, id] = [valueAt(own, name), textOf(own["id"])];
      const stored = asStored(`${path}/${id}/${name}`, value);
      return stored === value ? own : withValue(own, name, stored);
    }, row),
  );

/** One value of the document as a form field: what it is, what is wrong with it, and how it is changed. */
export function useField(place: FieldPlace): FieldState {
  const id = useId();
  const { path, label } = place;
  const value = useValue(path);
  const problems = useFieldProblems(path);
  const inherited = useInherited(path);
  const inside = usePatched().filter((key) => key === path || key.startsWith(`${path}/`));
  const disabled = useFixed(path);
  const options = { group: path };
  return {
    id,
    value,
    problems,
    patched: inside.length > 0,
    inherited,
    disabled,
    set: (next) =>
      edit([editOf(path, asStored(path, next)), ...madeOwn(path, next)], { ...options, label: named(label) }),
    restore: () =>
      edit(
        inside.map((key) => ({ path: key })),
        { ...options, label: inBoth("edit.restore"), group: `${path} restore` },
      ),
  };
}

/** The label of an edit that changes something of that name. */
export function named(label: TextView): TextView {
  return { zh: inBoth("edit.change", { what: label.zh }).zh, en: inBoth("edit.change", { what: label.en }).en };
}
