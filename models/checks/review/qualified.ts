import { compensation } from "../../mechanisms/cost/compensation.ts";
import { PROJECT } from "../../statements/handles.ts";
import { text } from "../../wording/text.ts";
import { greatest } from "../amounts.ts";
import { answer, compare, lacks } from "./answers.ts";
import type { Judged } from "./check.ts";
import type { Review } from "./review.ts";
import { figure, ofRule, said } from "./sides.ts";

/** Losses carried longer than the ordinary term need a qualification of the taxpayer. */
export function losses(review: Review): readonly Judged[] {
  return review.parts
    .filter((part) => part.word("lossYears") === "ten")
    .map((part) => ({
      about: part.label,
      clauses: ["national-law/income-tax"],
      path: part.at("lossYears"),
      severity: "Q",
      answer: answer(false, said(text("亏损结转", "losses carried"), text("十年", "ten years"), part.at("lossYears")), ofRule(review, "loss_years")),
      fails: text("十年只适用于高新技术企业和科技型中小企业", "ten years are for high-tech enterprises only"),
    }));
}

/** A taxpayer of more assets than the limit is no small low-profit enterprise. */
export function smallProfit(review: Review): readonly Judged[] {
  const assets = review.view.series(PROJECT.totalAssets);
  return review.parts
    .filter((part) => part.word("regime") === "small_profit")
    .map((part) => ({
      about: part.label,
      clauses: ["national-law/small-profit"],
      path: part.at("regime"),
      severity: "Q",
      answer: compare(
        review,
        figure(text("项目资产总额最高", "largest assets of the project"), assets === undefined ? undefined : greatest(assets), "CNY", PROJECT.totalAssets),
        "at_most",
        ofRule(review, "small_profit_assets_max"),
      ),
      fails: text("不属小型微利企业", "it is no small low-profit enterprise"),
    }));
}

/** A transition beyond the ordinary term is for new high-rise inside the area; the file does not say what is built. */
export function highRise(review: Review): readonly Judged[] {
  const [least, most] = [ofRule(review, "transition_months"), ofRule(review, "transition_months_highrise")];
  return review.partsOf(compensation).flatMap((part): readonly Judged[] => {
    const months = part.number("agreedMonths");
    if (months === undefined || least.value === undefined || most.value === undefined) return [];
    if (months.lessThanOrEqualTo(least.value) || months.greaterThan(most.value)) return [];
    const [own, ordinary] = [months.toFixed(), least.value.toFixed()];
    return [
      {
        about: part.label,
        clauses: ["zhejiang-expropriation/23"],
        severity: "N",
        path: part.at("agreedMonths"),
        answer: lacks(
          text(
            `征收范围内新建高层的说明(约定过渡期 ${own} 个月,超过 ${ordinary} 个月的须属此情形)`,
            `proof of new high-rise inside the area (a transition of ${own} months; beyond ${ordinary} it must be)`,
          ),
          part.at("agreedMonths"),
        ),
      },
    ];
  });
}
