import { areaBalance } from "../../mechanisms/area/areaBalance.ts";
import { AREA_TOLERANCE, RATIO_TOLERANCE } from "../../statements/tolerances.ts";
import { namesOf, text } from "../../wording/text.ts";
import { compare } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { called, figure, ofLine } from "./sides.ts";

const tables = (review: Review): readonly Part[] => review.partsOf(areaBalance);
const NO_TABLE = text("无面积平衡表,不适用", "no area balance: does not apply");

/** C02 (M19): what is left after resettlement, public services and reserve is not negative, and covers the products placed on it. */
const increment = check({
  ids: ["C02"],
  severity: "R",
  of: tables,
  none: NO_TABLE,
  judge: (part, review) => ({
    about: part.label,
    answer: compare(review, ofLine(review, part.line("increment_above")), "at_least", ofLine(review, part.line("increment_fixed")), { tolerance: AREA_TOLERANCE }),
    fails: text("扣除回迁、公共服务、保留与留白后的增量不足以安排产品", "after resettlement, services, kept buildings and reserve the products do not fit"),
  }),
});

/** Ratio the plan approves: of the change of the plan on record, before what is typed. */
function approved(review: Review, part: Part) {
  const recorded = review
    .records("plan_adjustment")
    .filter(({ holds }) => holds)
    .flatMap((fact) => {
      const side = fact.side("far");
      return side.value === undefined ? [] : [side];
    });
  const typed = part.side("farApproved");
  const lowest = recorded.at(-1);
  if (lowest === undefined) return typed;
  return called(lowest, "批准容积率(控规调整记录)", "FAR approved by the change of the plan on record");
}

const planned = (review: Review, part: Part) => ofLine(review, part.withRole("index.far")[0], FAR, part.at("far"));
const FAR = text("规划容积率", "planned FAR");

function withinPlan(part: Part, review: Review): Judged {
  const answer = compare(review, planned(review, part), "at_most", approved(review, part), {
    tolerance: RATIO_TOLERANCE,
  });
  const path = answer.is === "cannot_be_judged" ? undefined : part.at("far");
  return {
    about: part.label,
    answer,
    fails: text("超过批准值", "it exceeds what is approved"),
    ...(path === undefined ? {} : { path }),
  };
}

/** C02 (M17): planned floor area ratio within the approved one. An approved plan is the project's own approval: a breach rejects whatever policy paper stands beside it. */
const ratio = check({ ids: ["C02"], severity: "R", of: tables, none: NO_TABLE, judge: withinPlan });

/** M17: the policy lets the ratio be set by calculation, within the plan. */
const policyRatio = check({
  ids: ["M17"],
  severity: "R",
  clauses: ["jinhua-2020/3(3)", "jinhua-2020/3(2)"],
  of: tables,
  none: NO_TABLE,
  judge: withinPlan,
});

/** C02: on a plot one product row at most takes the rest. */
const oneRest = check({
  ids: ["C02"],
  severity: "R",
  of: (review) => tables(review).filter((part) => part.rows("products").length > 0),
  none: text("无按面积安排的产品,不适用", "no products are placed by area: does not apply"),
  judge: (part, review) => {
    const rests = part.rows("products").filter((row) => row.word("rule") === "rest" && row.word("level") !== "below");
    const [first, second] = rests;
    const taking = namesOf(rests.map(({ id }) => id));
    return {
      about: part.label,
      answer: compare(
        review,
        figure(text("取余量的地上产品数", "products above ground that take the rest"), review.count(rests.length), "item", (second ?? first)?.path ?? part.at("products")),
        "at_most",
        figure(text("同一面积只安排一次,至多", "the same area is placed once, at most"), review.count(1), "item", ""),
      ),
      fails: text(`产品 ${taking.zh} 都取余量`, `products ${taking.en} all take the rest`),
    };
  },
});

/** M18: storeys times storey height within the limit. */
const height = check({
  ids: ["M18"],
  severity: "R",
  clauses: ["jinhua-2020/3(2)"],
  of: (review) => tables(review).filter((part) => part.has("far") || part.has("heightLimit") || part.line("height") !== undefined),
  none: text("不提高容积率,也未填层数层高与限高,不适用", "the ratio is not set anew, and neither storeys nor a limit of height are entered: does not apply"),
  judge: (part, review) => ({
    about: part.label,
    answer: compare(review, ofLine(review, part.line("height"), text("建筑高度(米)", "height in metres"), part.at("storeyHeight")), "at_most", part.side("heightLimit")),
    path: part.at("heightLimit"),
  }),
});

/** M24: the green ratio met with conversion; the one on the ground is shown beside it. */
const green = check({
  ids: ["M24"],
  severity: "Q",
  clauses: ["jinhua-2020/3(2)"],
  of: (review) => tables(review).filter((part) => part.line("green_converted") !== undefined),
  none: text("未填绿地面积,不适用", "no green area is entered: does not apply"),
  judge: (part, review) => ({
    about: part.label,
    answer: compare(review, ofLine(review, part.line("green_converted")), "at_least", part.side("greenRequired"), {
      beside: [ofLine(review, part.line("green_ground"))],
    }),
  }),
});

export const area: readonly Check[] = [increment, ratio, policyRatio, oneRest, height, green];
