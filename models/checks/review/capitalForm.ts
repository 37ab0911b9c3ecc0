import type { GraphLine } from "../../language/graph.ts";
import { equity } from "../../mechanisms/capital/equity.ts";
import { PROJECT } from "../../statements/handles.ts";
import { MONEY_TOLERANCE, SHARE_TOLERANCE } from "../../statements/tolerances.ts";
import { CAPITAL_PAID_IN } from "../../terms/owners.ts";
import type { Role } from "../../terms/roles.ts";
import { listed, type Text, text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, compare } from "./answers.ts";
import { crossing } from "./capital.ts";
import { type Check, check } from "./check.ts";
import type { Review } from "./review.ts";
import { matches } from "./roles.ts";
import { figure, inPercent, ofRule, said, shareOf, sumOf } from "./sides.ts";

/** Capital that comes into the project from outside. */
export const paidIn = (review: Review): readonly GraphLine[] => crossing(review, "in", ...(CAPITAL_PAID_IN.split(", ") as Role[]));

const NO_CAPITAL = text("无资本金,不适用", "no capital: does not apply");

/** C06: instruments are at most the part of the capital that the rule allows. */
const instruments = check({
  ids: ["C06"],
  severity: "Q",
  clauses: ["national-law/capital-instruments"],
  of: (review) => (review.total(paidIn(review))?.isZero() === false ? [paidIn(review)] : []),
  none: NO_CAPITAL,
  judge: (lines, review) => {
    const held = lines.filter(({ tags }) => tags["capital_kind"] === "instrument");
    const path = held[0]?.id ?? lines[0]?.id ?? "";
    const instrument = sumOf(review, text("永续债、优先股等权益型工具", "perpetual and preferred instruments"), held, path);
    const capital = sumOf(review, text("资本金", "capital"), lines, path);
    return {
      answer: compare(
        review,
        shareOf(text("权益型工具占资本金", "instruments, of the capital"), instrument.value, capital.value, path),
        "at_most",
        inPercent(ofRule(review, "capital_instrument_max")),
        { tolerance: SHARE_TOLERANCE, beside: [instrument, capital] },
      ),
      path,
    };
  },
});

/** C06: what is paid in when the building stands has not paid for it. */
const late = check({
  ids: ["C06"],
  severity: "R",
  clauses: ["national-law/capital-ratio"],
  of: (review) => {
    const [paid, building] = [review.series(paidIn(review)), review.view.series(PROJECT.building)];
    if (crossing(review, "in", "debt.draw").length === 0 || paid === undefined || building === undefined) return [];
    const before = sum(paid.filter((_amount, period) => building[period]?.isZero() === false));
    const after = sum(paid).minus(before);
    return after.lessThanOrEqualTo(MONEY_TOLERANCE) ? [] : [{ before, after, building }];
  },
  none: text("没有完工后才缴的资本金,不适用", "no capital is paid in after completion: does not apply"),
  judge: ({ before, after, building }, review) => {
    const base = review.view.scalar(PROJECT.capitalBase);
    const first = paidIn(review).find((line) => review.view.series(line)?.some((amount, period) => building[period]?.isZero() === true && amount.greaterThan(0)));
    const path = first?.id ?? "";
    return {
      answer: compare(
        review,
        shareOf(text("建设期实缴占总投资", "paid in until completion, of total investment"), before, base, path),
        "at_least",
        inPercent(ofRule(review, "capital_ratio_min_development")),
        { tolerance: SHARE_TOLERANCE, beside: [figure(text("完工后才缴", "paid in after completion"), after, "CNY", path)] },
      ),
      path,
    };
  },
});

/** R-DEBT-3: an owner who is paid whatever the result, other than as an owner, is paid a fixed return by another name. */
const ownersFees = check({
  ids: ["R-DEBT-3"],
  severity: "Q",
  clauses: ["national-law/capital-not-debt", "national-law/hidden-debt"],
  of: (review) => {
    const owners = new Set(paidIn(review).flatMap(({ payer }) => payer ?? []));
    return [...owners].map((owner) => ({
      owner,
      lines: review.lines.filter(
        (line) =>
          line.payee === owner &&
          line.tags["crosses"] === "out" &&
          line.role !== undefined &&
          !matches(line.role, "equity.*") &&
          !matches(line.role, "debt.*") &&
          review.total([line])?.greaterThan(MONEY_TOLERANCE) === true,
      ),
    }));
  },
  none: NO_CAPITAL,
  judge: ({ owner, lines }, review) => {
    const own = paidIn(review).filter(({ payer }) => payer === owner);
    const name = review.partyName(owner);
    const capital = sumOf(review, text("出资", "capital paid in"), own);
    const [first] = lines;
    const names = listed(lines.map(({ label }) => label));
    const received = figure(text("另从项目收取", "received from the project besides"), review.total(lines) ?? ZERO, "CNY", first?.id ?? own[0]?.id ?? "");
    return {
      about: text(`出资人“${name.zh}”`, `the investor “${name.en}”`),
      answer: answer(lines.length === 0, capital, received, ...(first === undefined ? [] : [said(text("名目", "named"), names, first.id)])),
      ...(first === undefined ? {} : { path: first.id }),
      fails: text(
        "与盈亏无关的固定支付属名股实债,须以合同和计量依据说明",
        "fixed payments whatever the result are debt dressed as equity; show the contract and what it is measured by",
      ),
    };
  },
});

/** M54: capital is paid by what is left; who is promised rent or income of operation has lent or leased, and a preferred return is an instrument. */
const returnOf = check({
  ids: ["M54"],
  severity: "R",
  clauses: ["national-law/capital-not-debt", "taizhou-2023-draft/4(5)11"],
  of: (review) => review.partsOf(equity).filter((part) => part.has("returnType") || part.has("investorType")),
  none: text("未填出资人类型与回报方式,不适用", "neither the kind of investor nor of return is entered: does not apply"),
  judge: (part, review) => {
    const word = (name: "investorType" | "returnType" | "kind", otherwise: string) => optionOf(equity.inputs[name].options, part.word(name) ?? otherwise);
    const [returns, form] = [part.word("returnType") ?? "residual", part.word("kind") ?? "money"];
    const leased = returns === "lease";
    const called = returns === "preferred" && form !== "instrument";
    return {
      about: part.label,
      answer: answer(
        !leased && !called,
        sumOf(review, text("出资", "capital paid in"), part.withRole("equity.paid_in")),
        said(text("出资人类型", "kind of investor"), part.has("investorType") ? word("investorType", "") : text("未填", "not entered"), part.at("investorType")),
        said(text("回报方式", "paid for by"), word("returnType", "residual"), part.at("returnType")),
        said(text("出资形式", "kind of capital"), word("kind", "money"), part.at("kind")),
      ),
      path: part.at("returnType"),
      ...(leased ? {} : { severity: "Q" as const }),
      fails: leased
        ? text("以租赁或运营收益取得回报的不是资本金,应列为租赁、让渡运营或债务", "paid by rent or operating income it is no capital: enter a lease, ceded space or debt")
        : text("取得优先股息的应列为权益型工具,测算已按工具计", "paid before others it is an instrument, and is counted as one"),
    };
  },
});
const optionOf = (options: Readonly<Record<string, Text>>, word: string): Text => options[word] ?? text(word, word);

export const capitalForm: readonly Check[] = [instruments, late, ownersFees, returnOf];
