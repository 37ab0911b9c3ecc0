import type { InputName } from "../../mechanisms/index.ts";
import { residentContribution } from "../../mechanisms/residents/residentContribution.ts";
import { MONEY_TOLERANCE, SHARE_TOLERANCE } from "../../statements/tolerances.ts";
import { type Text, text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, compare, lacks } from "./answers.ts";
import { crossing } from "./capital.ts";
import { type Check, check } from "./check.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import type { RolePattern } from "./roles.ts";
import { figure, inPercent, said, sumOf } from "./sides.ts";
import { unproven, unprovenAnswer } from "./unproven.ts";
import { NO_VOTE_RULE, voteOf, votesAreRuled } from "./votes.ts";

const VOTE = ["civil-code/278"];
export const JOINED = ["taizhou-2023-draft/4(5)12"];

/** The vote a component names, and whether it carries what rests on it. */
export function voteBehind(review: Review, part: Part | undefined, input: InputName) {
  const fact = review.record(part?.word(input));
  return { fact, ok: fact?.holds === true && voteOf(review, fact).passed === true };
}

interface Needing {
  readonly part: Part;
  readonly role: RolePattern;
  readonly input: InputName;
  readonly what: Text;
}

const NEEDING: readonly Omit<Needing, "part">[] = [
  { role: "contribution.resident", input: "vote", what: text("居民出资", "residents' contribution") },
  {
    role: "contribution.maintenance_fund",
    input: "useVote",
    what: text("使用维修资金", "use of the maintenance fund"),
  },
  { role: "fund.topup", input: "raiseVote", what: text("续筹维修资金", "top-up of the maintenance fund") },
];

/** C09: residents' money and their fund rest on a vote that passed. */
const voted = check({
  ids: ["C09"],
  severity: "R",
  clauses: VOTE,
  of: (review) =>
    NEEDING.flatMap((needing) => review.parts.filter((part) => part.plays(needing.role)).map((part): Needing => ({ ...needing, part }))).filter(({ part, role }) => {
      const amount = review.total(part.withRole(role));
      return amount === undefined || !amount.isZero() || !unproven(review, part).isZero();
    }),
  none: text("无居民出资与维修资金,不适用", "no residents' money: does not apply"),
  judge: ({ part, role, input, what }, review) => {
    const amount = sumOf(review, what, part.withRole(role));
    const { fact, ok } = voteBehind(review, part, input);
    const path = part.at(input);
    if (fact?.is("vote") === true && !votesAreRuled(review)) return { about: part.label, answer: NO_VOTE_RULE, path };
    if (amount.value?.isZero() === true && !ok) return unprovenAnswer(part, unproven(review, part), path);
    const place = ok && fact !== undefined ? fact.path : path;
    return {
      about: part.label,
      answer: answer(ok, amount, said(text("通过的业主表决", "owners' vote that passed"), ok && fact !== undefined ? fact.label : text("无", "none"), place)),
      path: place,
    };
  },
});

/** C09 (M47): a consent and a collection rate below 1, or a reserve for what stays unpaid. */
const collected = check({
  ids: ["M47"],
  severity: "Q",
  clauses: JOINED,
  of: (review) => review.parts.filter((part) => part.plays("contribution.resident") && part.has("consent")),
  none: text("无居民出资,不适用", "residents contribute nothing: does not apply"),
  judge: (part) => {
    const [consent, collection] = [inPercent(part.side("consent")), inPercent(part.side("collection"))];
    const both = consent.value === undefined || collection.value === undefined ? undefined : consent.value.times(collection.value).lessThan(1);
    return {
      about: part.label,
      answer: answer(both, consent, collection),
      path: part.at("collection"),
      fails: text("未留欠缴余地", "nothing is left for what stays unpaid"),
    };
  },
});

