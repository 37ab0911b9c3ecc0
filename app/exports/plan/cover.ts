import { loadPacks } from "../../../models/policy/load.ts";
import type { Lang } from "../../contract.ts";
import { moneyWords } from "../tables/money.ts";
import type { Block } from "../word/blocks.ts";
import { type PlanFacts, paragraph, sayIn, told } from "./facts.ts";

const PLAN = { zh: "资金平衡方案", en: "Funding plan" } as const;
export const planTitle = ({ lang }: Pick<PlanFacts, "lang">): string => PLAN[lang];

/** 草稿 or 送审稿, and what makes it a draft. */
export function draftMark({ revision, results, lang }: PlanFacts): {
  readonly mark: string;
  readonly because: readonly string[];
} {
  const say = sayIn(lang);
  const open = results.verdicts.filter(({ pass, reason }) => pass === null && reason === "incomplete");
  const because = [
    ...(revision === "" ? [say("有未保存的改动", "changes are not saved")] : []),
    ...(open.length === 0
      ? []
      : [
          say(
            `资料不全,结论未定:${open.map(({ id }) => id).join("、")}`,
            `undecided for want of facts: ${open.map(({ id }) => id).join(", ")}`,
          ),
        ]),
    ...(results.problems.length === 0
      ? []
      : [say(`文件中有 ${results.problems.length} 处待处理`, `${results.problems.length} problems in the file`)]),
  ];
  return { mark: because.length > 0 ? say("草稿", "Draft") : say("送审稿", "For review"), because };
}

/** The first page: what the plan is of, what it was made of, and what is not settled in it. */
export function coverBlocks(facts: PlanFacts): readonly Block[] {
  const { prepared, lang, money, made, scenario, revision, version } = facts;
  const say = sayIn(lang);
  const { project } = prepared.document;
  const { mark, because } = draftMark(facts);
  const { packs } = loadPacks(prepared.document);
  const lines: readonly (readonly [name: string, text: string])[] = [
    [say("情景", "scenario"), scenario],
    [say("编制单位", "author"), project.author ?? say("未填写", "not given")],
    [say("文号", "number"), project.documentNumber ?? say("未填写", "not given")],
    [say("出具日期", "made on"), made.toISOString().slice(0, 10)],
    [say("金额单位", "amounts in"), moneyWords[money][lang]],
    [
      say("政策参数包", "rule packs"),
      packs.length === 0
        ? say("文件未列政策参数包", "the file lists none")
        : packs
            .map(({ title, version: of, status }) =>
              status === "draft"
                ? say(`${title.zh}（征求意见稿,${of}）`, `${title.en} (draft, ${of})`)
                : say(`${title.zh}（${of}）`, `${title.en} (${of})`),
            )
            .join("\n"),
    ],
    [say("未核实的参数", "parameters not verified"), unverified(facts)],
    [
      say("成稿状态", "state"),
      because.length === 0 ? mark : say(`${mark}:${because.join(";")}`, `${mark}: ${because.join("; ")}`),
    ],
    [say("文件版本", "revision"), revision === "" ? say("未保存", "not saved") : revision],
    [say("编制软件", "program"), `Pingheng ${version}`],
  ];
  return [
    paragraph(project.name, "title"),
    paragraph(planTitle(facts), "subtitle"),
    paragraph(inBrackets(mark, lang), "mark"),
    {
      kind: "table",
      widths: [22, 78],
      rows: lines.map(([name, text]) => [{ text: name, bold: true }, { text }]),
    },
  ];
}

/** Brackets as the language sets them. */
export const inBrackets = (text: string, lang: Lang): string => (lang === "zh" ? `（${text}）` : `(${text})`);

/** Parameters the model reads whose value has still to be looked up. */
function unverified(facts: PlanFacts): string {
  const { prepared, lang } = facts;
  const { graph, document } = prepared;
  const isRead = (id: string): boolean => graph.indexById.has(`param.${id}`) || graph.indexById.has(`param.${id}@base`);
  const labels = loadPacks(document)
    .packs.flatMap(({ parameters }) => parameters)
    .filter(({ id, status }) => status === "to_verify" && isRead(id))
    .map(({ label }) => told(facts, label));
  return labels.length === 0 ? sayIn(lang)("无", "none") : [...new Set(labels)].join("\n");
}
