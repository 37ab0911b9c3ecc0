import type { Decimal } from "decimal.js";
import { statementFrame } from "../../compile/expand.ts";
import { type UnlikePayment, unlikePayments } from "../../statements/payers.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { PARTY_ROLES, type PartyRole } from "../../terms/parties.ts";
import { PAYERS } from "../../terms/payers.ts";
import { isRole, ROLES } from "../../terms/roles.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import type { Finding } from "../findings.ts";
import { finding } from "./finding.ts";
import type { Check, Review } from "./review.ts";

const SAID_NOTHING: Text = { zh: "未定科目", en: "no role" };

function payment(review: Review, one: UnlikePayment, amount: Decimal): readonly Finding[] {
  const { unlike, byName, kind, line, returned } = one;
  const label = review.lines.find(({ id }) => id === line)?.label ?? { zh: line, en: line };
  const said = one.role !== undefined && isRole(one.role) ? ROLES[one.role] : SAID_NOTHING;
  const who = payerName(review, one.payer);
  const { is } = PAYERS[kind];
  const sum = amountText(amount);
  const message: Text = returned
    ? {
        zh: `${label.zh}:以负数支出从${who.zh}收回 ${sum} 元,列为“${said.zh}”;支出不得冲减,收到的款项应另列付款方与科目`,
        en: `${label.en}: CNY ${sum} comes back from ${who.en} as a negative payment of “${said.en}”; enter what is received as such`,
      }
    : {
        zh: `${label.zh}:${who.zh}付 ${sum} 元,列为“${said.zh}”;${is.zh}`,
        en: `${label.en}: ${who.en} pays CNY ${sum} as “${said.en}”; ${is.en}`,
      };
  return unlike.ids.map((id) =>
    finding(review, {
      id,
      // Who pays is read off a name only: that is asked about.
      severity: byName ? "Q" : unlike.severity,
      pass: false,
      clauses: unlike.clauses,
      numbers: { amount },
      path: line,
      money: one.amount,
      message,
    }),
  );
}

function payerName({ document }: Review, id: string): Text {
  const party = document.parties.find((one) => one.id === id);
  const label = party?.label ?? id;
  const name = typeof label === "string" ? { zh: label, en: label } : label;
  const role = PARTY_ROLES[party?.role as PartyRole];
  return { zh: `${name.zh}(${role.zh})`, en: `${name.en} (${role.en})` };
}

/** Every yuan that comes into the project, by who pays it and what it is said to be. */
function audit(review: Review): readonly Finding[] {
  const payments = unlikePayments(review.lines, statementFrame(review.document));
  return payments.flatMap((one) => {
    const amount = review.view.scalar(one.amount);
    return amount === undefined || amount.lessThanOrEqualTo(MONEY_TOLERANCE) ? [] : payment(review, one, amount);
  });
}

const IDS = [...new Set(Object.values(PAYERS).flatMap(({ unlike }) => unlike.flatMap(({ ids }) => ids)))];

export const payers: readonly Check[] = [{ ids: IDS, run: audit }];
