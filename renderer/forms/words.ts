import type { FieldView, JsonObject, TextView } from "../../app/contract.ts";
import { inBoth } from "../language/i18n.ts";
import { labelOf, objectsOf, textOf } from "../session/json.ts";
import type { PasteContext } from "./table.ts";

type Word = ReturnType<PasteContext["words"]>[number];

function items(document: JsonObject, list: string): readonly Word[] {
  return objectsOf(document[list]).map((item) => ({
    word: textOf(item["id"]),
    labels: [labelOf(item["label"], "zh"), labelOf(item["label"], "en")],
  }));
}

/** What people write for yes, in both languages. */
export function yesWords(): readonly string[] {
  const { zh, en } = inBoth("field.yesWords");
  return `${zh} ${en}`.split(" ");
}

/** What people write for no. */
export function noWords(): readonly string[] {
  const { zh, en } = inBoth("field.noWords");
  return `${zh} ${en}`.split(" ");
}

/** The words a pasted cell of a choice column may hold, by id or by label in either language. */
export function choiceWords(
  document: JsonObject,
  statuses: readonly { readonly word: string; readonly label: TextView }[],
): PasteContext["words"] {
  const both = (option: { readonly word: string; readonly label: TextView }): Word => ({
    word: option.word,
    labels: [option.label.zh, option.label.en],
  });
  return (column: FieldView) => {
    if (column.type === "party") return items(document, "parties");
    if (column.type === "plot") return items(document, "plots");
    if (column.type === "record") return items(document, "records");
    if (column.type === "status") return statuses.map(both);
    return (column.options ?? []).map(both);
  };
}
