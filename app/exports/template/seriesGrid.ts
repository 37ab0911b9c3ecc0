import type { InputValue, ProfileValue } from "../../../models/document/inputSchema.ts";
import type { InputSpec, ProfileInput } from "../../../models/terms/inputs.ts";
import { placeLabel } from "../../scenarios/labels.ts";
import { knownComponents, nameOf, type TemplateFacts } from "./facts.ts";
import type { Entry, Grid, GridColumn, GridRow } from "./grid.ts";
import type { EntryKind, Option } from "./kinds.ts";
import { besideInput, sourceEntry } from "./single.ts";
import { typedAs } from "./units.ts";
import { EVERY_WORDS, TEMPLATE_HEADS as HEADS, TEMPLATE_SHEETS } from "./words.ts";

const BEFORE: readonly GridColumn[] = [
  { code: "label", head: HEADS.component, width: 20, role: "shown" },
  { code: "component", head: HEADS.componentId, width: 14, role: "key" },
  { code: "name", head: HEADS.input, width: 44, role: "shown" },
  { code: "input", head: HEADS.name, width: 16, role: "key" },
  { code: "unit", head: HEADS.unit, width: 14, role: "shown" },
  { code: "kind", head: HEADS.kind, width: 12, role: "shown" },
  { code: "status", head: HEADS.status, width: 12, role: "status" },
  { code: "source", head: HEADS.source, width: 20, role: "entry" },
  { code: "from", head: HEADS.from, width: 14, role: "entry" },
  { code: "every", head: HEADS.every, width: 10, role: "entry" },
];

/** Steps a sheet offers at least, and beyond the longest series. */
const STEPS_MIN = 24;
const STEPS_SPARE = 12;

const EVERY: EntryKind = {
  type: "choice",
  options: Object.entries(EVERY_WORDS).map(([word, label]): Option => ({ word, label })),
};

export const stepCode = (index: number): string => `v${index + 1}`;

/** Every input that is a series (分期), a row each: where it begins, how long each step is, and a column a step. */
export function seriesGrid(facts: TemplateFacts): Grid | undefined {
  const { document, lang } = facts;
  const all = knownComponents(document).flatMap((known) =>
    Object.entries(known[1].inputs as Readonly<Record<string, InputSpec>>).flatMap(([name, spec]) =>
      spec.type === "profile" ? [{ known, name, spec, value: known[0].inputs[name] }] : [],
    ),
  );
  if (all.length === 0) return undefined;
  const longest = Math.max(...all.map(({ value }) => valuesOf(value).length));
  // A step a period can be written, whatever the steps are that are there.
  const steps = Math.max(STEPS_MIN, longest + STEPS_SPARE, document.timeline.periods);
  return {
    name: TEMPLATE_SHEETS.series[lang],
    title: TEMPLATE_SHEETS.series[lang],
    hint:
      lang === "zh"
        ? "每行一个分期输入:自起始月起,每段一格,依次向右填写,中间不留空;没有发生填 0。单一比率只填第 1 段,起始月与每段留空。起始月也可写阶段,如 build.end+12。"
        : "A row is one series: from its first month on, a cell a step, from the left without gaps; nothing is 0. A constant rate is the first step alone, without month and step. The month may follow a phase, such as build.end+12.",
    columns: [
      ...BEFORE,
      ...Array.from(
        { length: steps },
        (_, i): GridColumn => ({ code: stepCode(i), head: `第${i + 1}段 ${i + 1}`, width: 13, role: "entry" }),
      ),
    ],
    rows: all.map(({ known, name, spec }) => seriesRow(known, name, spec, steps, facts)),
  };
}

function seriesRow(
  known: ReturnType<typeof knownComponents>[number],
  name: string,
  spec: ProfileInput,
  steps: number,
  facts: TemplateFacts,
): GridRow {
  const [component, mechanism] = known;
  const { document, lang, money } = facts;
  const { shown, isRequired } = besideInput(component, name, mechanism.inputs, facts);
  const place = `components/${component.id}/inputs/${name}`;
  const label = placeLabel(document, place);
  const value = component.inputs[name];
  const profile = profileOf(value)?.profile;
  const { places, format } = typedAs(spec, money);
  const given = valuesOf(value);
  const step = (i: number): Entry => ({
    place: `${place}/profile/values/${i}`,
    label,
    kind: { type: "number", places, format },
    value: given[i],
  });
  return {
    keys: [component.id, name],
    shown: { ...shown, label: { text: nameOf(document, known)[lang], style: "wrapped" }, name: shown["input"] ?? {} },
    entries: {
      source: sourceEntry(component, name, label, facts),
      from: {
        place: `${place}/profile/from`,
        label,
        kind: { type: "month", mayFollow: true, reach: "late" },
        value: profile?.from,
      },
      every: { place: `${place}/profile/every`, label, kind: EVERY, value: profile?.every },
      ...Object.fromEntries(Array.from({ length: steps }, (_, i) => [stepCode(i), step(i)])),
    },
    required: isRequired ? [stepCode(0)] : [],
  };
}

export const profileOf = (value: InputValue | undefined): ProfileValue | undefined =>
  typeof value === "object" && "profile" in value ? value : undefined;

/** Values of the steps; of a constant or a formula that alone. */
function valuesOf(value: InputValue | undefined): readonly NonNullable<Entry["value"]>[] {
  const profile = profileOf(value);
  if (profile !== undefined) return profile.profile.values;
  return value === undefined || Array.isArray(value) ? [] : [value];
}
