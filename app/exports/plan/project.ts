import { statementFrame } from "../../../models/compile/expand.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { textOf } from "../../../models/document/schemaParts.ts";
import { PARTY_ROLES } from "../../../models/terms/parties.ts";
import { grouped } from "../../../models/wording/grouped.ts";
import { monthText } from "../../../models/wording/month.ts";
import type { Text } from "../../../models/wording/text.ts";
import type { Block } from "../word/blocks.ts";
import { heading, type PlanFacts, paragraph, sayIn, tableSection, textTable, told } from "./facts.ts";

type Project = ModelDocument["project"];

const TYPES: Readonly<Record<Project["type"], Text>> = {
  renovation: { zh: "改造更新类", en: "renovation" },
  new_build: { zh: "规划新建类", en: "new build" },
};
const MODES: Readonly<Record<NonNullable<Project["mode"]>, Text>> = {
  rebuild: { zh: "拆除重建", en: "demolish and rebuild" },
  infill: { zh: "插花式改建", en: "infill" },
  rehabilitation: { zh: "综合整治", en: "rehabilitation" },
};
const IMPLEMENTERS: Readonly<Record<NonNullable<Project["implementer"]>, Text>> = {
  government: { zh: "政府主导", en: "the government" },
  enterprise: { zh: "企业实施", en: "an enterprise" },
  owners: { zh: "业主自主更新", en: "the owners themselves" },
};
const STEPS: Readonly<Record<ModelDocument["timeline"]["step"], Text>> = {
  month: { zh: "月", en: "month" },
  quarter: { zh: "季", en: "quarter" },
  "half-year": { zh: "半年", en: "half-year" },
  year: { zh: "年", en: "year" },
};

/** 项目概况: facts, phases, parties. */
export function projectBlocks(facts: PlanFacts): readonly Block[] {
  const { prepared, lang } = facts;
  const say = sayIn(lang);
  const { project } = prepared.document;
  return [
    heading(1, say("项目概况", "The project")),
    heading(2, say("基本情况", "Facts")),
    ...(project.summary === undefined ? [] : [paragraph(project.summary)]),
    ...textTable(
      say("项目基本情况", "Facts of the project"),
      [say("项目", "item"), say("内容", "content")],
      [25, 75],
      factRows(facts),
    ),
    ...tableSection(
      say("实施阶段", "Phases"),
      [say("阶段", "phase"), say("开始月", "first month"), say("结束月", "last month")],
      [50, 25, 25],
      phaseRows(facts),
    ),
    ...tableSection(
      say("参与方", "Parties"),
      [say("名称", "name"), say("身份", "role"), say("是否计入项目", "part of the project")],
      [45, 35, 20],
      partyRows(facts),
    ),
  ];
}

function factRows(facts: PlanFacts): readonly (readonly string[])[] {
  const { prepared, lang } = facts;
  const say = sayIn(lang);
  const { project, timeline, plots } = prepared.document;
  const { mode, implementer } = project;
  const first = monthText(prepared.timeline.startMonth);
  const last = monthText(prepared.timeline.endMonth);
  const step = told(facts, STEPS[timeline.step]);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [say("项目名称", "name"), project.name],
    [say("所在地", "place"), project.city],
    [say("项目类型", "kind"), told(facts, TYPES[project.type])],
    [say("更新方式", "mode"), mode === undefined ? undefined : told(facts, MODES[mode])],
    [say("实施方式", "carried out by"), implementer === undefined ? undefined : told(facts, IMPLEMENTERS[implementer])],
    [say("户数", "households"), project.households === undefined ? undefined : grouped(project.households)],
    [
      say("地块", "plots"),
      plots.length === 0 ? undefined : plots.map(({ label }) => textOf(label)[lang]).join(say("、", ", ")),
    ],
    [say("价格基准月", "month of the price base"), project.priceBaseMonth],
    [
      say("计算期", "horizon"),
      say(
        `${first} 至 ${last},按${step},共 ${timeline.periods} 期`,
        `${first} to ${last}, by ${step}, ${timeline.periods} periods`,
      ),
    ],
  ];
  return rows.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]));
}

function phaseRows({ prepared, results, lang }: PlanFacts): readonly (readonly string[])[] {
  const say = sayIn(lang);
  const month = (value: number | undefined): string =>
    value === undefined ? say("无法确定", "not known") : monthText(value);
  return prepared.document.timeline.phases.map(({ id, label }) => {
    const [start, end] = ["start", "end"].map((name) => results.values.scalar(`phase.${id}.${name}`)?.toNumber());
    return [textOf(label)[lang], month(start), month(end === undefined ? undefined : end - 1)];
  });
}

function partyRows(facts: PlanFacts): readonly (readonly string[])[] {
  const { prepared, lang } = facts;
  const say = sayIn(lang);
  const inside = new Set(
    statementFrame(prepared.document)
      .parties.filter(({ inProject }) => inProject)
      .map(({ id }) => id),
  );
  return prepared.document.parties.map(({ id, label, role }) => [
    textOf(label)[lang],
    told(facts, PARTY_ROLES[role]),
    inside.has(id) ? say("是", "yes") : say("否", "no"),
  ]);
}
