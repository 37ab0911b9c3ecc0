import type { Decimal } from "decimal.js";
import type { PortfolioSpec } from "../../document/schema.ts";
import type { Results } from "../../results/results.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { amountText } from "../../wording/grouped.ts";
import { type Text, text } from "../../wording/text.ts";
import { POOLING_CLAUSE, transferLabel } from "./lines/transfers.ts";
import { alikeAmong } from "./once.ts";
import type { PreparedPortfolio } from "./portfolio.ts";

/**
 * What the review says of a portfolio; `cannot_be_judged` where something is missing. C25 is the review check of money between projects, POOL the pool
 * against its own limits, ONCE that no project is in it twice.
 */
export interface PortfolioFinding {
  readonly id: "C25" | "POOL" | "ONCE";
  readonly severity: "R" | "Q";
  readonly is: "holds" | "fails" | "cannot_be_judged";
  readonly clauses: readonly string[];
  readonly message: Text;
  readonly path: string;
  /** Line that holds the amount. */
  readonly line: string;
}

const yuan = (value: Decimal | undefined): Text =>
  value === undefined
    ? text("金额未知", "an unknown amount")
    : { zh: `${amountText(value)} 元`, en: `CNY ${amountText(value)}` };

/** C25: what one project does for another is a documented transfer, and each project is shown by itself. */
export function reviewPortfolio(portfolio: PreparedPortfolio, results: Results<Decimal>): readonly PortfolioFinding[] {
  return [
    ...limitsOf(portfolio, results),
    ...once(portfolio),
    ...entered(portfolio, results),
    ...pooled(portfolio, results),
    ...unreturned(results),
    ...ownDealings(portfolio, results),
  ];
}

const finding = (is: PortfolioFinding["is"], path: string, line: string, message: Text): PortfolioFinding => ({
  id: "C25",
  severity: "Q",
  is,
  clauses: [POOLING_CLAUSE],
  message,
  path,
  line,
});

/** The paper something rests on, or that there is none. */
function groundOf(document: string | undefined, none: Text): Text {
  return document === undefined || document.trim() === "" ? none : text(`,依据:${document}`, `, on ${document}`);
}

function entered({ spec }: PreparedPortfolio, results: Results<Decimal>): readonly PortfolioFinding[] {
  return spec.transfers.map((transfer) => {
    const { id, document } = transfer;
    const line = `transfer.${id}.paid`;
    const amount = yuan(results.total(line));
    const label = transferLabel(transfer);
    const documented = document !== undefined && document.trim() !== "";
    const ground = groundOf(document, text(",没有文件依据", ", rests on no document"));
    const beyond = beyondMeans(transfer, results);
    const said = beyondWords(beyond);
    const is = !documented || beyond?.greaterThan(MONEY_TOLERANCE) === true ? "fails" : "holds";
    const path = `portfolio/transfers/${id}/${documented && is === "fails" ? "amount" : "document"}`;
    return finding(beyond === undefined && is === "holds" ? "cannot_be_judged" : is, path, line, {
      zh: `调剂“${label.zh}”${amount.zh}${ground.zh}${said.zh}`,
      en: `transfer “${label.en}”, ${amount.en}${ground.en}${said.en}`,
    });
  });
}

/** By how much the payer gave and lent more in that year than it had; undefined where that cannot be told. */
function beyondMeans(
  { payer, date }: PortfolioSpec["transfers"][number],
  results: Results<Decimal>,
): Decimal | undefined {
  const year = results.frame.years.findIndex(({ label }) => label === date.slice(0, 4));
  return year < 0 ? undefined : results.years(`member.${payer}.overpaid`)[year];
}

function beyondWords(beyond: Decimal | undefined): Text {
  if (beyond === undefined)
    return text(",付款项目当年可用资金无从核对", "; whether the payer has the money cannot be told");
  if (beyond.lessThanOrEqualTo(MONEY_TOLERANCE)) return text("", "");
  const amount = yuan(beyond);
  return {
    zh: `;付款项目当年调出超过可用资金 ${amount.zh}`,
    en: `; in that year its payer gives and lends ${amount.en} more than it has`,
  };
}

