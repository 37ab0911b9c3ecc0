import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { templateProblem } from "../../models/wording/wordTemplate.ts";
import { planDocumentOf, scenarioFacts } from "./exportPlan.ts";
import type { TablesQuestion } from "./exportTables.ts";
import type { Exported } from "./exportWorkbook.ts";
import { bidsPaper } from "./papers/bids.ts";
import { boardPaper } from "./papers/board.ts";
import { formulasPaper } from "./papers/formulas.ts";
import { monitoringPaper } from "./papers/monitoring.ts";
import { opinionPaper } from "./papers/opinion.ts";
import { statementsPaper } from "./papers/statements.ts";
import type { WordDocument } from "./word/blocks.ts";
import { htmlOf } from "./word/html.ts";
import { sampleDocument } from "./word/template/sample.ts";
import { readTemplate } from "./word/template/template.ts";
import { writeWord } from "./word/write.ts";

/** Papers of a model: 资金平衡方案, 审核意见, 年度监测表, 比选报告, 公式书, 报表, 平衡台. */
export const PAPERS = ["plan", "opinion", "monitoring", "bids", "formulas", "statements", "board"] as const;
export type PaperForm = (typeof PAPERS)[number];

/** A file for Word, or a page that a browser prints. */
export type PaperFile = "docx" | "html";

export interface PaperQuestion extends TablesQuestion {
  /** A statement year, of the monitoring sheet. */
  readonly year?: string | undefined;
  /** The bid the others are set against. */
  readonly against?: string | undefined;
  /** A .docx of the clerk's own whose styles, pages, headers and footers a Word file takes. */
  readonly template?: GivenTemplate | undefined;
}

export interface GivenTemplate {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A paper as a file. */
export function exportPaper(
  form: PaperForm,
  file: PaperFile,
  document: ModelDocument,
  question: PaperQuestion,
  shelf?: GraphShelf,
): Result<Exported> {
  const { template: given } = question;
  if (given !== undefined && file !== "docx") return fail(templateProblem("only_docx", given.name));
  // What cannot be used is said before anything is worked out.
  const read = given === undefined ? succeed(undefined) : readTemplate(given.bytes, given.name);
  if (!read.ok) return read;
  const made = paperDocumentOf(form, document, question, shelf);
  if (!made.ok) return made;
  const { paper, problems } = made.value;
  return succeed({
    bytes: file === "docx" ? writeWord(paper, read.value) : new TextEncoder().encode(htmlOf(paper)),
    problems: [...(read.value?.told ?? []), ...problems],
  });
}

/** Our own template, to start from. */
export const exportWordTemplate = ({ lang, now }: Pick<PaperQuestion, "lang" | "now">): Uint8Array =>
  writeWord(sampleDocument(lang, now));

/** The same before it is written. */
export function paperDocumentOf(
  form: PaperForm,
  document: ModelDocument,
  question: PaperQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<{ readonly paper: WordDocument } & Pick<Exported, "problems">> {
  if (form === "plan") {
    const made = planDocumentOf(document, question, shelf);
    return made.ok ? succeed({ paper: made.value.plan, problems: made.value.problems }) : made;
  }
  if (form === "statements" || form === "board") {
    const found = scenarioFacts(document, question, shelf);
    if (!found.ok) return found;
    const paper = (form === "board" ? boardPaper : statementsPaper)(found.value);
    return succeed({ paper, problems: found.value.results.problems });
  }
  const made = otherPaper(form, document, question, shelf);
  return made.ok ? succeed({ paper: made.value, problems: [] }) : made;
}

function otherPaper(
  form: Exclude<PaperForm, "plan" | "statements" | "board">,
  document: ModelDocument,
  question: PaperQuestion,
  shelf: GraphShelf,
): Result<WordDocument> {
  switch (form) {
    case "opinion":
      return opinionPaper(document, question, shelf);
    case "monitoring":
      return monitoringPaper(document, question.year, question, shelf);
    case "bids":
      return bidsPaper(document, question.against, question, shelf);
    case "formulas":
      return formulasPaper(document, question, shelf);
  }
}
