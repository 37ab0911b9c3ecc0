import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { TablesQuestion } from "./exportTables.ts";
import type { Exported } from "./exportWorkbook.ts";
import { bidsPaper } from "./papers/bids.ts";
import { monitoringPaper } from "./papers/monitoring.ts";
import { opinionPaper } from "./papers/opinion.ts";
import type { WordDocument } from "./word/blocks.ts";
import { writeWord } from "./word/write.ts";

/** Papers beside the funding plan: 审核意见, 年度监测表, 比选报告. */
export const PAPERS = ["opinion", "monitoring", "bids"] as const;
export type PaperForm = (typeof PAPERS)[number];

export interface PaperQuestion extends TablesQuestion {
  /** A statement year, of the monitoring sheet. */
  readonly year?: string | undefined;
  /** The bid the others are set against. */
  readonly against?: string | undefined;
}

/** A paper as a .docx file. */
export function exportPaper(
  form: PaperForm,
  document: ModelDocument,
  question: PaperQuestion,
  shelf?: GraphShelf,
): Result<Exported> {
  const made = paperDocumentOf(form, document, question, shelf);
  return made.ok ? succeed({ bytes: writeWord(made.value), problems: [] }) : made;
}

/** The same before it is written. */
export function paperDocumentOf(
  form: PaperForm,
  document: ModelDocument,
  question: PaperQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<WordDocument> {
  if (form === "opinion") return opinionPaper(document, question, shelf);
  if (form === "monitoring") return monitoringPaper(document, question.year, question, shelf);
  return bidsPaper(document, question.against, question, shelf);
}
