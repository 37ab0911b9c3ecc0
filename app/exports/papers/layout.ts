import type { Lang } from "../../contract.ts";
import { draftMark } from "../plan/cover.ts";
import { type PlanFacts, paragraph, sayIn } from "../plan/facts.ts";
import { moneyWords } from "../tables/money.ts";
import type { Block, TableCell, WordDocument, WordSection } from "../word/blocks.ts";

/** Under which paper, of which state of which file. */
export interface Imprint {
  readonly project: string;
  readonly author: string;
  /** Hash of the revision; empty where changes are not saved. */
  readonly revision: string;
  readonly version: string;
  readonly made: Date;
  readonly lang: Lang;
}

interface Parts {
  readonly landscape?: boolean;
  readonly blocks: readonly Block[];
  /** Further sections, each from a page of its own. */
  readonly more?: readonly WordSection[];
}

/** A paper of a few pages: its title, what it is of, its parts. */
export function paperOf(
  title: string,
  imprint: Imprint,
  { landscape = false, blocks, more = [] }: Parts,
): WordDocument {
  const { project, author, made, lang } = imprint;
  const blank = lang === "zh" ? "\u3000" : "  ";
  return {
    title: `${project} ${title}`,
    author,
    header: `${project}${blank}${title}`,
    made,
    lang,
    sections: [
      { landscape, blocks: [paragraph(title, "heading"), ...blocks, paragraph(imprintText(imprint), "note")] },
      ...more,
    ],
  };
}

/** The same of what a plan is written of. */
export function imprintOf({ prepared, revision, version, made, lang }: PlanFacts): Imprint {
  const { name: project, author = "" } = prepared.document.project;
  return { project, author, revision, version, made, lang };
}

/** 项目、情景、金额单位、成稿状态, in one line. */
export function ofWhat(facts: PlanFacts): string {
  const { prepared, scenario, money, lang } = facts;
  const { name } = prepared.document.project;
  const { mark } = draftMark(facts);
  return sayIn(lang)(
    `项目:${name};情景:${scenario};金额单位:${moneyWords[money].zh};${mark}`,
    `Project: ${name}; scenario: ${scenario}; amounts in ${moneyWords[money].en}; ${mark}`,
  );
}

/** What tells which state of the file a paper was made of. */
function imprintText({ revision, version, made, lang }: Imprint): string {
  const say = sayIn(lang);
  const state = revision === "" ? say("有未保存的改动", "changes not saved") : revision;
  const on = made.toISOString().slice(0, 10);
  return say(
    `出具日期:${on};文件版本:${state};编制软件:Pingheng ${version}`,
    `Made on ${on}; revision of the file: ${state}; program: Pingheng ${version}`,
  );
}

export interface Columns {
  readonly head: readonly string[];
  /** In parts of the width there is. */
  readonly widths: readonly number[];
  /** Columns of figures, which stand to the right. */
  readonly figures: readonly number[];
  readonly small?: true;
}

/** A table under its caption; nothing where it has no rows. */
export function captioned(
  caption: string,
  { head, widths, figures, small }: Columns,
  rows: readonly (readonly string[])[],
): readonly Block[] {
  if (rows.length === 0) return [];
  return [
    { kind: "caption", text: caption },
    {
      kind: "table",
      widths,
      head,
      rows: rows.map((row) =>
        row.map((text, column): TableCell => (figures.includes(column) ? { text, align: "right" } : { text })),
      ),
      ...(small === undefined ? {} : { small }),
    },
  ];
}
