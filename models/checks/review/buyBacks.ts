import { investmentFund } from "../../mechanisms/capital/fund.ts";
import { spvShareholders } from "../../mechanisms/capital/shareholders.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { CAPITAL_PAID_IN } from "../../terms/owners.ts";
import type { Role } from "../../terms/roles.ts";
import { text } from "../../wording/text.ts";
import { answer } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import type { Part, PartRow } from "./parts.ts";
import type { Review } from "./review.ts";
import { called, figure, inPercent, said } from "./sides.ts";

const CLAUSES = ["national-law/capital-not-debt", "national-law/hidden-debt"];
const PAID_IN = CAPITAL_PAID_IN.split(", ") as Role[];
const DRESSED = text("与经营结果无关的固定收益回购属名股实债,出资不得作为资本金", "bought back at a return whatever the result it is debt dressed as equity, and no capital");
const PRICED = text(
  "事先约定高于出资的固定价款,须以评估报告或股权转让合同说明不是名股实债",
  "a fixed price above what was paid in, agreed beforehand: a valuation or the contract must show that it is no debt",
);

const APPRAISED = /评估|挂牌|拍卖|产权交易|apprais|valuation|auction/i;
/** Whether a paper named for an input, or for a cell of it, shows how the price was found. */
function isAppraised(review: Review, part: Part, input: string): boolean {
  const { evidence = {} } = review.document.components.find(({ id }) => id === part.id) ?? {};
  return Object.entries(evidence).some(([name, given]) => (name === input || name.startsWith(`${input}/`)) && "document" in given && APPRAISED.test(given.document));
}

/** What the seller of a stake has paid for the part of it that is sold. */
function paidFor(review: Review, part: Part, row: PartRow) {
  const [seller, company] = [row.word("seller"), part.word("company")];
  const own = review.withRole(...PAID_IN).filter(({ payer, payee }) => payer === seller && payee === company);
  const all = review.withRole(...PAID_IN).filter(({ payee }) => payee === company);
  const [paid, total, share] = [review.total(own), review.total(all), row.number("share")];
  if (paid === undefined || total === undefined || share === undefined || total.isZero()) return undefined;
  // Shares that are entered need not follow the money: what is sold is at most all of what was paid in.
  const sold = total.times(share);
  return sold.lessThan(paid) ? sold : paid;
}

function stakeSold(review: Review, part: Part, row: PartRow): readonly Judged[] {
  const pricing = row.word("pricing");
  const parties = text(
    `${review.partyName(row.word("seller")).zh}转让给${review.partyName(row.word("buyer")).zh}`,
    `${review.partyName(row.word("seller")).en} to ${review.partyName(row.word("buyer")).en}`,
  );
  const about = text(`${part.label.zh}:${parties.zh}`, `${part.label.en}: ${parties.en}`);
  if (pricing === "return") {
    const rate = row.number("rateOfReturn");
    return [
      {
        about,
        answer: answer(rate?.isZero(), inPercent(called(row.side("rateOfReturn"), "约定的转让方年收益率", "return agreed for the seller per year"))),
        path: row.at("pricing"),
        severity: "R",
        fails: DRESSED,
      },
    ];
  }
  if (pricing !== "fixed") return [];
  const [price, paid] = [row.number("price"), paidFor(review, part, row)];
  const above = price === undefined || paid === undefined ? undefined : price.minus(paid).greaterThan(MONEY_TOLERANCE);
  return [
    {
      about,
      answer: answer(
        above === undefined ? undefined : !above || isAppraised(review, part, "transfers"),
        called(row.side("price"), "固定价款", "fixed price"),
        figure(text("对应的实缴出资", "paid in for it"), paid, "CNY", row.at("share")),
      ),
      path: row.at("price"),
      fails: PRICED,
    },
  ];
}

/** What a fund is paid on leaving, fixed today, by another shareholder. */
function fundSold(review: Review, part: Part): readonly Judged[] {
  const owners = new Set(review.withRole(...PAID_IN).map(({ payer }) => payer));
  // Who holds a stake buys it back, by whatever route it is called.
  if (part.word("exitRoute") !== "shareholder" && !owners.has(part.word("exitPayer"))) return [];
  const price = part.number("exitProceeds");
  const paid = review.total(part.withRole("equity.fund"));
  const above = price === undefined || paid === undefined ? undefined : price.minus(paid).greaterThan(MONEY_TOLERANCE);
  return [
    {
      about: part.label,
      answer: answer(
        above === undefined ? undefined : !above || isAppraised(review, part, "exitProceeds"),
        called(part.side("exitProceeds"), "约定的退出价款", "exit proceeds agreed"),
        figure(text("基金出资", "paid in by the fund"), paid, "CNY", part.path),
        said(text("受让方", "bought by"), review.partyName(part.word("exitPayer")), part.at("exitPayer")),
      ),
      path: part.at("exitProceeds"),
      fails: PRICED,
    },
  ];
}

/** R-DEBT-3: a stake that is bought back at a return or a price fixed beforehand is a loan by another name. */
const dressed = check({
  ids: ["R-DEBT-3"],
  severity: "Q",
  clauses: CLAUSES,
  of: (review): readonly Judged[] => [
    ...review.partsOf(spvShareholders).flatMap((part) => part.rows("transfers").flatMap((row) => stakeSold(review, part, row))),
    ...review.partsOf(investmentFund).flatMap((part) => fundSold(review, part)),
  ],
  none: text("没有约定价款的股权转让与退出,不适用", "no stake is sold at a price agreed beforehand: does not apply"),
  judge: (judged) => judged,
});

export const buyBacks: readonly Check[] = [dressed];