/** C09 (M47): a household pays once: charges by household and by floor area together take no more than all of them. */
const chargedOnce = check({
  ids: ["C09"],
  severity: "R",
  clauses: VOTE,
  of: (review) => [...Map.groupBy(review.partsOf(residentContribution), (part) => part.word("plot")).entries()].filter(([, own]) => own.length > 1),
  none: text("没有多笔居民出资,不适用", "residents are not charged more than once: does not apply"),
  judge: ([plot, own], review) => {
    const whole = (role: RolePattern) => review.total(review.withRole(role).filter(({ tags }) => plot === undefined || tags["plot"] === plot));
    const [households, area, legal] = [whole("households.existing"), whole("area.existing"), whole("area.legal.in_kind")];
    const path = own.at(-1)?.at("basis") ?? "";
    if (households === undefined || area === undefined || households.isZero() || area.isZero())
      return { answer: lacks(text("现状户数与面积", "existing households and floor area"), path) };
    const shares = own.map((part) =>
      part.word("basis") === "household" ? (part.number("householdsCharged") ?? households).div(households) : (part.number("areaCharged") ?? legal ?? ZERO).div(area),
    );
    return {
      answer: compare(
        review,
        inPercent(figure(text("各笔居民出资合计覆盖现状户数、面积", "all charges together take, of households and floor area"), sum(shares), "1", path)),
        "at_most",
        inPercent(figure(text("至多", "at most"), review.count(1), "1", "")),
        { tolerance: SHARE_TOLERANCE },
      ),
      fails: text("同一户重复出资", "some pay twice"),
    };
  },
});

const MONEY = ["contribution.resident", "fund.topup", "provident.draw"] as const;

/** C09 (M52): the provident fund is the residents' own way of paying and no source of the project; the same yuan is not paid as top-up and as charge. */
const twice = check({
  ids: ["C09"],
  severity: "R",
  clauses: ["national-law/provident-fund-24"],
  of: (review) => (review.withRole(...MONEY).length === 0 ? [] : [review]),
  none: text("无居民出资、续筹与公积金,不适用", "neither charge nor top-up nor provident fund: does not apply"),
  judge: (review) => {
    const provident = crossing(review, "in", "provident.draw")[0];
    const of = (what: Text, role: RolePattern) => sumOf(review, what, review.withRole(role), "components");
    const [charge, topUp, drawn] = [
      of(text("居民出资", "residents' charge"), "contribution.resident"),
      of(text("续筹", "top-up"), "fund.topup"),
      of(text("公积金提取", "provident fund drawn"), "provident.draw"),
    ];
    const used = review.total(review.withRole("contribution.maintenance_fund")) ?? ZERO;
    const charged = charge.value?.greaterThan(0) === true;
    const both = charged && topUp.value?.greaterThan(0) === true && used.greaterThan(0);
    const beyond = charged && drawn.value?.greaterThan(charge.value?.plus(MONEY_TOLERANCE) ?? ZERO) === true;
    return {
      answer: answer(provident === undefined && !both && !beyond, charge, topUp, drawn),
      path: provident?.id ?? review.withRole("fund.topup", "provident.draw")[0]?.id ?? "",
      fails:
        provident !== undefined
          ? text("住房公积金计入了项目资金来源;它只减轻居民自身负担", "the provident fund is counted as a source of the project; it only lightens the residents' own burden")
          : both
            ? text("居民出资与续筹同时计入,核对是否同一笔钱、同一工程", "residents pay a charge and a top-up: make sure it is not the same money for the same works")
            : text("公积金提取超过居民出资", "the provident fund drawn exceeds the residents' charge"),
    };
  },
});

/** C10: income of common parts enters the project only with an owners' vote on a major item. */
const commonParts = check({
  ids: ["C10"],
  severity: "R",
  clauses: ["civil-code/282"],
  of: (review) => review.withRole("revenue.common"),
  none: text("无共有部分收益,不适用", "no income of common parts: does not apply"),
  judge: (line, review) => {
    const part = review.parts.find(({ id }) => id === line.tags["component"]);
    const { fact, ok } = voteBehind(review, part, "vote");
    const place = ok && fact !== undefined ? fact.path : (part?.at("vote") ?? line.id);
    return {
      about: line.label,
      answer: answer(
        ok,
        sumOf(review, text("计入", "counted"), [line]),
        said(text("通过的业主表决", "owners' vote that passed"), ok && fact !== undefined ? fact.label : text("无", "none"), place),
      ),
      path: place,
    };
  },
});

export const residents: readonly Check[] = [voted, collected, chargedOnce, twice, commonParts];
