import type { ComponentSpec } from "../../../models/document/schema.ts";
import { decimalOfNumber } from "../../../models/language/decimal.ts";
import { asRequired, type ColumnSpec, type InputSpec } from "../../../models/terms/inputs.ts";
import { printedText } from "../tables/sheet.ts";
import type { BookCell } from "../workbook/book.ts";
import { bilingual, type TemplateFacts } from "./facts.ts";
import type { Entry } from "./grid.ts";
import { type EntryValue, MARKS, typedText } from "./kinds.ts";
import { typedAs, unitOf } from "./units.ts";
import { KIND_WORDS, STATUS } from "./words.ts";

type Specs = Readonly<Record<string, InputSpec>>;

const note = (text: string): BookCell => ({ text, style: "note" });

/** What stands beside the entries of an input: its name, unit, kind, range, whether it may be left out, what is to be known about it. */
export function besideInput(
  component: ComponentSpec,
  name: string,
  specs: Specs,
  { fields, money, lang }: TemplateFacts,
): { readonly shown: Readonly<Record<string, BookCell>>; readonly isRequired: boolean } {
  const spec = specs[name] as InputSpec;
  const field = fields.field(name, spec, specs);
  const required = asRequired(spec, (other) => component.inputs[other]);
  const isRequired = required.optional !== true && field.policy === undefined && spec.type !== "record";
  const kind = KIND_WORDS[spec.type === "profile" ? spec.meaning : spec.type]?.[lang] ?? spec.type;
  const policy = field.policy;
  const instead =
    policy === undefined
      ? []
      : [
          lang === "zh"
            ? `空着按政策参数:${asTyped(policy.value, spec, money)}`
            : `left empty the rule pack's: ${asTyped(policy.value, spec, money)}`,
        ];
  const hint = field.hint === undefined ? [] : [field.hint[lang]];
  const left = spec.type === "record" ? STATUS.record : STATUS.optional;
  return {
    isRequired,
    shown: {
      input: { text: bilingual(spec.label), style: "wrapped" },
      unit: note(unitOf(spec, money)),
      kind: note(kind),
      range: note(rangeOf(spec, money)),
      ...(isRequired ? {} : { status: note(left[lang]) }),
      note: { text: printedText([...instead, ...hint].join(";"), lang), style: "wrapped" },
    },
  };
}

/** A number of a rule pack as it would be typed here. */
function asTyped(value: string, spec: InputSpec, money: TemplateFacts["money"]): string {
  const isNumber = spec.type === "number" || spec.type === "profile";
  return (isNumber ? typedText(value, typedAs(spec, money)) : undefined) ?? value;
}

/** Bounds of a number as it is typed; nothing where none are declared. */
export function rangeOf(spec: InputSpec | ColumnSpec, money: TemplateFacts["money"]): string {
  if (spec.type !== "number" && spec.type !== "profile") return "";
  const typed = typedAs(spec, money);
  const shown = (bound: number | undefined) =>
    bound === undefined ? undefined : typedText(decimalOfNumber(bound), typed);
  const [from, to] = [shown(spec.from), shown(spec.to)];
  const whole = spec.type === "number" && spec.integer === true ? ["整数 whole"] : [];
  const bounds =
    from !== undefined && to !== undefined
      ? [`${from} – ${to}`]
      : [...(from === undefined ? [] : [`≥ ${from}`]), ...(to === undefined ? [] : [`≤ ${to}`])];
  return [...bounds, ...whole].join(" ");
}

/** The paper behind an input, or the source of one that is assumed. */
export function sourceEntry(
  component: ComponentSpec,
  name: string,
  label: Entry["label"],
  facts: TemplateFacts,
): Entry {
  return {
    place: `components/${component.id}/evidence/${name}`,
    label: { zh: `${label.zh} · 来源`, en: `${label.en} · source` },
    kind: { type: "source" },
    value: sourceOf(component, name, facts.lang),
  };
}

function sourceOf({ evidence }: ComponentSpec, name: string, lang: TemplateFacts["lang"]): EntryValue {
  const found = evidence !== undefined && Object.hasOwn(evidence, name) ? evidence[name] : undefined;
  if (found === undefined) return undefined;
  const text = "assumed" in found ? `${MARKS.assumed[lang]}${found.assumed}` : found.document;
  return text === "" ? undefined : text;
}
