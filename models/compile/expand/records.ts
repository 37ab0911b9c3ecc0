import { type Majority, RECORD_RULES, VALID_UNTIL, VOTE_FIGURES, VOTE_PARAMETERS } from "../../document/recordRules.ts";
import { RECORD_KINDS } from "../../document/records.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import { readDateMonth, readMonth } from "../../language/calendar.ts";
import { readDecimal } from "../../language/decimal.ts";
import type { FormulaDecl, LineMeta } from "../../language/line.ts";
import type { Text } from "../../wording/text.ts";
import type { ExpandContext, InputLine } from "../context.ts";
import { inputLine } from "../context.ts";

type RecordSpec = ModelDocument["records"][number];

const pathOf = ({ id }: RecordSpec): string => `records/${id}`;

const named = (record: RecordSpec, { zh, en }: Text): Text => {
  const label = textOf(record.label);
  return { zh: `${label.zh} ${zh}`, en: `${label.en}: ${en}` };
};

/** The rule of a record's kind; a kind nobody knows has none. */
const ruleOf = ({ kind = "" }: RecordSpec) => (Object.hasOwn(RECORD_RULES, kind) ? RECORD_RULES[kind] : undefined);

/** What a value of a record is called. */
function valueLabel({ kind = "" }: RecordSpec, name: string): Text {
  const known = Object.hasOwn(RECORD_KINDS, kind) ? RECORD_KINDS[kind] : undefined;
  const spec = known !== undefined && Object.hasOwn(known.values, name) ? known.values[name] : undefined;
  return spec?.label ?? { zh: name, en: name };
}

/** The figure of a record as text of a number; flags are 1 or 0. */
function figure({ values }: RecordSpec, name: string): string | undefined {
  const value = values?.[name];
  if (value === undefined) return undefined;
  const text = typeof value === "boolean" ? String(Number(value)) : String(value);
  return readDecimal(text) === undefined ? undefined : text;
}

/**
 * What a record says: whether its date has come and its validity has not run out, period by period (`dated`), ever and at the end, and its figures.
 */
export function recordLines({ document, timeline }: ExpandContext): readonly InputLine[] {
  return document.records.flatMap((record) => {
    const month = readDateMonth(record.date);
    if (month === undefined) throw new Error(`record date ${record.date} is not a date; validation lets none through`);
    const until = readMonth(String(record.values?.[VALID_UNTIL] ?? "")) ?? Number.POSITIVE_INFINITY;
    const dated = timeline.periods.map(({ startMonth }) =>
      month < startMonth + timeline.stepMonths && startMonth <= until ? "1" : "0",
    );
    const line = (name: string, zh: string, en: string, value: string | readonly string[]): InputLine =>
      inputLine(
        {
          id: `record.${record.id}.${name}`,
          label: named(record, { zh, en }),
          unit: "1",
          kind: typeof value === "string" ? "scalar" : "flag",
          axis: typeof value === "string" ? "scalar" : "period",
          path: pathOf(record),
        },
        value,
      );
    const figures = Object.keys(record.values ?? {}).flatMap((name) => {
      const text = figure(record, name);
      if (text === undefined) return [];
      const path = `${pathOf(record)}/values/${name}`;
      const meta = { id: `record.${record.id}.${name}`, label: named(record, valueLabel(record, name)), path };
      return [inputLine({ ...meta, unit: "1", kind: "scalar", axis: "scalar" }, text)];
    });
    return [
      line("dated", "已到日期且在有效期内", "its date has come, its validity not run out", dated),
      line("dated_ever", "计算期内曾有效", "dated within the horizon", dated.includes("1") ? "1" : "0"),
      line("dated_last", "期末仍有效", "still valid at the end", dated.at(-1) ?? "0"),
      ...figures,
    ];
  });
}

