import { prepareBidsOnce } from "../app/bids/prepare.ts";
import { bidsView, valuesOf } from "../app/bids/view.ts";
import type { BidGroupView, BidsView, Lang } from "../app/contract.ts";
import type { ModelDocument } from "../models/document/schema.ts";
import { type Result, succeed } from "../models/wording/problem.ts";
import type { Arguments } from "./arguments.ts";
import { printError, printLine, printTable } from "./output.ts";

/** What `compare --bids` says. */
export type BidsAnswer = Omit<BidsView, "version" | "sheets">;

/** Bids of a document side by side, each against one of them. */
export function answerBids(
  document: ModelDocument,
  against: string | undefined,
  { shelf, shouldStop, lang }: Pick<Arguments, "shelf" | "shouldStop" | "lang">,
): Result<BidsAnswer> {
  const prepared = prepareBidsOnce(document, { against, shouldStop, ...(shelf === undefined ? {} : { shelf }) });
  return prepared.ok ? succeed(bidsView(prepared.value, valuesOf(prepared.value), lang)) : prepared;
}

/** Titles of the groups of rows. */
const TITLES: Readonly<Record<BidGroupView["id"], Readonly<Record<Lang, string>>>> = {
  offer: { zh: "报价", en: "offers" },
  steps: { zh: "归一化步骤", en: "steps of the normalisation" },
  value: { zh: "对业主的价值", en: "value to the owner" },
  against: { zh: "与基准报价的差额", en: "difference from the first" },
  prices: { zh: "服务价格", en: "service prices" },
  kpis: { zh: "绩效承诺", en: "indicators promised" },
  points: { zh: "得分", en: "points" },
  own: { zh: "投标人自身", en: "the bidder itself" },
};

const WORDS = {
  compliance: { zh: "符合性", en: "compliance" },
  deviations: { zh: "偏离", en: "deviations" },
  benchmark: { zh: "自营基准", en: "self-operation" },
  notice: { zh: "招标文件摘要", en: "hash of the notice" },
} as const;

const MARK = { holds: "✓", fails: "✗", cannot_be_judged: "?" } as const;

const shown = (value: string | null): string => value ?? "–";

export function printBids(view: BidsAnswer, lang: Lang): void {
  const names = view.bids.map(({ id, bidder }) => `${id} ${bidder}`);
  printLine(`${WORDS.notice[lang]} ${view.notice}`);
  for (const { id, rows } of view.groups) {
    printLine();
    printTable([
      [TITLES[id][lang], "", ...names],
      ...rows.map(({ label, unit, cells }) => [label[lang], unit, ...cells.map(({ value }) => shown(value))]),
    ]);
  }
  printLine();
  printTable([
    [WORDS.compliance[lang], "", ...names],
    ...complianceRows(view).map(({ label, unit, cells }) => [label[lang], unit, ...cells]),
  ]);
  for (const { id, deviations } of view.bids)
    for (const { clause, text } of deviations) printLine(`${WORDS.deviations[lang]} ${id} ${clause}: ${text}`);
  if (view.benchmark !== null)
    printLine(
      `${WORDS.benchmark[lang]} ${shown(view.benchmark.npv.value)} · ${shown(view.benchmark.equivalent.value)}/a`,
    );
  for (const { message } of view.problems) printError(`! ${message}`);
}

/** What each bid keeps, by what is asked. */
function complianceRows({ bids }: BidsAnswer) {
  const tailOf = (bid: string, cell: string) => cell.slice(`bid.${bid}.`.length);
  const tails = [...new Set(bids.flatMap(({ id, compliance }) => compliance.map(({ cell }) => tailOf(id, cell))))];
  return tails.flatMap((tail) => {
    const found = bids.map(({ id, compliance }) => compliance.find(({ cell }) => cell === `bid.${id}.${tail}`));
    const first = found.find((one) => one !== undefined);
    if (first === undefined) return [];
    const { label, unit } = first;
    return [
      {
        label,
        unit,
        cells: found.map((one) => (one === undefined ? "" : `${MARK[one.is]} ${shown(one.value)}`)),
      },
    ];
  });
}
