import { type ForecastRecord, investmentLines, silentOf } from "../../analysis/actuals/forecast.ts";
import { INVESTED, type Watched } from "../../analysis/actuals/lines.ts";
import { PROJECT } from "../../statements/handles.ts";
import { listedShort, type Text, text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { answer, lacks } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { inForce } from "./facts.ts";
import type { Review } from "./review.ts";
import { isOwnersMoney } from "./selfLed.ts";
import { called, figure, inPercent, ofRule, type Side, said, told } from "./sides.ts";

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
      const { sides: later, spent, beside } = expectedInvestment(review);
      const within = [total, ...later, ...spent].map(isWithin);
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
          ...known.flatMap((side) => (side.value === undefined ? [side] : [side, inPercent(figure(text("预测变动", "forecast over by"), overBy(side), "1", fact.path))])),
          inPercent(share),
          ...spent.filter((side) => isWithin(side) === false),
          ...again,
          ...beside,
        ),
        path: fact.path,
        fails: text("须重新报批", "it must be approved again"),
      };
    },
  });

/**
 * Total investment by the forecast, where the file has actuals: what was spent, and what its rule says follows. Without a value where the forecast has none,
 * where figures were reported that nothing of the model takes or no month is closed for, and where a cost line has a plan to date and nobody reported it;
 * such lines are named beside it where the user chose that the plan stands for what is not reported.
 */
function expectedInvestment(review: Review): Expected {
  const forecast = review.forecast();
  if (forecast === undefined) return { sides: [], spent: [], beside: [] };
  const { closed, lines } = forecast.laid;
  const last = review.timeline.periods[closed - 1]?.label;
  const until = last === undefined ? text("未填", "not stated") : text(last, last);
  const silent = unreportedCosts(review, forecast);
  const isChosen = review.document.actuals?.unreported === "plan";
  const isAstray = forecast.laid.astray.length > 0 || (closed === 0 && lines.size > 0);
  const value = isAstray ? undefined : forecast.values.scalar(PROJECT.totalInvestment);
  const [why] = value === undefined ? forecast.problems.filter(({ code }) => code !== "actuals.open") : [];
  const because = why === undefined ? text("", "") : text(`(${why.message.zh})`, ` (${why.message.en})`);
  const words = text(`预测总投资(实际数截至${until.zh})${because.zh}`, `total investment by the forecast (actuals up to ${until.en})${because.en}`);
  const expected = figure(words, value, "CNY", value === undefined ? (why?.path ?? "actuals") : PROJECT.totalInvestment);
  const spent = [figure(text(`实际数已发生(截至${until.zh})`, `actuals spent so far (up to ${until.en})`), forecast.values.total(INVESTED), "CNY", "actuals")];
  if (silent.length === 0) return { sides: [expected], spent, beside: [] };
  const named = silentWords(silent);
  const at = silent[0]?.line.id ?? "actuals";
  const beside = [told(text("没有实际数、按模型计的支出行", "cost lines without actuals, taken as the model has them"), named, at)];
  if (isChosen) return { sides: [expected], spent, beside };
  const wanted = text(`下列支出行的实际数(没有发生填0):${named.zh}`, `actuals of these cost lines, 0 where nothing was spent: ${named.en}`);
  return { sides: [expected, figure(wanted, undefined, "CNY", at)], spent, beside };
}

interface Expected {
  readonly sides: readonly Side[];
  /** What is spent already, whatever is said of later periods. */
  readonly spent: readonly Side[];
  /** What is named whatever the answer is. */
  readonly beside: readonly Side[];
}

/** Lines of cost that make up total investment, have a plan to date, and were never reported. */
function unreportedCosts({ results }: Review, { watched, values }: ForecastRecord): readonly Watched[] {
  const parts = investmentLines(results.evaluation.graph);
  return silentOf(watched, "out", values).filter(({ line }) => parts.has(line.index));
}

const silentWords = (silent: readonly Watched[]): Text => listedShort(silent.map(({ line: { label, id } }) => text(`${label.zh}(${id})`, `${label.en} (${id})`)));

export const approvedEstimates: readonly Check[] = [estimate("C26", "Q"), estimate("R-DEBT-9", "R")];
