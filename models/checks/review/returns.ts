import { PROJECT } from "../../statements/handles.ts";
import { saysSomething } from "../../wording/substance.ts";
import { listedOrNone, text } from "../../wording/text.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check, checkOfFile } from "./check.ts";
import type { Review } from "./review.ts";
import type { RolePattern } from "./roles.ts";
import { figure, inPercent, ofRule, said, told } from "./sides.ts";

const NOT_ENTERED = text("未填", "not entered");

const indicatorOf = (review: Review, id: "firr.project.pretax" | "firr.project.posttax" | "firr.equity") => review.indicators.find((one) => one.id === id);

/** C18: the benchmark rate is entered with its reason; the rate of return, or why there is none, stands beside it. */
const benchmark = checkOfFile({
  ids: ["C18"],
  severity: "Q",
  judge: (review) => {
    const { icProject, icReason } = review.document.conventions;
    const path = "conventions/icProject";
    const reasoned = icReason !== undefined && saysSomething(icReason);
    const firr = indicatorOf(review, "firr.project.pretax");
    const value = firr?.value ?? undefined;
    const rate = review.view.scalar(PROJECT.icProject);
    const entered = icProject !== undefined;
    const returned = figure(text("内部收益率", "rate of return"), value, "1", "firr.project.pretax");
    const note = firr?.note;
    return {
      answer: answer(
        entered && reasoned && rate?.isNegative() !== true,
        entered && rate !== undefined ? inPercent(figure(text("基准收益率", "benchmark rate"), rate, "1", path)) : told(text("基准收益率", "benchmark rate"), NOT_ENTERED, path),
        reasoned ? said(text("理由", "reason"), icReason, path) : told(text("理由", "reason"), NOT_ENTERED, path),
        ...(value === undefined ? [] : [inPercent(returned)]),
        ...(value === undefined && note !== undefined ? [said(returned.what, note, "firr.project.pretax")] : []),
      ),
      path,
      fails: text("请填写基准收益率,并写明取值的理由和依据(行业参数、审批要求等)", "enter the benchmark rate, and why it is this one and what it rests on"),
    };
  },
});

/** C18: a rate of return on capital that is a sliver of the investment says nothing about the project. */
const thin = check({
  ids: ["C18"],
  severity: "Q",
  of: (review) => {
    const share = review.view.scalar(PROJECT.capitalRatio);
    return share === undefined || share.isZero() ? [] : [share];
  },
  none: text("无资本金,不适用", "no capital: does not apply"),
  judge: (share, review) => {
    const equity = indicatorOf(review, "firr.equity")?.value ?? undefined;
    return {
      answer: compare(
        review,
        inPercent(figure(text("资本金占总投资", "capital, of total investment"), share, "1", PROJECT.capitalRatio)),
        "at_least",
        inPercent(ofRule(review, "capital_ratio_min_development")),
        equity === undefined
          ? {}
          : {
              beside: [inPercent(figure(text("资本金内部收益率", "rate of return on capital"), equity, "1", "firr.equity"))],
            },
      ),
      path: "conventions/icEquity",
      fails: text("资本金内部收益率不能代表项目收益率", "its rate of return does not stand for the project's"),
    };
  },
});

interface Factor {
  readonly zh: string;
  readonly en: string;
  readonly roles: readonly RolePattern[];
  readonly path: RegExp;
  /** Its place is an input of what plays one of the roles: the price of works is no price that is sold at. */
  readonly own?: true;
}

/** What must be varied, and how its place in the document looks. */
const FACTORS: readonly Factor[] = [
  { zh: "售价或租金", en: "price or rent", roles: ["sale.*", "revenue.*"], path: /\/(?:price|rent|pricePer\w+)$/, own: true },
  { zh: "建设成本", en: "cost of works", roles: ["cost.works.*"], path: /\/(?:items\/[^/]+\/price|amount)\b/, own: true },
  { zh: "出租率", en: "occupancy", roles: ["revenue.*"], path: /\/ramp\b/, own: true },
  { zh: "利率", en: "interest rate", roles: ["debt.*"], path: /\/(?:rate|coupon|spread)$/, own: true },
  { zh: "工期", en: "schedule", roles: ["cost.works.*"], path: /^timeline\/|\/(?:handover|phasing|absorption)\b/ },
];

const componentIn = (path: string): string | undefined => /^components\/([^/]+)\//.exec(path)?.[1];

const texts = (value: unknown): readonly string[] =>
  typeof value === "string" ? [value] : typeof value === "object" && value !== null ? [...Object.keys(value), ...Object.values(value).flatMap(texts)] : [];

/** C19: what the results hang on is varied: price, cost, occupancy, interest, schedule. */
const sensitivities = check({
  ids: ["C19"],
  severity: "Q",
  of: (review) => {
    const needed = FACTORS.filter(({ roles }) => review.withRole(...roles).length > 0);
    return needed.length === 0 ? [] : [needed];
  },
  none: text("无收支,不适用", "no money: does not apply"),
  judge: (needed, review) => {
    const { uncertainty, scenarios, targets } = review.document;
    const varied = [...texts(uncertainty), ...scenarios.flatMap(({ set }) => Object.keys(set)), ...texts(targets)];
    const playing = (roles: readonly RolePattern[]) => new Set(review.parts.filter((part) => part.plays(...roles)).map(({ id }) => id));
    const isVaried = ({ path, own, roles }: Factor) => {
      const players = own === undefined ? undefined : playing(roles);
      return varied.some((one) => path.test(one) && players?.has(componentIn(one) ?? "") !== false);
    };
    const list = (of: readonly Factor[]) => listedOrNone(of);
    const missing = needed.filter((factor) => !isVaried(factor));
    return {
      answer: answer(
        missing.length === 0,
        said(text("须变动的因素", "what is to be varied"), list(needed), "uncertainty"),
        said(text("情景、不确定性与目标中已变动", "varied by scenarios, uncertainty and targets"), list(needed.filter(isVaried)), "uncertainty"),
      ),
      fails: text("请补做敏感性分析并列出临界点", "add sensitivities and switching values"),
    };
  },
});

export const returns: readonly Check[] = [benchmark, thin, sensitivities];
