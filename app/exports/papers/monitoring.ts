import type { GraphShelf } from "../../../models/compile/shelf.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { type Result, succeed } from "../../../models/wording/problem.ts";
import { sheetParts, sheetTable, yearIn } from "../../actuals/sheet.ts";
import { actualsOf } from "../../actuals/view.ts";
import type { ExportQuestion } from "../exportWorkbook.ts";
import { heading, items, paragraph } from "../plan/facts.ts";
import type { WordDocument } from "../word/blocks.ts";
import { captioned, paperOf } from "./layout.ts";

/** The name of a line, then nine columns of figures. */
const WIDTHS = [22, ...Array.from({ length: 9 }, () => 9)];

/**
 * 年度监测表 as a paper: plan, actual, variance and forecast of one year's lines, what is not reported, the sources, and the verdicts of plan and forecast.
 * @param asked a statement year; the one the sheet is about now where none is named
 */
export function monitoringPaper(
  document: ModelDocument,
  asked: string | undefined,
  question: ExportQuestion,
  shelf: GraphShelf,
): Result<WordDocument> {
  const { scenario, lang, revision, version, now: made, shouldStop } = question;
  const hooks = shouldStop === undefined ? {} : { shouldStop };
  const view = actualsOf(document, { scenario, year: undefined, lang, ...hooks }, shelf);
  if (!view.ok) return view;
  const found = yearIn(view.value, asked ?? view.value.sheetYear);
  if (!found.ok) return found;
  const year = found.value;
  const { name: project, author = "" } = document.project;
  const { above, notes, lists } = sheetParts(view.value, year, project, lang);
  const [title = "", ...facts] = above;
  const [head = [], ...rows] = sheetTable(view.value, year, lang);
  const figures = head.map((_, column) => column).slice(1);
  return succeed(
    paperOf(
      title,
      { project, author, revision, version, made, lang },
      {
        landscape: true,
        blocks: [
          ...facts.map((text) => paragraph(text, "note")),
          ...captioned(title, { head, widths: WIDTHS, figures, small: true }, rows),
          ...notes.map((text) => paragraph(text, "note")),
          ...lists.flatMap((list) => [heading(1, list.title), ...items(list.items)]),
        ],
      },
    ),
  );
}
