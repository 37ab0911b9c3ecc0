import { textOf } from "../../../models/document/schemaParts.ts";
import type { Text } from "../../../models/wording/text.ts";
import { placeLabel } from "../../scenarios/labels.ts";
import { bilingual, type TemplateFacts } from "./facts.ts";
import type { Entry, Grid, GridColumn, GridHeading, GridRow } from "./grid.ts";
import { FLAG } from "./kindOf.ts";
import type { EntryKind, EntryValue } from "./kinds.ts";
import { typedAs, unitText } from "./units.ts";
import { EVERY_WORDS, TEMPLATE_HEADS as HEADS, KIND_WORDS, STATUS, TEMPLATE_SHEETS } from "./words.ts";

const COLUMNS: readonly GridColumn[] = [
  { code: "label", head: HEADS.input, width: 60, role: "shown" },
  { code: "path", head: HEADS.path, width: 34, role: "key" },
  { code: "unit", head: HEADS.unit, width: 16, role: "shown" },
  { code: "kind", head: HEADS.kind, width: 10, role: "shown" },
  { code: "value", head: HEADS.value, width: 40, role: "entry" },
  { code: "status", head: HEADS.status, width: 12, role: "status" },
];

const text = (zh: string, en: string): Text => ({ zh, en });
const TEXT: EntryKind = { type: "text" };
const MONTH: EntryKind = { type: "month", mayFollow: false, reach: "any" };
const WHOLE: EntryKind = { type: "number", places: 0, format: "0", asJson: true };
const choice = (words: Readonly<Record<string, Text>>): EntryKind => ({
  type: "choice",
  options: Object.entries(words).map(([word, label]) => ({ word, label })),
});

const FACTS: Readonly<Record<string, readonly [label: Text, kind: EntryKind]>> = {
  name: [text("项目名称", "name of the project"), TEXT],
  city: [text("城市", "city"), TEXT],
  type: [
    text("项目类型", "kind of project"),
    choice({ renovation: text("改造更新", "renovation"), new_build: text("规划新建", "new build") }),
  ],
  mode: [
    text("更新方式", "renewal mode"),
    choice({
      rebuild: text("拆除重建", "rebuild"),
      infill: text("插花式改建", "infill"),
      rehabilitation: text("综合整治", "rehabilitation"),
    }),
  ],
  implementer: [
    text("实施方式", "carried out by"),
    choice({
      government: text("政府实施", "government"),
      enterprise: text("企业实施", "enterprise"),
      owners: text("业主自主更新", "owners"),
    }),
  ],
  households: [text("户数", "households"), { type: "number", places: 0, format: "#,##0" }],
  priceBaseMonth: [text("价格基准月", "month of the price base"), MONTH],
  author: [text("编制人", "author"), TEXT],
  documentNumber: [text("文号", "document number"), TEXT],
  summary: [text("项目简介", "summary"), TEXT],
};

/** What the project cannot be without. */
const REQUIRED: ReadonlySet<string> = new Set([
  "project/name",
  "project/type",
  "timeline/start",
  "timeline/step",
  "timeline/periods",
]);

/** Conventions that are numbers, with their units. */
export const CONVENTIONS = {
  inflation: "1/a",
  icProject: "1/a",
  icEquity: "1/a",
  minimumCash: "CNY",
  dscrTarget: "1",
  coverageTarget: "1",
  publicBudget: "CNY",
  recoveredAssetValue: "CNY",
  terminalMultiple: "1",
  normalYear: "1",
} as const;

/** Facts of the project, its calendar and phases, conventions that are numbers, and what parties hold at the beginning. */
export function projectGrid(facts: TemplateFacts): Grid {
  const { document, lang } = facts;
  const { project, timeline, conventions, parties } = document;
  const values = project as Readonly<Record<string, EntryValue>>;
  const { start, step, periods, phases } = timeline;
  const steps = choice({
    month: EVERY_WORDS.month,
    quarter: EVERY_WORDS.quarter,
    "half-year": EVERY_WORDS["half-year"],
    year: EVERY_WORDS.year,
  });
  const row = (place: string, label: Text, kind: EntryKind, value: EntryValue, unit = ""): GridRow =>
    factRow({ place, label, kind, value }, unit, facts);
  const money = (place: string, value: EntryValue, unit: string) => {
    const typed = typedAs({ type: "number", unit, label: text("", "") }, facts.money);
    const { places, format } = typed;
    return row(place, placeLabel(document, place), { type: "number", places, format }, value, typed.unit);
  };
  const rows: readonly (GridRow | GridHeading)[] = [
    { heading: bilingual(text("项目概况", "Project")) },
    ...Object.entries(FACTS).map(([name, [label, kind]]) =>
      row(`project/${name}`, label, kind, values[name], name === "households" ? unitText("household") : ""),
    ),
    { heading: bilingual(text("计算期与阶段", "Timeline and phases")) },
    row("timeline/start", text("项目开始月", "start of the project"), MONTH, start),
    row("timeline/step", text("计算周期", "step"), steps, step),
    row("timeline/periods", text("期数", "periods"), WHOLE, periods, unitText("period")),
    ...phases.flatMap((phase) => {
      const place = `timeline/phases/${phase.id}`;
      const one = (name: "start" | "lagMonths" | "months", kind: EntryKind) =>
        row(
          `${place}/${name}`,
          placeLabel(document, `${place}/${name}`),
          kind,
          phase[name],
          kind === WHOLE ? unitText("mo") : "",
        );
      return phase.after === undefined
        ? [one("start", MONTH), one("months", WHOLE)]
        : [one("lagMonths", WHOLE), one("months", WHOLE)];
    }),
    { heading: bilingual(text("测算口径", "Conventions")) },
    ...Object.entries(CONVENTIONS).map(([name, unit]) =>
      money(`conventions/${name}`, conventions[name as keyof typeof CONVENTIONS], unit),
    ),
    { heading: bilingual(text("参与主体", "Parties")) },
    ...parties.flatMap(({ id, label, inProject, openingCash }) => {
      const named = { zh: `${textOf(label).zh}:计入项目边界`, en: `${textOf(label).en}: inside the project perimeter` };
      return [
        row(`parties/${id}/inProject`, named, FLAG, inProject),
        money(`parties/${id}/openingCash`, openingCash, "CNY"),
      ];
    }),
  ];
  return {
    name: TEMPLATE_SHEETS.project[lang],
    title: TEMPLATE_SHEETS.project[lang],
    hint:
      lang === "zh"
        ? "黄底为填写处。月份填该月任一天;增减阶段、参与主体与组成部分须在平衡中进行。"
        : "Fill in what is yellow. A month is any day of it. Phases, parties and components are added and removed in Pingheng.",
    columns: COLUMNS,
    rows,
  };
}

function factRow(entry: Entry, unit: string, { lang }: TemplateFacts): GridRow {
  const { place, label, kind } = entry;
  const isRequired = REQUIRED.has(place) || /^timeline\/phases\/[^/]+\/(start|months)$/.test(place);
  const word = KIND_WORDS[kind.type]?.[lang] ?? "";
  return {
    keys: [place],
    shown: {
      label: { text: bilingual(label), style: "wrapped" },
      unit: { text: unit, style: "note" },
      kind: { text: word, style: "note" },
      ...(isRequired ? {} : { status: { text: STATUS.optional[lang], style: "note" } }),
    },
    entries: { value: entry },
    required: isRequired ? ["value"] : [],
  };
}
