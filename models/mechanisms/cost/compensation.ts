import { area, choice, households, money, month, months, party, plot, profile, quantity, rate } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { doubt, FEN } from "../define/doubt.ts";
import { cash, flow, type LineSpec, ratio, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { completionInput, completionLines, lastMonthOf, WORKS_COMPLETION } from "../define/stage.ts";
import { countedTags, uncountedLines } from "../define/uncounted.ts";
import { wholeShare } from "../define/wholeShare.ts";
import { compensated } from "./coveredArea.ts";
import { costTagInputs, costTags } from "./tags.ts";

const REMOVAL = {
  area: { zh: "按合法面积", en: "per ㎡ of legal area" },
  household: { zh: "按户", en: "per household" },
};

/** 补偿与过渡: cash compensation, removal fee, temporary allowance with its overdue double rate and the months after hand-over, reward and stop-loss. */
export const compensation = mechanism("compensation", {
  title: { zh: "补偿、搬迁与临时安置", en: "Compensation, removal and transition" },
  summary: {
    zh: "货币补偿按评估价;搬迁费全体一次、实物安置户回迁再一次;临时安置费按实物安置的合法面积逐月计至交付后若干月,超期加倍。",
    en: "Cash compensation at the appraised price; removal fee once to all and again to those who come back; allowance by month to some months after hand-over, overdue months at a multiple.",
  },
  family: "cost",
  clauses: ["zhejiang-expropriation/27", "zhejiang-expropriation/23", "zhejiang-expropriation/24", "zhejiang-expropriation/29"],
  checks: ["C04"],
  // Areas are entered here where there is no area balance to hold them against.
  mayFindNothing: ["in_kind_short", "in_cash_short"],
  inputs: {
    payer: party("补偿主体", "payer", PROJECT_SIDE),
    payee: party("被补偿人", "owners compensated", ["resident", "landowner"]),
    plot: plot("地块(不选为全部)", "plot (all when left out)", { optional: true }),
    legalInKind: area("实物安置合法面积(不填取面积平衡表)", "legal area in kind; from the area balance when left out", {
      from: 0,
      optional: true,
      usual: [5000, 50000],
    }),
    legalCash: area("货币补偿合法面积(不填取面积平衡表)", "legal area in cash; from the area balance when left out", {
      from: 0,
      optional: true,
      usual: [0, 10000],
    }),
    appraisedPrice: quantity("CNY/m2", "评估补偿价", "appraised price", { from: 0, usual: [8000, 30000] }),
    payment: profile("share", "1", "货币补偿支付进度", "payment of cash compensation", { from: 0, to: 1 }),
    rewardRate: rate("签约奖励率(占评估价值)", "reward for early signing, share of appraised value", {
      from: 0,
      to: 0.3,
      optional: true,
      usual: [0.03, 0.1],
      plausible: [0.005, 0.3],
    }),
    removalBasis: choice("搬迁费算法", "removal fee", REMOVAL),
    removalPerM2: quantity("CNY/m2", "搬迁费(元/㎡·次)", "removal fee per ㎡ and move", {
      from: 0,
      optional: true,
      usual: [10, 30],
    }),
    removalPerHousehold: quantity("CNY/household", "搬迁费(元/户·次)", "removal fee per household and move", {
      from: 0,
      optional: true,
      usual: [800, 3000],
    }),
    householdsInKind: households("实物安置户数(按户时)", "households resettled in kind, for fees per household", {
      from: 0,
      optional: true,
      usual: [200, 1500],
    }),
    householdsCash: households("货币补偿户数(按户时)", "households paid in cash, for fees per household", {
      from: 0,
      optional: true,
      usual: [0, 200],
    }),
    standard: quantity("CNY/(m2*mo)", "临时安置费标准", "temporary allowance", { from: 0, usual: [10, 65] }),
    minimumPerHousehold: quantity("CNY/(household*mo)", "每户每月最低临时安置费", "least allowance per household and month", { from: 0, optional: true, usual: [1000, 3000] }),
    moveOut: month("腾空搬离月", "month of moving out", "from", { hint: { zh: "搬迁费计入该月所在的一期", en: "the removal fee falls into the period that contains it" } }),
    agreedMonths: months("约定过渡期", "agreed months of transition", { from: 0, to: 120, usual: [24, 36] }),
    handover: month("安置房交付月", "hand-over month", "from", {
      notBefore: ["moveOut"],
      hint: { zh: "此后只发交付后月数,二次搬迁费计入该月所在的一期", en: "then only the months after hand-over; the second removal fee in its period" },
    }),
    tailMonths: months("交付后继续发放月数", "months paid after hand-over", {
      from: 0,
      to: 60,
      policy: "transition_tail_months",
    }),
    overdueMultiple: rate("超期倍数", "multiple of overdue months", { from: 1, policy: "transition_overdue_multiple" }),
    shopValue: money("停产停业房屋价值", "value of shops that stop trading", {
      from: 0,
      optional: true,
      usual: [0, 50000000],
    }),
    shopLossRate: rate("停产停业损失率", "stop-loss rate", { from: 0, to: 1, policy: "shop_stop_loss_min" }),
    ...costTagInputs,
    completion: completionInput,
  },
  lines: (c) => [
    ...bases,
    ...completionLines(c, { of: "other", otherwise: `max(moveOut, ${lastMonthOf("spread > 0")})`, words: { plot: "plot", taxpayer: "payer" } }),
    ...paidOnce(c),
    ...transition(c),
    ...uncountedLines({ way: "out", entered: wholeOf(c), counted: paidOf(c), words: { plot: "plot", taxpayer: "payer" } }),
    ...contradictions,
    ...paidNothing(c),
    paidAfterHandover,
  ],
});

const payment = (c: Component) => ({
  from: "payer",
  to: "payee",
  tags: { ...costTags(c), ...countedTags("out") },
  words: { plot: "plot", taxpayer: "payer" },
  posts: { debit: "wip", credit: "cash" } as const,
});

const bases: readonly LineSpec[] = [
  scalar("in_kind", "实物安置合法面积", "legal area in kind", "legalInKind or sum(role = area.legal.in_kind, plot = plot)", { unit: "m2" }),
  scalar("in_cash", "货币补偿合法面积", "legal area in cash", "legalCash or sum(role = area.legal.cash, plot = plot)", { unit: "m2" }),
  compensated("in_kind", "in_kind"),
  compensated("cash", "in_cash"),
  flow("spread", "当期支付比例", "share of the period", wholeShare("payment"), { unit: "1" }),
];

function paidOnce(c: Component): readonly LineSpec[] {
  const perHousehold = c.is("removalBasis", "household");
  const once = perHousehold ? "(householdsInKind + householdsCash) * removalPerHousehold" : "(in_kind + in_cash) * removalPerM2";
  const again = perHousehold ? "householdsInKind * removalPerHousehold" : "in_kind * removalPerM2";
  return [
    scalar("cash_total", "货币补偿合计", "cash compensation in total", "in_cash * appraisedPrice"),
    cash("cash_paid", "货币补偿", "cash compensation", "cash_total * spread", { ...payment(c), role: "cost.compensation.cash" }),
    scalar("removal_once", "搬迁费(全体)", "removal fee, to everybody", once),
    scalar("removal_again", "搬迁费(回迁)", "removal fee, of those who come back", again),
    scalar("removal_total", "搬迁费合计", "removal fee in total", "removal_once + removal_again", {
      convention: { zh: "全体一次,实物安置户两次", en: "once to everybody, twice to those resettled in kind" },
    }),
    cash("removal", "搬迁费", "removal fee", "(falls(moveOut) ? removal_once : 0) + (falls(handover) ? removal_again : 0)", {
      ...payment(c),
      role: "cost.compensation.removal",
      clauses: ["zhejiang-expropriation/27"],
    }),
    ...(c.has("rewardRate")
      ? [
          scalar("reward_total", "签约奖励合计", "reward in total", "(in_kind + in_cash) * appraisedPrice * rewardRate"),
          cash("reward", "签约奖励", "reward for early signing", "reward_total * spread", { ...payment(c), role: "cost.compensation.other" }),
        ]
      : []),
    ...(c.has("shopValue")
      ? [
          cash("stop_loss", "停产停业损失补偿", "stop-loss compensation", "shopValue * shopLossRate * spread", {
            ...payment(c),
            role: "cost.compensation.other",
            clauses: ["zhejiang-expropriation/29"],
          }),
        ]
      : []),
  ];
}

/** What is to be paid whether or not the horizon reaches it. */
const wholeOf = (c: Component): string =>
  `cash_total + removal_total + monthly * (max(0 mo, min(handover, moveOut + agreedMonths) - moveOut) + tailMonths + overdueMultiple * max(0 mo, handover - moveOut - agreedMonths))${c.has("rewardRate") ? " + reward_total" : ""}${c.has("shopValue") ? " + shopValue * shopLossRate" : ""}`;

const paidOf = (c: Component): string => `total(cash_paid + removal + transition${c.has("rewardRate") ? " + reward" : ""}${c.has("shopValue") ? " + stop_loss" : ""})`;

/** Works of its plot begin once people have moved out, and nobody comes back before the first of them is done. */
const contradictions: readonly LineSpec[] = [
  doubt(
    "built_before_moving",
    "moveOut",
    "腾空搬离月晚于工程开工:工程款在腾空之前已开始支付",
    "people move out after the works have begun: works are paid before that month",
    "total(sum(role = cost.works.*, plot = plot)) > 0 and lowest(month + dtmonths - 1 mo, sum(role = cost.works.*, plot = plot) > 0) < moveOut ? 1 : 0",
  ),
  doubt(
    "back_before_completion",
    "handover",
    "安置房交付月早于工程完工月(分期建设的,请按地块分列)",
    "the homes are handed over before the works are completed (works in stages: one plot each)",
    `handover < ${WORKS_COMPLETION} ? 1 : 0`,
  ),
];

const lessThanDemolished = (line: string, at: string, role: string): LineSpec =>
  doubt(
    `${line}_short`,
    at,
    "填写的面积少于面积平衡表中被拆除的合法面积",
    "the area entered is less than the legal area demolished in the area balance",
    `${line} < sum(role = ${role}, plot = plot) - 1 m2 ? 1 : 0`,
  );

/** 户均面积: how many households are paid by household, against the area they have. */
const perHousehold = (name: string, households: string, zh: string, en: string): LineSpec =>
  ratio(`${name}_per_household`, zh, en, `${name} > 1 m2 ? (${households} > 0 household ? ${name} / ${households} : ${name} / 1 household) : 0 m2 / 1 household`, {
    unit: "m2/household",
    tags: { plausible: "20 500", at: households },
  });

/** 补偿为零: who gives up a home is compensated, or brought back with a removal fee and an allowance. */
function paidNothing(c: Component): readonly LineSpec[] {
  const removal = c.is("removalBasis", "household") ? "removalPerHousehold" : "removalPerM2";
  return [
    doubt(
      "cash_of_nothing",
      "appraisedPrice",
      "有货币补偿面积而补偿额为 0",
      "there is area compensated in cash and the compensation is 0",
      `in_cash > 1 m2 and cash_total <= ${FEN} ? 1 : 0`,
    ),
    doubt("moved_for_nothing", removal, "有被拆迁面积而搬迁费为 0", "people are moved and the removal fee is 0", `in_kind + in_cash > 1 m2 and removal_total <= ${FEN} ? 1 : 0`),
    doubt(
      "waiting_for_nothing",
      "standard",
      "有实物安置面积而临时安置费为 0",
      "people wait for their homes and the temporary allowance is 0",
      `in_kind > 1 m2 and total(transition) <= ${FEN} ? 1 : 0`,
    ),
    ...(c.is("removalBasis", "household") && c.has("householdsInKind")
      ? [perHousehold("in_kind", "householdsInKind", "实物安置户均合法面积", "legal area per household in kind")]
      : []),
    ...(c.is("removalBasis", "household") && c.has("householdsCash")
      ? [perHousehold("in_cash", "householdsCash", "货币补偿户均合法面积", "legal area per household paid in cash")]
      : []),
    ...(c.has("legalInKind") ? [lessThanDemolished("in_kind", "legalInKind", "area.legal.in_kind")] : []),
    ...(c.has("legalCash") ? [lessThanDemolished("in_cash", "legalCash", "area.legal.cash")] : []),
  ];
}

/** Who is paid in cash has his money before others move in. */
const paidAfterHandover = doubt(
  "paid_after_handover",
  "payment",
  "货币补偿在安置房交付之后仍在支付,请核对支付进度",
  "cash compensation is still being paid after the homes are handed over: check its schedule",
  "in_cash > 1 m2 and highest(spread > 0 ? month : 0 mo) > handover ? 1 : 0",
);

function transition(c: Component): readonly LineSpec[] {
  return [
    scalar("monthly", "每月临时安置费", "allowance of one month", "max(in_kind * standard, householdsInKind * minimumPerHousehold)", { unit: "CNY/mo" }),
    flow("months_due", "当期正常月数", "months at the single rate", "monthsin(moveOut, min(handover, moveOut + agreedMonths)) + monthsin(handover, handover + tailMonths)", {
      unit: "mo",
      convention: {
        zh: "至交付并另加交付后月数,逐月支付",
        en: "to hand-over and some months after it, spread over the months covered",
      },
    }),
    flow("months_overdue", "当期超期月数", "overdue months", "monthsin(moveOut + agreedMonths, handover)", { unit: "mo" }),
    cash("transition", "临时安置费", "temporary allowance", "monthly * (months_due + overdueMultiple * months_overdue)", {
      ...payment(c),
      role: "cost.compensation.transition",
      clauses: ["zhejiang-expropriation/23", "zhejiang-expropriation/24"],
    }),
  ];
}
