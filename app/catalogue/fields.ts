import { LAST_MONTH } from "../../models/document/follow.ts";
import { type ModelDocument, STATUSES } from "../../models/document/schema.ts";
import { STATUS_WORDS } from "../../models/document/statusWords.ts";
import { readMonth } from "../../models/language/calendar.ts";
import { parameterCitation } from "../../models/policy/cite.ts";
import { type LoadedPacks, loadPacks } from "../../models/policy/load.ts";
import { parameterAt } from "../../models/policy/series.ts";
import { type ColumnSpec, type InputSpec, mayBeLeftOut } from "../../models/terms/inputs.ts";
import { MONTH_MEANINGS } from "../../models/terms/months.ts";
import { isOfWhole } from "../../models/terms/wholes.ts";
import type { Text } from "../../models/wording/text.ts";
import type { FieldView } from "../contract.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Turns input declarations into fields of a form. */
export class FieldReader {
  readonly packs: LoadedPacks;
  readonly #start: number | undefined;

  constructor({ packs, timeline }: Pick<ModelDocument, "packs"> & Partial<Pick<ModelDocument, "timeline">>) {
    this.packs = loadPacks({ packs });
    this.#start = timeline === undefined ? undefined : readMonth(timeline.start);
  }

  /** `beside`: the inputs, or the columns, it stands among. */
  field(name: string, spec: InputSpec | ColumnSpec, beside: Specs): FieldView {
    const { type, label } = spec;
    const hint = joined([...instead(spec, beside), ...hintsOf(spec)]);
    const policy = spec.type === "number" ? this.#policy(spec.policy) : undefined;
    const view: Writable<FieldView> = { name, type, label, optional: mayBeLeftOut(spec) || policy !== undefined };
    if (hint !== undefined) view.hint = hint;
    if (policy !== undefined) view.policy = policy;
    if (spec.type === "number" || spec.type === "profile") addNumbers(view, spec);
    if (spec.type === "month" && LAST_MONTH.has(spec.meaning)) view.lastMonth = true;
    if (spec.type === "choice")
      view.options = Object.entries(spec.options).map(([word, words]) => ({ word, label: words }));
    if (spec.type === "status") view.options = STATUSES.map((word) => ({ word, label: STATUS_WORDS[word] }));
    if (spec.type === "party") view.partyRoles = spec.roles;
    if (spec.type === "table")
      view.columns = Object.entries(spec.columns).map(([column, cell]) => this.field(column, cell, spec.columns));
    return view;
  }

  /** What stands in for an empty field, as it is in force when the project starts. */
  #policy(param: string | undefined): FieldView["policy"] {
    if (param === undefined) return undefined;
    const base = this.packs.base(param);
    const [parameter, pack] = [this.packs.parameter(param) ?? base?.parameter, this.packs.packOf(param) ?? base?.pack];
    if (parameter === undefined || pack === undefined) return undefined;
    const dated = this.#start === undefined ? undefined : parameterAt(parameter, this.#start);
    const value = typeof dated === "string" ? dated : (parameter.values.at(-1)?.value ?? "");
    return {
      param,
      value,
      reference: parameterCitation(pack, parameter).text.zh.trim(),
      status: parameter.status,
      draft: pack.status === "draft",
    };
  }
}

type Specs = Readonly<Record<string, InputSpec | ColumnSpec>>;

/** What a month decides stands before what else there is to say about it. */
function hintsOf(spec: InputSpec | ColumnSpec): readonly Text[] {
  const own = spec.hint === undefined ? [] : [spec.hint];
  return spec.type === "month" ? [MONTH_MEANINGS[spec.meaning], ...own] : own;
}

/** Which inputs may be given in its stead. */
function instead(spec: InputSpec | ColumnSpec, beside: Specs): readonly Text[] {
  const labels = (spec.unless ?? []).flatMap((name) => beside[name]?.label ?? []);
  if (labels.length === 0) return [];
  const [zh, en] = [
    labels.map((label) => `“${label.zh}”`).join("或"),
    labels.map((label) => `“${label.en}”`).join(" or "),
  ];
  return [{ zh: `不填时须填${zh}`, en: `either this or ${en}` }];
}

function joined(hints: readonly Text[]): Text | undefined {
  if (hints.length === 0) return undefined;
  return { zh: hints.map(({ zh }) => zh).join(";"), en: hints.map(({ en }) => en).join("; ") };
}

function addNumbers(view: Writable<FieldView>, spec: Extract<InputSpec, { type: "number" | "profile" }>): void {
  view.unit = spec.unit;
  if (spec.from !== undefined) view.from = spec.from;
  if (spec.to !== undefined) view.to = spec.to;
  if (spec.usual !== undefined) view.usual = spec.usual;
  if (spec.type === "profile") view.meaning = spec.meaning;
  if (spec.type === "number" && spec.integer) view.integer = true;
  if (spec.type === "number" && spec.perUnit) view.perUnit = true;
  if (isOfWhole(spec)) view.ofWhole = true;
}