/** The pool against its credit line and its floor, by the account that bears interest. */
function limitsOf({ spec: { pool } }: PreparedPortfolio, results: Results<Decimal>): readonly PortfolioFinding[] {
  const { creditLimit, minimumCash } = pool;
  const judged = (line: string, path: string, words: (lacking: Text, year: string) => Text, holds: Text) => {
    const lowest = results.scalar(`${line}_lowest`);
    const is =
      lowest === undefined ? "cannot_be_judged" : lowest.plus(MONEY_TOLERANCE).isNegative() ? "fails" : "holds";
    const year = results.scalar(`${line}_year`)?.toFixed(0) ?? "–";
    const message = is === "fails" ? words(yuan(lowest?.abs()), year) : is === "holds" ? holds : UNTOLD;
    return { id: "POOL", severity: "R", is, clauses: [], message, path, line } as const;
  };
  return [
    ...(creditLimit === undefined
      ? []
      : [
          judged(
            "pool.credit_left",
            "portfolio/pool/creditLimit",
            ({ zh, en }, year) => ({
              zh: `统借授信余额(含利息)超过额度,${year} 年最多超过 ${zh}`,
              en: `the pooled credit line with its interest breaks its limit, in ${year} by as much as ${en}`,
            }),
            text("统借授信余额(含利息)未超过额度", "the pooled credit line with its interest keeps its limit"),
          ),
        ]),
    ...(minimumCash === undefined
      ? []
      : [
          judged(
            "pool.room",
            "portfolio/pool/minimumCash",
            ({ zh, en }, year) => ({
              zh: `合并资金(含利息与授信额度)低于最低存量,${year} 年最多差 ${zh}`,
              en: `pooled cash, with interest and the credit line, is below the least to be kept, in ${year} by as much as ${en}`,
            }),
            text(
              "合并资金(含利息与授信额度)不低于最低存量",
              "pooled cash, with interest and the credit line, is never below the least to be kept",
            ),
          ),
        ]),
  ];
}

const UNTOLD = text(
  "含息的合并账户没有数值,统借授信额度与最低存量无从核对",
  "the pooled account with interest has no value: its limit and floor cannot be judged",
);

function once({ members }: PreparedPortfolio): readonly PortfolioFinding[] {
  return alikeAmong(members).map(({ members: [, other], message }) => ({
    id: "ONCE",
    severity: "Q",
    is: "cannot_be_judged",
    clauses: [],
    message,
    path: `members/${other.id}`,
    line: `member.${other.id}.flow`,
  }));
}

function pooled({ spec }: PreparedPortfolio, results: Results<Decimal>): readonly PortfolioFinding[] {
  const highest = results.scalar("pool.lent_highest");
  if (highest?.isZero() === true) return [];
  const path = "portfolio/pool/document";
  const { document } = spec.pool;
  const documented = document !== undefined && document.trim() !== "";
  const is = highest === undefined ? "cannot_be_judged" : documented ? "holds" : "fails";
  const amount = yuan(highest);
  const ground = groundOf(document, text(",没有统筹协议", ", without an agreement"));
  return [
    finding(is, path, "pool.lent_highest", {
      zh: `项目间统筹借款最高 ${amount.zh}${ground.zh}`,
      en: `up to ${amount.en} is lent between projects by pooling${ground.en}`,
    }),
  ];
}

/** A loan that is never returned is support: it must be called so. */
function unreturned(results: Results<Decimal>): readonly PortfolioFinding[] {
  const lines = {
    "pool.open_at_end": text("统筹借款", "pooled loans"),
    "pool.transfers_unreturned": text("录入的借款", "entered loans"),
  };
  return Object.entries(lines).flatMap(([line, what]) => {
    const open = results.scalar(line);
    if (open?.isZero() === true) return [];
    const amount = yuan(open);
    return [
      finding(open === undefined ? "cannot_be_judged" : "fails", "portfolio/transfers", line, {
        zh: `期末${what.zh}尚有 ${amount.zh} 未归还,实为项目间补贴,须明确来源与依据`,
        en: `${what.en} of ${amount.en} are not returned at the end: support of one project by another, to be named and founded as such`,
      }),
    ];
  });
}

function ownDealings({ members }: PreparedPortfolio, results: Results<Decimal>): readonly PortfolioFinding[] {
  return members.flatMap(({ id, label }) => {
    const line = `member.${id}.with_others`;
    const amount = results.scalar(line);
    if (amount?.isZero() === true) return [];
    const said = yuan(amount);
    return [
      finding("cannot_be_judged", `members/${id}`, line, {
        zh: `成员“${label.zh}”文件内另有与其他项目的往来 ${said.zh};对方若是本组合成员,应改录为调剂,以免重复`,
        en: `member “${label.en}” has ${said.en} with other projects in its own document; with one of this portfolio it belongs among the transfers, or it counts twice`,
      }),
    ];
  });
}
