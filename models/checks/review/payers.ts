import { statementFrame } from "../../compile/expand.ts";
import { type UnlikePayment, unlikePayments } from "../../statements/payers.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { OPENING_SOURCES, openingMoney } from "../../terms/openingCash.ts";
import { PARTY_ROLES, type PartyRole } from "../../terms/parties.ts";
import { PAYERS, type Unlike } from "../../terms/payers.ts";
import { isRole, ROLES } from "../../terms/roles.ts";
import { listedOrNone, type Text, text } from "../../wording/text.ts";
import { answer } from "./answers.ts";
import { type Check, checkOfFile, type Judged } from "./check.ts";
import type { Review } from "./review.ts";
import { figure, ofLine, said } from "./sides.ts";

const SAID_NOTHING: Text = { zh: "未定科目", en: "no role" };

/** Every yuan that comes into the project, by who pays it and what it is said to be. */
const audit = (id: string, clauses: readonly string[]): Check =>
  checkOfFile({
    ids: [id],
    severity: "R",
    also: clauses,
    judge: (review) => {
      const all = unlikePayments(review.lines, statementFrame(review.document));
      const found = all.filter(({ unlike, amount }) => unlike.ids.includes(id) && review.view.scalar(review.lineAt(amount))?.lessThanOrEqualTo(MONEY_TOLERANCE) === false);
      const judged = [...found.map((one) => payment(review, one)), ...openings(review, id)];
      return judged.length > 0 ? judged : allowed(review);
    },
  });

/** 期初资金: money that is there before the first period passes the same matrix. */
function openings(review: Review, id: string): readonly Judged[] {
  return review.document.parties.flatMap((party): readonly Judged[] => {
    const held = review.decimal(party.openingCash);
    const money = openingMoney(party);
    if (held?.greaterThan(MONEY_TOLERANCE) !== true || money.is === "own") return [];
    const unlike = money.is === "others" ? money.unlike : UNSAID;
    if (!unlike.ids.includes(id)) return [];
    const path = `parties/${party.id}/openingCash`;
    const declared = party.openingCashFrom === undefined ? [] : [OPENING_SOURCES[party.openingCashFrom]];
    const written = party.openingCashSource?.trim() ?? "";
    const source = listedOrNone([...declared, ...(written === "" ? [] : [text(written, written)])]);
    return [
      {
        about: review.partyName(party.id),
        severity: unlike.severity,
        clauses: unlike.clauses,
        path,
        answer: answer(false, figure(text("期初资金", "opening cash"), held, "CNY", path), said(text("来源", "source"), source, path)),
        fails: money.is === "others" ? PAYERS[money.kind].is : UNPLAIN,
      },
    ];
  });
}
const UNSAID: Unlike = { ids: ["C06"], severity: "Q", clauses: ["national-law/capital-ratio"] };
const UNPLAIN = text(
  "没有说明是谁的钱:请选择来源(股东缴付的资本、自身积累等)并写明出资方与凭证",
  "whose money it is is not said: choose its source (capital of its owners, its own profit …) and name who paid it and the paper",
);

function allowed(review: Review): Judged {
  const incoming = review.lines.filter(({ tags }) => tags["crosses"] === "in");
  return {
    answer: answer(
      true,
      figure(text("已按付款方核对的流入项", "inflows held against who pays them"), review.count(incoming.length), "item", "components"),
      said(text("付款方与科目", "payers and roles"), text("均相符", "agree"), "parties"),
    ),
  };
}

function payment(review: Review, { unlike, byName, own, kind, line, returned, amount, role, payer }: UnlikePayment): Judged {
  const label = review.lineAt(line)?.label ?? text(line, line);
  const who = payerName(review, payer);
  const { is } = PAYERS[kind];
  const sum = ofLine(review, review.lineAt(amount), returned ? RETURNED : PAID);
  const as = said(text("列为", "said to be"), role !== undefined && isRole(role) ? ROLES[role] : SAID_NOTHING, line);
  return {
    about: label,
    // Who pays is read off a name only: that is asked about.
    severity: byName ? "Q" : unlike.severity,
    clauses: unlike.clauses,
    path: line,
    money: amount,
    answer: answer(false, said(text("付款方", "payer"), who, "parties"), sum, as),
    fails: returned ? NEGATIVE : own ? OWN : is,
  };
}
const NEGATIVE = text("支出不得冲减,收到的款项应另列付款方与科目", "a cost may not be negative: enter what is received with its payer and role");
const OWN = text(
  "自定义行没有利率、期限、退还或分配条件,出资、借款、保证金、流动资金与税款须用相应组件列示",
  "a line of one's own has no rate, tenor, return or distribution: enter capital, loans, deposits, working capital and taxes by their components",
);
const PAID = text("付", "pays");
const RETURNED = text("以负数支出付回", "pays back as a negative cost");

function payerName(review: Review, id: string): Text {
  const name = review.partyName(id);
  const role = PARTY_ROLES[review.partyRole(id) as PartyRole];
  return { zh: `${name.zh}(${role.zh})`, en: `${name.en} (${role.en})` };
}

const unlikes: readonly Unlike[] = Object.values(PAYERS).flatMap(({ unlike }): readonly Unlike[] => unlike);
const IDS = [...new Set(unlikes.flatMap(({ ids }) => ids))];

export const payers: readonly Check[] = IDS.map((id) => audit(id, [...new Set(unlikes.flatMap(({ ids, clauses }) => (ids.includes(id) ? clauses : [])))]));
