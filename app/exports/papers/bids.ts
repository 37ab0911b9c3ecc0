import { prepareBids } from "../../../models/analysis/bids/bids.ts";
import type { GraphShelf } from "../../../models/compile/shelf.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { textOf } from "../../../models/document/schemaParts.ts";
import { RecordDecimal } from "../../../models/engines/arithmetic/decimal.ts";
import { type Result, succeed } from "../../../models/wording/problem.ts";
import { sheetsView } from "../../bids/desk.ts";
import { bidsView, valuesOf } from "../../bids/view.ts";
import type { TablesQuestion } from "../exportTables.ts";
import { heading, items, paragraph, sayIn } from "../plan/facts.ts";
import { quantity } from "../plan/quantity.ts";
import type { Block, WordDocument } from "../word/blocks.ts";
import { awardBlocks } from "./award.ts";
import { type BidTables, complianceTables, groupTables, yearTables } from "./bidTables.ts";
import { captioned, paperOf } from "./layout.ts";

/**
 * 比选报告 as a paper: who bids and answers what, compliance, every step of the normalisation, value to the owner, prices and promises, the bidders' own accounts,
 * years; then what was recorded of evaluation and award. Differences, no score beyond the weights of the notice.
 */
export function bidsPaper(
  document: ModelDocument,
  against: string | undefined,
  question: TablesQuestion,
  shelf: GraphShelf,
): Result<WordDocument> {
  const { lang, money, revision, version, now: made, shouldStop, locks = [] } = question;
  const prepared = prepareBids(document, { shelf, against, ...(shouldStop === undefined ? {} : { shouldStop }) });
  if (!prepared.ok) return prepared;
  const view = bidsView(prepared.value, valuesOf(prepared.value), lang);
  const asked: BidTables = { view, money, lang };
  const say = sayIn(lang);
  const { name: project, author = "" } = document.project;
  const blocks: readonly Block[] = [
    ...noticeBlocks(document, asked),
    heading(1, say("符合性审查", "Compliance")),
    ...complianceTables(asked),
    paragraph(
      say(
        "✓符合,✗不符合,?资料不全、无法判断;其后为余量或所差。",
        "✓ keeps it, ✗ does not, ? cannot be judged for want of facts; then what is to spare or missing.",
      ),
      "note",
    ),
    ...deviationBlocks(asked),
    heading(1, say("报价比较", "The bids compared")),
    ...groupTables(asked),
    ...benchmarkBlocks(asked),
    heading(1, say("逐年比较", "Year by year")),
    ...yearTables(asked),
    ...awardBlocks(document, sheetsView(document, locks, lang), lang),
    ...problemBlocks(asked),
  ];
  return succeed(
    paperOf(
      say("比选报告", "Comparison of bids"),
      { project, author, revision, version, made, lang },
      { landscape: true, blocks },
    ),
  );
}

function noticeBlocks({ tender }: ModelDocument, { view, lang }: BidTables): readonly Block[] {
  const say = sayIn(lang);
  const answers = (is: boolean | null): string =>
    is === null ? say("未写明", "does not say") : is ? say("是", "yes") : say("否", "no");
  const { number = "", title, date = "" } = tender?.notice ?? {};
  const named = [title === undefined ? "" : textOf(title)[lang], number, date].filter((text) => text !== "").join(" ");
  return [
    heading(1, say("招标文件与投标人", "The notice and the bidders")),
    ...(named === "" ? [] : [paragraph(say(`招标文件:${named}`, `Notice: ${named}`))]),
    paragraph(say(`招标文件摘要:${view.notice}`, `Hash of the notice: ${view.notice}`)),
    ...captioned(
      say("投标人", "Bidders"),
      {
        head: [say("编号", "no."), say("投标人", "bidder"), say("应答本招标文件", "answers this notice")],
        widths: [14, 56, 30],
        figures: [],
      },
      view.bids.map(({ id, bidder, answers: is }) => [id, bidder, answers(is)]),
    ),
  ];
}

function deviationBlocks({ view, lang }: BidTables): readonly Block[] {
  const say = sayIn(lang);
  return captioned(
    say("投标人自述的偏离", "Departures the bidders name"),
    { head: [say("编号", "no."), say("条款", "clause"), say("内容", "text")], widths: [14, 22, 64], figures: [] },
    view.bids.flatMap(({ id, deviations }) => deviations.map(({ clause, text }) => [id, clause, text])),
  );
}

function benchmarkBlocks(asked: BidTables): readonly Block[] {
  const { benchmark } = asked.view;
  if (benchmark === null) return [];
  const say = sayIn(asked.lang);
  const [npv, equivalent] = [benchmark.npv, benchmark.equivalent].map(({ value }) =>
    value === null ? say("无", "none") : quantity(new RecordDecimal(value), "CNY", "npv", asked),
  );
  return [
    paragraph(
      say(
        `自营基准:净现值${npv},折合每年${equivalent}。`,
        `Self-operation: net present value ${npv}, ${equivalent} a year.`,
      ),
    ),
  ];
}

function problemBlocks({ view, lang }: BidTables): readonly Block[] {
  if (view.problems.length === 0) return [];
  return [heading(1, sayIn(lang)("尚待处理", "To be settled")), ...items(view.problems.map(({ message }) => message))];
}
