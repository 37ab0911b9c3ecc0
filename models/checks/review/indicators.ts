import { otherCosts } from "../../mechanisms/cost/otherCosts.ts";
import { PROJECT } from "../../statements/handles.ts";
import { text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { figure, said, sumOf } from "./sides.ts";
import { lastReported } from "./supervision.ts";

/** M12: binding indicators must be met by what was reported last; guiding ones show their gap. */
const targets = check({
  ids: ["M12"],
  severity: "R",
  also: ["jinhua-2020/4(3)", "jinhua-2020/1(2)4", "taizhou-2023-draft/4(3)7"],
  of: (review) => lastReported(review.records("indicator")),
  none: text("无指标记录,不适用", "no indicators on record: does not apply"),
  judge: (fact, review) => {
    const binding = fact.flag("binding") === true;
    const kind = binding ? text("约束性指标", "binding indicator") : text("引导性指标", "guiding indicator");
    const unit = fact.word("unit") ?? "1";
    const relation = fact.flag("lowerIsBetter") === true ? "at_most" : "at_least";
    return {
      about: text(`${kind.zh}“${fact.label.zh}”`, `${kind.en} “${fact.label.en}”`),
      answer: compare(review, { ...fact.side("actual"), unit }, relation, { ...fact.side("target"), unit }),
      fails: binding ? text("应责令整改", "to be rectified") : text("应督促提升", "to be improved"),
      path: fact.path,
      severity: binding ? "R" : "Q",
      clauses: binding ? ["jinhua-2020/4(3)", "taizhou-2023-draft/4(3)7"] : ["jinhua-2020/1(2)4", "taizhou-2023-draft/4(3)7"],
    };
  },
});

/** M13: compulsory scenes have area and cost. */
const scenes = check({
  ids: ["M13"],
  severity: "R",
  clauses: ["taizhou-2023-draft/4(1)2"],
  of: (review) => review.records("scene").filter((fact) => fact.flag("mandatory") === true),
  none: text("无标配场景记录,不适用", "no compulsory scene on record: does not apply"),
  judge: (fact) => {
    const stated = (name: "area" | "cost") => {
      const side = fact.side(name);
      return { ...side, value: side.value ?? ZERO };
    };
    const [area, cost] = [stated("area"), stated("cost")];
    return {
      about: text(`标配场景“${fact.label.zh}”`, `compulsory scene “${fact.label.en}”`),
      answer: answer(area.value.greaterThan(0) && cost.value.greaterThan(0), area, cost),
      fails: text("不得为零", "neither may be zero"),
    };
  },
});

/** M14: an acceptance was passed. */
const acceptance = check({
  ids: ["M14"],
  severity: "Q",
  clauses: ["jinhua-2020/2(3)", "taizhou-2023-draft/4(1)2"],
  of: (review) => review.records("acceptance").filter((fact) => fact.flag("passed") !== undefined || fact.number("score") !== undefined),
  none: text("无验收记录,不适用", "no acceptance on record: does not apply"),
  judge: (fact) => {
    const passed = fact.flag("passed");
    const result = passed === undefined ? undefined : passed ? text("通过", "passed") : text("未通过", "failed");
    const score = fact.side("score");
    return {
      about: text(`验收“${fact.label.zh}”`, `acceptance “${fact.label.en}”`),
      answer: answer(passed, said(text("验收结果", "result"), result, fact.path), ...(score.value === undefined || passed === undefined ? [] : [score])),
    };
  },
});

/** M27: where a local rule asks for a public-culture share, what is spent reaches it, and what a document promises; a document is no cost of the plan. */
const culture = check({
  ids: ["M27"],
  severity: "R",
  clauses: ["taizhou-2023-draft/4(1)3"],
  of: (review) => (review.parameter("public_culture_share") === undefined ? [] : [review]),
  none: text("所列政策参数包未要求公共文化投入,不适用", "no listed pack asks for public culture: does not apply"),
  judge: (review) => {
    const items = review.partsOf(otherCosts).flatMap((part) => part.rows("items").flatMap((row) => (row.word("kind") === "culture" ? [{ part, row }] : [])));
    const documents = review.records("public_culture");
    const path = items[0]?.row.path ?? documents[0]?.path ?? "records";
    const lines = items.flatMap(({ part, row }) => part.line("paid", row.id) ?? []);
    const what = text("公共文化投入", "public culture");
    const planned = items.length > 0 ? sumOf(review, what, lines, path) : figure(what, ZERO, "CNY", path);
    const stated = figure(text("记录载明", "on record"), sum(documents.map((fact) => fact.number("budget") ?? ZERO)), "CNY", documents[0]?.path ?? path);
    const [base, share] = [review.view.scalar(PROJECT.totalInvestment), review.parameter("public_culture_share")];
    const required = base === undefined || share === undefined ? undefined : base.times(share);
    const rule = figure(text("总投资的规定比例", "the rule's share of total investment"), required, "CNY", PROJECT.totalInvestment);
    const most = stated.value !== undefined && required?.lessThan(stated.value) === true ? stated : rule;
    return { answer: compare(review, planned, "at_least", most), path, fails: text("须列入投资估算,记录不能代替支出", "it must be a cost of the estimate: a record is none") };
  },
});

export const indicators: readonly Check[] = [targets, scenes, acceptance, culture];