/** Whether each record holds, and from when on. */
export function recordFormulas(context: ExpandContext): readonly FormulaDecl[] {
  return context.document.records.flatMap((record) => {
    const id = `record.${record.id}`;
    const holds = (name: string, zh: string, en: string, formula: string): FormulaDecl =>
      formulaDecl({ ...SCALAR, id: `${id}.${name}`, label: named(record, { zh, en }), path: pathOf(record) }, formula);
    const series = formulaDecl(
      { ...FLAG, id, label: textOf(record.label), path: pathOf(record) },
      `${id}.dated * ${id}.holds`,
    );
    if (record.kind !== "vote") return [holds("holds", "成立", "holds", ruleFormula(record)), series];
    const stated: Majority = record.values?.["major"] === false ? "ordinary" : "major";
    const vote = (majority: Majority) => voteFormula(context, record, majority);
    const clauses = ["civil-code/278"];
    return [
      { ...holds("quorum", "参与面积与人数达三分之二", "enough took part", quorumFormula(context, record)), clauses },
      { ...holds("holds_major", "按重大事项成立", "holds for a major item", vote("major")), clauses },
      { ...holds("holds_ordinary", "按一般事项成立", "holds for an ordinary item", vote("ordinary")), clauses },
      holds("holds", "成立", "holds", `${id}.holds_${stated}`),
      series,
    ];
  });
}

const SCALAR = { unit: "1", kind: "scalar", axis: "scalar" } as const;
const FLAG = { unit: "1", kind: "flag", axis: "period" } as const;

export function formulaDecl(
  meta: Pick<LineMeta, "id" | "label" | "unit" | "kind" | "axis" | "path"> & Partial<Pick<FormulaDecl, "tags">>,
  formula: string,
): FormulaDecl {
  return { source: "formula", tags: {}, clauses: [], scope: {}, ...meta, formula };
}

function ruleFormula(record: RecordSpec): string {
  const { needs = [], never = [] } = ruleOf(record) ?? {};
  return allOf(record, needs, never);
}

/** Flags that must be written down and true, and those that must not be. */
function allOf(record: RecordSpec, needs: readonly string[], never: readonly string[]): string {
  const value = (name: string) => (figure(record, name) === undefined ? "0" : `record.${record.id}.${name}`);
  const conditions = [...needs.map(value), ...never.map((name) => `(1 - ${value(name)})`)];
  return conditions.length === 0 ? "1" : conditions.join(" * ");
}

/**
 * A vote holds when two thirds by area and by persons took part and, of these, enough agreed by both; those who agree are among those who take part, and these
 * among all. Without all its figures it cannot be seen to hold.
 */
function voteFormula({ packs }: ExpandContext, record: RecordSpec, majority: Majority): string {
  if (!isJudged(packs, record)) return "0";
  const id = `record.${record.id}`;
  const by = (of: "Area" | "Owners"): readonly string[] => [
    majority === "major"
      ? `${id}.yes${of} >= ${id}.part${of} * param(vote_major)`
      : `${id}.yes${of} > ${id}.part${of} * param(vote_ordinary)`,
    `${id}.yes${of} <= ${id}.part${of}`,
    `${id}.part${of} <= ${id}.total${of}`,
  ];
  return `${[`${id}.quorum > 0`, ...by("Area"), ...by("Owners")].join(" and ")} ? 1 : 0`;
}

function quorumFormula({ packs }: ExpandContext, record: RecordSpec): string {
  if (!isJudged(packs, record)) return "0";
  const id = `record.${record.id}`;
  const by = (of: "Area" | "Owners") =>
    `${id}.part${of} >= ${id}.total${of} * param(vote_quorum) and ${id}.total${of} > 0`;
  return `${by("Area")} and ${by("Owners")} ? 1 : 0`;
}

/** Whether a vote has all its figures and a rule pack says what they must reach. */
function isJudged(packs: ExpandContext["packs"], record: RecordSpec): boolean {
  const figures = VOTE_FIGURES.every((name) => figure(record, name) !== undefined);
  return figures && VOTE_PARAMETERS.every((name) => packs.parameter(name) !== undefined);
}
