import { inputSpecOf } from "../compile/inputPaths.ts";
import { listPaths } from "../document/list.ts";
import { readPath } from "../document/path.ts";
import type { ModelDocument } from "../document/schema.ts";
import type { Forms, InputSpec, TableInput } from "../terms/inputs.ts";
import { suggestion } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import type { Text } from "../wording/text.ts";

export const NO_NUMBER = (path: string): Text => ({
  zh: `“${path}”不是可调的数值输入`,
  en: `“${path}” is not a number that can be varied`,
});

type Kind = Exclude<InputSpec["type"], "number" | "profile">;

/** What an input is that is no number. */
const KINDS: Readonly<Record<Kind, Text>> = {
  month: { zh: "日期", en: "a date" },
  flag: { zh: "开关", en: "a switch" },
  choice: { zh: "选项", en: "a choice" },
  status: { zh: "审批状态", en: "an approval status" },
  party: { zh: "参与方", en: "a party" },
  plot: { zh: "地块", en: "a plot" },
  record: { zh: "依据文件", en: "a record" },
  word: { zh: "文字", en: "a word" },
  table: { zh: "表格", en: "a table" },
};

const TIMELINE_DATE = /^timeline\/(?:start|phases\/[^/]+\/(?:start|after))$/;

/** Why a path cannot be varied, and what can be instead: dates among the levers, words by scenarios, a table by one of its cells. */
export function noNumber(document: ModelDocument, path: string, registry: Forms): Problem {
  const spec = inputSpecOf(document, path, registry);
  const problem = (message: Text, hint: Text): Problem => ({ code: "solve.path", message, path, hint });
  const known = listPaths(document, registry).map((one) => one.path);
  if (spec === undefined || spec.type === "number" || spec.type === "profile") {
    const isDate = TIMELINE_DATE.test(path) && readPath(document, path).ok;
    return problem(NO_NUMBER(path), isDate ? timelineHint(document) : suggestion(path, known));
  }
  const kind = KINDS[spec.type];
  const message = {
    zh: `“${path}”(${spec.label.zh})是${kind.zh},不是可调的数值`,
    en: `“${path}” (${spec.label.en}) is ${kind.en}, no number that can be varied`,
  };
  return problem(message, spec.type === "table" ? cellHint(document, path, spec) : hintOf(spec.type, document));
}

function hintOf(kind: Kind, { timeline }: ModelDocument): Text {
  if (kind !== "month")
    return {
      zh: "可倒算的是金额、单价、面积、比率、月数等数值;选项与开关用情景各算一次再比较",
      en: "amounts, prices, areas, rates and months can be sought; of choices and switches compare scenarios that differ in them",
    };
  return orMonths(timeline, {
    zh: "日期变到何时结论翻转,见敏感性分析",
    en: "the date at which verdicts flip is told by sensitivity",
  });
}

/** Dates of the timeline move everything that follows phases. */
const timelineHint = ({ timeline }: ModelDocument): Text =>
  orMonths(timeline, {
    zh: "起始日期不同的情景各算一次再比较",
    en: "compare scenarios that begin on other dates",
  });

function orMonths(timeline: ModelDocument["timeline"], dates: Text): Text {
  const [phase] = timeline.phases;
  if (phase === undefined) return dates;
  const months = `timeline/phases/${phase.id}/months`;
  return {
    zh: `${dates.zh};阶段的月数可以倒算,如 ${months}`,
    en: `${dates.en}; the months of a phase can be sought, as ${months}`,
  };
}

/** A cell of the table that is a number. */
function cellHint(document: ModelDocument, path: string, { columns }: TableInput): Text {
  const read = readPath(document, path);
  const [row = {}] =
    read.ok && Array.isArray(read.value) ? (read.value as readonly Readonly<Record<string, unknown>>[]) : [];
  const numbers = Object.keys(columns).filter((name) => columns[name]?.type === "number");
  const column = numbers.find((name) => row[name] !== undefined) ?? numbers[0] ?? "COLUMN";
  const cell = `${path}/${String(row["id"] ?? "ROW")}/${column}`;
  return { zh: `写到表中一格,如 ${cell}`, en: `name one of its cells, as ${cell}` };
}
