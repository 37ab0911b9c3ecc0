import { componentName } from "../../../models/checks/trust/subject.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import type { GraphLine } from "../../../models/language/graph.ts";
import { DATE } from "../../../models/language/time.ts";
import type { Text } from "../../../models/wording/text.ts";

const KNOWN: readonly (readonly [prefix: string, name: Text])[] = [
  ["param.", { zh: "政策参数", en: "Parameters of rule packs" }],
  [DATE, { zh: "公式中的日期", en: "Dates in formulas" }],
  ["convention.", { zh: "口径", en: "Conventions" }],
  ["phase.", { zh: "阶段", en: "Phases" }],
  ["party.", { zh: "各方", en: "Parties" }],
  ["record.", { zh: "事项记录", en: "Records" }],
  ["verdict.", { zh: "结论", en: "Verdicts" }],
  ["stmt_", { zh: "报表", en: "Statements" }],
];
const REST: Text = { zh: "项目", en: "Project" };
const CLOCK: Text = { zh: "时间(勿改)", en: "Time (not to be changed)" };
const HIDDEN: Text = { zh: "中间结果", en: "Parts of formulas" };

/** What a line belongs to, by name. */
export function headingsOf(document: ModelDocument): (line: GraphLine) => Text {
  const labels = new Map(
    document.components.map(({ id }) => {
      const { zh, en } = componentName(document, id);
      return [id, zh === id ? { zh, en } : { zh: `${zh}(${id})`, en: `${en} (${id})` }];
    }),
  );
  return ({ id, tags, path, source }) => {
    if (source === "hidden") return HIDDEN;
    if (path === "timeline") return CLOCK;
    const component = typeof tags["component"] === "string" ? labels.get(tags["component"]) : undefined;
    return component ?? KNOWN.find(([prefix]) => id.startsWith(prefix))?.[1] ?? REST;
  };
}
