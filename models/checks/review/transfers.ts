import { PROJECT } from "../../statements/handles.ts";
import { text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { answer, compare, lacks } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { inForce } from "./facts.ts";
import type { Review } from "./review.ts";
import { isOwnersMoney } from "./selfLed.ts";
import { called, figure, inPercent, ofLine, ofRule, type Side, said, sumOf } from "./sides.ts";

/** C25: money between this project and another is a transfer on record. */
const betweenProjects = check({
  ids: ["C25"],
  severity: "Q",
  clauses: ["taizhou-2023-draft/4(3)7"],
  of: (review) => {
    const moved = review.lines.filter((line) => [line.payer, line.payee].some((id) => review.partyRole(id) === "other_project") && review.total([line])?.isZero() === false);
    return moved.length === 0 ? [] : [moved];
  },
  none: text("本文件无项目间调剂;多个项目的调剂在组合文件中核对", "no transfer between projects in this file; those of several projects are reviewed in their portfolio"),
  judge: (moved, review) => {
    const facts = review.records("project_transfer");
    const recorded = facts.reduce((total, fact) => total.plus(fact.number("amount") ?? ZERO), ZERO);
    const amount = sumOf(review, text("项目间调剂", "moved between projects"), moved);
    const path = facts[0]?.path ?? moved[0]?.id ?? "";
    const documented = facts.some(({ document }) => document !== undefined);
    return {
      answer: answer(
        amount.value === undefined ? undefined : documented && recorded.greaterThanOrEqualTo(amount.value),
        amount,
        figure(text("有文件记录", "on record"), recorded, "CNY", path),
      ),
      path,
    };
  },
});

const ESTIMATE = ["national-law/government-investment-12"];

/** C26, R-DEBT-9: total investment of the plan, and of the forecast where there are actuals, against the approved estimate. */
const estimate = (id: string, severity: "Q" | "R"): Check =>
  check({
    ids: [id],
    severity,
    clauses: ESTIMATE,
    of: (review) => (isOwnersMoney(review) ? [] : [review]),
    none: text("业主自主更新且以业主自有资金为主,不是政府投资项目,不适用", "self-led by owners and mostly paid by them, no government investment: does not apply"),
    judge: (review) => {
      // Papers of a variant are about that scenario alone.
      const fact = inForce(
        review.records("estimate_approval").filter((one) => one.word("variant") === undefined),
        "totalInvestment",
      );
      const approved = fact?.side("totalInvestment");
      if (fact === undefined || approved?.value === undefined || approved.value.isZero())
        return {
          answer: lacks(text("投资估算批复记录(总投资)", "an approved estimate on record (total investment)"), fact?.path ?? "records"),
        };
      const total = figure(text("总投资", "total investment"), review.view.scalar(PROJECT.totalInvestment), "CNY", PROJECT.totalInvestment);
      const share = ofRule(review, "estimate_overrun_report");
      const limit = share.value;
      const overBy = (side: Side) => side.value?.div(approved.value ?? ZERO).minus(1);
      const isWithin = (side: Side): boolean | undefined => {
        const over = overBy(side);
        return over === undefined || limit === undefined ? undefined : over.lessThanOrEqualTo(limit);
      };
      const reported = fact.flag("reapproved") === true;
      // The plan as it stands, and what actuals and the rest of it come to: either may be over.
      const later = expectedInvestment(review);
      const within = [total, ...later].map(isWithin);
      const isOver = within.includes(false);
      const decided = isOver ? false : within.includes(undefined) ? undefined : true;
      const again = reported && isOver ? [said(text("重新报批", "approved again"), text("是", "yes"), fact.path)] : [];
      const known = isOver ? later.filter(({ value }) => value !== undefined) : later;
      return {
        answer: answer(
          decided === undefined ? undefined : decided || reported,
          total,
          called(approved, "批复", "approved"),
          inPercent(figure(text("变动", "over by"), overBy(total), "1", fact.path)),
          ...known.flatMap((side) => [side, inPercent(figure(text("预测变动", "forecast over by"), overBy(side), "1", fact.path))]),
          inPercent(share),
          ...again,
        ),
        path: fact.path,
        fails: text("须重新报批", "it must be approved again"),
      };
    },
  });

/**
 * Total investment by the forecast, where the file has actuals: what was spent, and what its rule says follows. Without a value where the forecast has none,
 * or where figures were reported that nothing of the model takes.
 */
function expectedInvestment(review: Review): readonly Side[] {
  const forecast = review.forecast();
  if (forecast === undefined) return [];
  const { astray, closed } = forecast.laid;
  const until = review.timeline.periods[closed - 1]?.label ?? text("未填", "not stated").zh;
  const value = astray.length > 0 ? undefined : forecast.values.scalar(PROJECT.totalInvestment);
  const [why] = value === undefined ? forecast.problems.filter(({ code }) => code !== "actuals.open") : [];
  const because = why === undefined ? text("", "") : text(`(${why.message.zh})`, ` (${why.message.en})`);
  const words = text(`预测总投资(实际数截至${until})${because.zh}`, `total investment by the forecast (actuals up to ${until})${because.en}`);
  return [figure(words, value, "CNY", value === undefined ? (why?.path ?? "actuals") : PROJECT.totalInvestment)];
}

/** What is received for ceded space and what is given up, as recorded and as computed. */
const exchanges = (review: Review) => [
  ...review.records("ceded_space").map((fact) => ({
    about: fact.label,
    path: fact.path,
    received: fact.side("received"),
    ceded: fact.side("ceded"),
    tolerance: fact.number("tolerance"),
    basis: said(text("依据", "rests on"), fact.label, fact.path),
    based: true,
  })),
  ...review.parts
    .filter((part) => part.plays("ceded.receipt") && part.has("tolerance"))
    .map((part) => {
      const fact = review.record(part.word("basis"));
      const based = fact?.holds === true;
      return {
        about: part.label,
        path: part.at("payments"),
        received: ofLine(review, part.line("pv_received"), undefined, part.path),
        ceded: ofLine(review, part.line("pv_ceded"), undefined, part.path),
        tolerance: part.number("tolerance"),
        basis: said(text("招标结果或业主表决", "tender result or owners' vote"), based ? fact.label : text("无", "none"), fact?.path ?? part.at("basis")),
        based,
      };
    }),
];

/** M61: what is received for ceded space is worth what is given up, on a tender or a vote. */
const valueForMoney = check({
  ids: ["M61"],
  severity: "R",
  clauses: ["taizhou-2023-draft/4(5)12"],
  of: exchanges,
  none: text("无空间让渡,不适用", "no space is ceded: does not apply"),
  judge: ({ about, path, received, ceded, tolerance, basis, based }, review) => {
    const least = ceded.value?.times((tolerance ?? ZERO).neg().plus(1));
    const worth = compare(review, received, "at_least", { ...ceded, value: least });
    if (worth.is === "cannot_be_judged") return { about, answer: worth };
    const fair = worth.is === "holds";
    return {
      about,
      answer: answer(fair && based, received, ceded, basis),
      path,
      fails: fair ? text("须有招标结果或业主表决", "it takes a tender or a vote") : text("不等价", "not value for money"),
    };
  },
});

export const transfers: readonly Check[] = [betweenProjects, estimate("C26", "Q"), estimate("R-DEBT-9", "R"), valueForMoney];
