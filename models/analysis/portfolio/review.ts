import type { Decimal } from "decimal.js";
import type { Results } from "../../results/results.ts";
import { amountText } from "../../wording/grouped.ts";
import { type Text, text } from "../../wording/text.ts";
import { POOLING_CLAUSE, transferLabel } from "./lines/transfers.ts";
import type { PreparedPortfolio } from "./portfolio.ts";

/** What the review says of money between the projects; `cannot_be_judged` where something is missing. */
export interface PortfolioFinding {
  readonly id: "C25";
  readonly severity: "Q";
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
    return finding(documented ? "holds" : "fails", `portfolio/transfers/${id}/document`, line, {
      zh: `调剂“${label.zh}”${amount.zh}${ground.zh}`,
      en: `transfer “${label.en}”, ${amount.en}${ground.en}`,
    });
  });
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
