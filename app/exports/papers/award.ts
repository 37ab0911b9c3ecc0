import type { ModelDocument } from "../../../models/document/schema.ts";
import type { Lang, SheetsView, SheetView } from "../../contract.ts";
import { heading, items, paragraph, sayIn } from "../plan/facts.ts";
import type { Block } from "../word/blocks.ts";
import { captioned } from "./layout.ts";

type Tender = NonNullable<ModelDocument["tender"]>;

/** 评标 and 定标 as they were recorded and locked; of the award nothing before the evaluation is locked. */
export function awardBlocks({ tender, bids = [] }: ModelDocument, sheets: SheetsView, lang: Lang): readonly Block[] {
  if (tender === undefined) return [];
  const say = sayIn(lang);
  const nameOf = (id: string | undefined): string => {
    const bidder = bids.find((bid) => bid.id === id)?.bidder ?? "";
    return id === undefined ? say("弃权", "abstained") : `${id} ${bidder}`.trim();
  };
  return [
    heading(1, say("评标", "Evaluation")),
    paragraph(stateText(sheets.evaluation, lang)),
    ...evaluationTable(tender, nameOf, lang),
    ...(tender.evaluation.note === undefined ? [] : [paragraph(tender.evaluation.note)]),
    heading(1, say("定标", "Award")),
    paragraph(stateText(sheets.award, lang)),
    ...(sheets.award.state === "closed" ? [] : awardTexts(tender, nameOf, lang)),
  ];
}

function stateText({ state, at = "", by = "", hash = "", holds, wanting }: SheetView, lang: Lang): string {
  const say = sayIn(lang);
  if (state === "closed") return say("评标表锁定后方可填写。", "Closed until the evaluation is locked.");
  if (state === "claimed")
    return say(
      `文件称已由${by}于 ${at} 锁定,版本链中没有这次锁定,不作数。`,
      `Said to have been locked by ${by} on ${at}; the chain of the file knows nothing of it, so that it does not count.`,
    );
  if (state === "locked") {
    const changed = holds === false ? say(";内容与锁定时不符", "; what stands there is not what was locked") : "";
    return say(`已由${by}于 ${at} 锁定,摘要 ${hash}${changed}。`, `Locked by ${by} on ${at}, hash ${hash}${changed}.`);
  }
  const open = wanting.map(({ message }) => message).join(say("；", "; "));
  return open === "" ? say("未锁定。", "Not locked.") : say(`未锁定:${open}。`, `Not locked: ${open}.`);
}

type NameOf = (id: string | undefined) => string;

function evaluationTable({ evaluation }: Tender, nameOf: NameOf, lang: Lang): readonly Block[] {
  const say = sayIn(lang);
  const yes = (is: boolean): string => (is ? say("是", "yes") : say("否", "no"));
  return captioned(
    say("评标意见", "Evaluation"),
    {
      head: [
        say("投标人", "bidder"),
        say("有效", "valid"),
        say("推荐", "recommended"),
        say("名次", "rank"),
        say("评语", "comment"),
      ],
      widths: [24, 8, 8, 8, 52],
      figures: [],
    },
    evaluation.rows.map(({ id, valid, recommended, rank, comment }) => [
      nameOf(id),
      yes(valid),
      yes(recommended),
      rank === undefined ? "" : String(rank),
      comment,
    ]),
  );
}

function awardTexts({ award, awarders }: Tender, nameOf: NameOf, lang: Lang): readonly Block[] {
  const say = sayIn(lang);
  const { winner, date = "", reason = "", ground = "", passedOver, votes } = award;
  const line = (name: string, text: string): readonly Block[] =>
    text === "" ? [] : [paragraph(say(`${name}:${text}`, `${name}: ${text}`))];
  return [
    ...line(say("中标人", "winner"), winner === undefined ? say("未写明", "not named") : nameOf(winner)),
    ...line(say("定标日期", "date"), date),
    ...line(say("理由", "reason"), reason),
    ...line(say("依据", "ground"), ground),
    ...items(
      passedOver.map((one) =>
        say(`未选${nameOf(one.id)}:${one.reason}`, `${nameOf(one.id)} passed over: ${one.reason}`),
      ),
    ),
    ...captioned(
      say("定标委员会表决", "Votes of the award committee"),
      { head: [say("成员", "member"), say("所投", "vote"), say("说明", "note")], widths: [26, 34, 40], figures: [] },
      votes.map(({ id, bid, note = "" }) => [awarders.find((one) => one.id === id)?.name ?? id, nameOf(bid), note]),
    ),
  ];
}
