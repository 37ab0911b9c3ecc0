import type { ModelDocument } from "../../../models/document/schema.ts";
import { STATUSES } from "../../../models/document/schema.ts";
import { textOf } from "../../../models/document/schemaParts.ts";
import { STATUS_WORDS } from "../../../models/document/statusWords.ts";
import type { ColumnSpec, InputSpec } from "../../../models/terms/inputs.ts";
import type { Text } from "../../../models/wording/text.ts";
import type { MoneyUnit } from "../tables/money.ts";
import type { EntryKind, Option } from "./kinds.ts";
import { typedAs } from "./units.ts";
import { YES_NO } from "./words.ts";

export type SingleSpec = Exclude<InputSpec, { readonly type: "table" | "profile" }> | ColumnSpec;

/** How an input or a cell of a table is written and read; what can be chosen comes from the document. */
export function kindOf(spec: SingleSpec, document: ModelDocument, money: MoneyUnit): EntryKind {
  switch (spec.type) {
    case "number": {
      const { places, format } = typedAs(spec, money);
      return { type: "number", places, format };
    }
    case "month":
      return { type: "month", mayFollow: true, reach: spec.late === undefined ? "horizon" : "late" };
    case "flag":
      return FLAG;
    case "choice":
      return { type: "choice", options: Object.entries(spec.options).map(([word, label]) => ({ word, label })) };
    case "status":
      return { type: "choice", options: STATUSES.map((word) => ({ word, label: STATUS_WORDS[word] })) };
    case "party":
      return { type: "choice", options: named(document.parties.filter(({ role }) => spec.roles.includes(role))) };
    case "plot":
      return { type: "choice", options: named(document.plots) };
    case "record": {
      const fits = ({ kind = "" }: ModelDocument["records"][number]) => spec.kinds?.includes(kind) ?? true;
      return { type: "choice", options: named(document.records.filter(fits)), mayBeUnneeded: true };
    }
    case "word":
      return { type: "text" };
  }
}

export const FLAG: EntryKind = {
  type: "choice",
  options: [
    { word: true, label: YES_NO.yes },
    { word: false, label: YES_NO.no },
  ],
};

const named = (items: readonly { readonly id: string; readonly label: string | Text }[]): readonly Option[] =>
  items.map(({ id, label }) => ({ word: id, label: textOf(label) }));
