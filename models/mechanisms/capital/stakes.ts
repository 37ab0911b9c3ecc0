import { choice, type InputSpec, money, month, party, rate, table } from "../../terms/inputs.ts";
import { CAPITAL_PAID_IN } from "../../terms/owners.ts";
import { type Component, perRow, type Row } from "../define/component.ts";
import { doubt } from "../define/doubt.ts";
import { cash, flow, type LineSpec, rateLine, ratio, stock } from "../define/lines.ts";

export const HOLDERS = ["investor", "soe", "fund", "city", "district", "province", "entity", "operator", "contractor", "other"] as const;

export const transfersInput = {
  transfers: table(
    "股权转让",
    "transfers of stakes",
    {
      seller: party("转让方", "seller", HOLDERS),
      buyer: party("受让方(须列为股东,可不出资)", "buyer (listed as a shareholder, with or without a share)", HOLDERS),
      month: month("转让月", "month", "within"),
      share: rate("转让的股权比例(占公司)", "stake sold, of the company", { from: 0, to: 1, usual: [0.1, 0.5] }),
      pricing: choice("定价方式", "priced", {
        fixed: { zh: "固定价款", en: "at a fixed price" },
        equity: { zh: "按所有者权益份额", en: "as its share of owners' equity" },
        return: { zh: "按转让方收益率", en: "to give the seller a rate of return" },
      }),
      price: money("固定价款", "fixed price", { from: 0, optional: true, usual: [1000000, 50000000] }),
      factor: rate("占所有者权益份额的比例(不填为100%)", "of its share of owners' equity (all of it when left out)", { from: 0, to: 10, optional: true, usual: [0.8, 1.2] }),
      rateOfReturn: rate("转让方年收益率", "return of the seller per year", { from: 0, to: 1, optional: true, usual: [0.05, 0.1] }),
    },
    { optional: true },
  ),
} satisfies Record<string, InputSpec>;

const PAID_IN = `role = in(${CAPITAL_PAID_IN})`;
const SHARE_TOLERANCE = "1 / 100 / 100";

/** Who holds what from when: shares as entered, or as paid in so far; sales of stakes move them. What is left at the end is worth its part of owners' equity. */
export function stakeLines(c: Component): readonly LineSpec[] {
  const rows = c.rows("shareholders");
  const entered = rows.some((row) => row.has("share"));
  return [
    ...(entered
      ? [
          ratio("share_total", "持股比例合计", "shares in total", "sumrows(shareholders, row.held)", { convention: { zh: "应为100%", en: "to be 100 %" } }),
          doubt(
            "shares_not_whole",
            "shareholders",
            "股东持股比例合计不为100%",
            "the shares of the shareholders are not 100 % together",
            `abs(share_total - 1) > ${SHARE_TOLERANCE} ? 1 : 0`,
          ),
        ]
      : []),
    ...perRow(c, "shareholders", (row) => [
      ...(entered ? [ratio("held", "持股比例", "share held", row.has("share") ? "row.share" : "0")] : []),
      rateLine("stake", "持股比例(当期)", "stake held", `${entered ? "held" : PAID_SHARE}${moved(c, row)}`, {
        convention: entered
          ? { zh: "按填写比例,随股权转让变动", en: "as entered, moved by sales of stakes" }
          : { zh: "按累计实缴出资,随股权转让变动", en: "by what is paid in so far, moved by sales of stakes" },
      }),
      flow("terminal", "期末股权价值", "value of the stake at the end", `t >= periodcount ? stake * max(0, owners_equity + ${RECOVERED}) : 0`, {
        role: "equity.terminal",
        words: { investor: "row.holder" },
        convention: { zh: "按期末所有者权益份额(资产按回收值)", en: "its share of owners' equity in the last period, assets at what is recovered" },
      }),
    ]),
    ...perRow(c, "transfers", (row) => transferLines(c, row)),
  ];
}

