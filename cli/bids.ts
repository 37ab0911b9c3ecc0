import { complianceRows } from "../app/bids/compliance.ts";
import { prepareBidsOnce } from "../app/bids/prepare.ts";
import { COMPLIANCE_MARK, GROUP_TITLES } from "../app/bids/titles.ts";
import { bidsView, valuesOf } from "../app/bids/view.ts";
import type { BidsView, Lang } from "../app/contract.ts";
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

const WORDS = {
  compliance: { zh: "符合性", en: "compliance" },
  deviations: { zh: "偏离", en: "deviations" },
  benchmark: { zh: "自营基准", en: "self-operation" },
  notice: { zh: "招标文件摘要", en: "hash of the notice" },
} as const;

const shown = (value: string | null): string => value ?? "–";

export function printBids(view: BidsAnswer, lang: Lang): void {
  const names = view.bids.map(({ id, bidder }) => `${id} ${bidder}`);
  printLine(`${WORDS.notice[lang]} ${view.notice}`);
  for (const { id, rows } of view.groups) {
    printLine();
    printTable([
      [GROUP_TITLES[id][lang], "", ...names],
      ...rows.map(({ label, unit, cells }) => [label[lang], unit, ...cells.map(({ value }) => shown(value))]),
    ]);
  }
  printLine();
  printTable([
    [WORDS.compliance[lang], "", ...names],
    ...complianceRows(view).map(({ label, unit, cells }) => [
      label[lang],
      unit,
      ...cells.map((one) => (one === undefined ? "" : `${COMPLIANCE_MARK[one.is]} ${shown(one.value)}`)),
    ]),
  ]);
  for (const { id, deviations } of view.bids)
    for (const { clause, text } of deviations) printLine(`${WORDS.deviations[lang]} ${id} ${clause}: ${text}`);
  if (view.benchmark !== null)
    printLine(
      `${WORDS.benchmark[lang]} ${shown(view.benchmark.npv.value)} · ${shown(view.benchmark.equivalent.value)}/a`,
    );
  for (const { message } of view.problems) printError(`! ${message}`);
}
