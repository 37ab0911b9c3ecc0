import type { GraphShelf } from "../../../models/compile/shelf.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { type Result, succeed } from "../../../models/wording/problem.ts";
import { chinesePunctuation } from "../../../models/wording/punctuation.ts";
import { opinionFacts } from "../../review/opinion/facts.ts";
import type { OpinionPart } from "../../review/opinion/part.ts";
import { opinionParts, opinionTitle } from "../../review/opinion/parts.ts";
import type { ExportQuestion } from "../exportWorkbook.ts";
import { heading, paragraph } from "../plan/facts.ts";
import type { Block, WordDocument } from "../word/blocks.ts";
import { captioned, paperOf } from "./layout.ts";

/** 审核意见 as a paper: the parts its text has, those with figures as tables, 送审—审定—核增—核减 among them. */
export function opinionPaper(
  document: ModelDocument,
  question: ExportQuestion,
  shelf: GraphShelf,
): Result<WordDocument> {
  const { scenario, lang, revision, version, now: made, shouldStop } = question;
  const hooks = shouldStop === undefined ? {} : { shouldStop };
  const facts = opinionFacts(document, { scenario, of: [], lang, ...hooks }, shelf);
  if (!facts.ok) return facts;
  const set = (text: string): string => (lang === "zh" ? chinesePunctuation(text) : text);
  const { name: project, author = "" } = facts.value.document.project;
  const blocks = opinionParts(facts.value).flatMap((part) => partBlocks(part, set));
  return succeed(
    paperOf(set(opinionTitle(facts.value)), { project, author, revision, version, made, lang }, { blocks }),
  );
}

function partBlocks(
  { title, lines, tables, below = [] }: OpinionPart,
  set: (text: string) => string,
): readonly Block[] {
  const texts = tables === undefined ? lines : below;
  return [
    heading(1, set(title)),
    ...(tables ?? []).flatMap(({ caption, rows, ...columns }) =>
      captioned(
        set(caption),
        { ...columns, head: columns.head.map(set) },
        rows.map((row) => row.map(set)),
      ),
    ),
    ...texts.map((text) => paragraph(set(text))),
  ];
}
