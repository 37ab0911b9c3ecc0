import type { GraphLine } from "../../language/graph.ts";
import { MONEY_TOLERANCE, SHARE_TOLERANCE } from "../../statements/tolerances.ts";
import { CAPITAL_PAID_IN } from "../../terms/owners.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { sum, ZERO } from "./amounts.ts";
import { finding, percent } from "./finding.ts";
import type { Check, Review } from "./review.ts";
import { ruleOf, statedBy } from "./rules.ts";

/** Capital that comes into the project from outside. */
const paidIn = (review: Review): readonly GraphLine[] =>
  review.withRole(...CAPITAL_PAID_IN.split(", ")).filter(({ tags }) => tags["crosses"] === "in");

const hasDebt = (review: Review): boolean => review.withRole("debt.draw").some(({ tags }) => tags["crosses"] === "in");

/** C06: instruments are at most the part of the capital that the rule allows. */
function instruments(review: Review): readonly Finding[] {
  const rule = ruleOf(review, "capital_instrument_max");
  const most = rule === undefined ? undefined : statedBy(review, rule);
  const lines = paidIn(review);
  const [first] = lines.filter(({ tags }) => tags["capital_kind"] === "instrument");
  const [capital, held] = [
    review.total(lines),
    review.total(lines.filter(({ tags }) => tags["capital_kind"] === "instrument")),
  ];
  if (first === undefined || most === undefined || capital === undefined || held === undefined || capital.isZero())
    return [];
  const share = held.div(capital);
  return [
    finding(review, {
      id: "C06",
      severity: "Q",
      pass: share.lessThanOrEqualTo(most.plus(SHARE_TOLERANCE)),
      clauses: ["national-law/capital-instruments"],
      numbers: { instruments: held, capital, share, most },
      path: first.id,
      message: {
        zh: `永续债、优先股等权益型工具 ${amountText(held)} 元,占资本金 ${percent(share)},不得超过 ${percent(most)}`,
        en: `perpetual and preferred instruments of CNY ${amountText(held)} are ${percent(share)} of the capital, at most ${percent(most)} is allowed`,
      },
    }),
  ];
}

/** C06: what is paid in when the building stands has not paid for it. */
function late(review: Review): readonly Finding[] {
  const rule = ruleOf(review, "capital_ratio_min_development");
  const least = rule === undefined ? undefined : statedBy(review, rule);
  const lines = paidIn(review);
  const [paid, building] = [review.series(lines), review.view.series("project.building")];
  const base = review.view.scalar("project.capital_base");
  if (!hasDebt(review) || least === undefined || paid === undefined || building === undefined) return [];
  if (base === undefined || base.isZero()) return [];
  const before = sum(paid.filter((_amount, period) => building[period]?.isZero() === false));
  const after = sum(paid).minus(before);
  if (after.lessThanOrEqualTo(MONEY_TOLERANCE)) return [];
  const share = before.div(base);
  const [first] = lines.filter((line) =>
    review.view.series(line.id)?.some((amount, period) => building[period]?.isZero() === true && amount.greaterThan(0)),
  );
  return [
    finding(review, {
      id: "C06",
      severity: "R",
      pass: share.plus(SHARE_TOLERANCE).greaterThanOrEqualTo(least),
      clauses: ["national-law/capital-ratio"],
      numbers: { before, after, share, required: least },
      path: first?.id ?? "",
      message: {
        zh: `资本金 ${amountText(after)} 元在完工后才缴,建设期实缴 ${amountText(before)} 元,占总投资 ${percent(share)},要求不低于 ${percent(least)}`,
        en: `CNY ${amountText(after)} of capital is paid in after completion; the CNY ${amountText(before)} before it are ${percent(share)} of total investment, at least ${percent(least)} is required`,
      },
    }),
  ];
}

/** What an owner may receive as an owner, and as a lender. */
const AS_OWNER = /^(?:equity|debt)\./;

/** R-DEBT-3: an owner who is paid whatever the result, other than as an owner, is paid a fixed return by another name. */
function ownersFees(review: Review): readonly Finding[] {
  const owners = new Set(paidIn(review).flatMap(({ payer }) => payer ?? []));
  const paid = review.lines.filter(
    ({ payee, role, tags }) =>
      payee !== undefined &&
      owners.has(payee) &&
      tags["crosses"] === "out" &&
      role !== undefined &&
      !AS_OWNER.test(role),
  );
  return [...Map.groupBy(paid, ({ payee }) => payee ?? "").entries()].flatMap(([owner, lines]) => {
    const amount = review.total(lines);
    const [first] = lines.filter((line) => review.total([line])?.greaterThan(MONEY_TOLERANCE));
    if (first === undefined || amount === undefined) return [];
    const capital = review.total(paidIn(review).filter(({ payer }) => payer === owner)) ?? ZERO;
    return [
      finding(review, {
        id: "R-DEBT-3",
        severity: "Q",
        pass: false,
        clauses: ["national-law/capital-not-debt", "national-law/hidden-debt"],
        numbers: { paid: amount, capital },
        path: first.id,
        message: {
          zh: `出资人“${owner}”出资 ${amountText(capital)} 元,另从项目收取“${first.label.zh}”等 ${amountText(amount)} 元:与盈亏无关的固定支付属名股实债,须以合同和计量依据说明`,
          en: `the investor “${owner}” paid in CNY ${amountText(capital)} and receives CNY ${amountText(amount)} from the project besides (“${first.label.en}”): fixed payments whatever the result are debt dressed as equity; show the contract and what it is measured by`,
        },
      }),
    ];
  });
}

export const capitalForm: readonly Check[] = [
  { ids: ["C06"], run: instruments },
  { ids: ["C06"], run: late },
  { ids: ["R-DEBT-3"], run: ownersFees },
];