/** The end may value the assets other than the books do. */
const RECOVERED = "(project.recovered_assets - account.fixed - account.intangible)";

const PAID_SHARE = `share(running(sum(payee = company, payer = row.holder, ${PAID_IN})), running(sum(payee = company, ${PAID_IN})))`;

const sameParty = (c: Component, row: Row, side: "seller" | "buyer") => c.rows("transfers").filter((transfer) => transfer.word(side) === row.word("holder"));

/** Stakes bought less stakes sold so far. */
function moved(c: Component, row: Row): string {
  const bought = sameParty(c, row, "buyer").map(({ id }) => ` + running(sold.${id})`);
  const sold = sameParty(c, row, "seller").map(({ id }) => ` - running(sold.${id})`);
  return [...bought, ...sold].join("");
}

function transferLines(c: Component, row: Row): readonly LineSpec[] {
  const holder = (side: "seller" | "buyer") => c.rows("shareholders").find((one) => one.word("holder") === row.word(side));
  const seller = holder("seller");
  const listed = seller !== undefined && holder("buyer") !== undefined;
  const before = seller === undefined ? "0" : `prev(stake.${seller.id})`;
  const price = PRICES[row.word("pricing")];
  if (price === undefined) throw new Error(`no rule of pricing ${row.word("pricing")}`);
  return [
    flow("sold", "转让的股权", "stake sold", listed ? `falls(row.month) ? min(row.share, ${before}) : 0` : "0", {
      unit: "1",
      convention: { zh: "以转让方期初持股为限", en: "at most what the seller holds at the beginning of the period" },
    }),
    ...(row.is("pricing", "return") ? claimLines : []),
    cash("transfer_price", "股权转让价款", "price of the stake", price(row, before), {
      from: "row.buyer",
      to: "row.seller",
      role: "equity.transfer",
      words: { investor: "row.buyer", recipient: "company" },
      posts: { debit: "outside", credit: "outside" },
    }),
    doubt(
      "not_sold",
      `transfers/${row.id}/share`,
      (listed ? TOO_LITTLE : UNLISTED).zh,
      (listed ? TOO_LITTLE : UNLISTED).en,
      `total(sold) < row.share - ${SHARE_TOLERANCE} ? 1 : 0`,
    ),
  ];
}

const TOO_LITTLE = { zh: "转让方当时持股不足,未按填写比例转让", en: "the seller does not hold that much at that time: less is sold" };
const UNLISTED = { zh: "转让方或受让方不在股东表中,股权转让未计入", en: "the seller or the buyer is not among the shareholders: the sale is left out" };

/** Of a stake of which less is sold than entered, the same part of its price. */
const PRICES: Readonly<Record<string, (row: Row, before: string) => string>> = {
  fixed: (row) => `${row.has("price") ? "row.price" : missing(row, "price")} * share(sold, row.share)`,
  equity: (row) => `sold * max(0, prev(owners_equity))${row.has("factor") ? " * row.factor" : ""}`,
  return: (row, before) => `${row.has("rateOfReturn") ? "claim_before" : missing(row, "rateOfReturn")} * share(sold, ${before})`,
};

/** Asking for a cell its rule needs says that it is missing. */
function missing(row: Row, name: string): string {
  row.word(name);
  return "0";
}

/** What the seller would have to be paid for the whole of its stake to have earned the rate on what it put in. */
const claimLines: readonly LineSpec[] = [
  flow("claim_before", "转让方按收益率应得(期初)", "what the seller is to have at its rate, beginning", "prev(claim) * (1 + row.rateOfReturn) ^ (dtyears / 1 a)"),
  stock(
    "claim",
    "转让方按收益率应得",
    "what the seller is to have at its rate",
    `claim_before + sum(payer = row.seller, payee = company, ${PAID_IN}) - sum(payer = company, payee = row.seller, role = in(equity.dividend, equity.fund_distribution))`,
  ),
];
