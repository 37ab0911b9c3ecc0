import { contingency as contingencies } from "../../mechanisms/cost/contingency.ts";
import { costSharing } from "../../mechanisms/cost/costSharing.ts";
import { BEYOND_AREA, UNHELD, UNLIKELY } from "../../results/plausible.ts";
import { SHARE_TOLERANCE } from "../../statements/tolerances.ts";
import { listed, text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check, checkOfFile } from "./check.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { figure, inPercent, ofRule, said, sumOf } from "./sides.ts";

const costParts = ({ parts }: Review): readonly Part[] => parts.filter((part) => part.plays("cost.works.*", "cost.other.*", "cost.compensation.*"));
const estimated = (review: Review): readonly (readonly Part[])[] => {
  const parts = costParts(review);
  return parts.length === 0 ? [] : [parts];
};
const NO_ESTIMATE = text("无投资估算,不适用", "no estimate: does not apply");

const SAYS_NOTHING = /^[\s\p{P}\p{S}]*$/u;

/** C04: each component of the estimate names the document its numbers come from. */
const sources = check({
  ids: ["C04"],
  severity: "Q",
  of: estimated,
  none: NO_ESTIMATE,
  judge: (parts, review) => {
    const without = parts.filter((part) => {
      const spec = review.document.components.find(({ id }) => id === part.id);
      const given = Object.values(spec?.evidence ?? {}).map((one) => ("document" in one ? one.document : undefined));
      // What is neither a document nor a note says so by itself; a dot says nothing.
      const texts = [spec?.note, ...given].filter((one) => one !== undefined);
      return texts.some((one) => SAYS_NOTHING.test(one)) || (given.length === 0 && spec?.note === undefined);
    });
    const unnamed = listed(without.map(({ label }) => label));
    const path = without[0] === undefined ? "components" : `components/${without[0].id}`;
    const named = review.count(parts.length - without.length);
    return {
      answer: compare(
        review,
        figure(text("注明数据来源的投资项", "parts of the estimate that name a source"), named, "1", path),
        "at_least",
        figure(text("投资项", "parts of the estimate"), review.count(parts.length), "item", "components"),
      ),
      fails: text(`未注明或没有内容:${unnamed.zh}`, `none, or one that says nothing, in: ${unnamed.en}`),
    };
  },
});

/** Whether two contingencies rest on the same costs: of one payer, on one plot or one of them on every plot; amounts typed beside a rate do. */
function twice(review: Review, parts: readonly Part[]): boolean {
  const own = new Set(parts.map(({ id }) => id));
  const same = (one: Part, other: Part): boolean => {
    const plots = [one, other].map((part) => part.word("plot"));
    return one.word("payer") === other.word("payer") && (plots.includes(undefined) || plots[0] === plots[1]);
  };
  return (
    parts.some((one, at) => parts.slice(at + 1).some((other) => same(one, other))) ||
    review.withRole("cost.contingency.basic").some(({ tags }) => !own.has(String(tags["component"])))
  );
}

/** C04: a basic contingency is there, within the usual rates, and once. */
const contingency = check({
  ids: ["C04"],
  severity: "Q",
  of: estimated,
  none: NO_ESTIMATE,
  judge: (_costs, review) => {
    const parts = review.partsOf(contingencies).filter((part) => part.plays("cost.contingency.basic"));
    const count = figure(text("基本预备费", "basic contingency"), review.count(parts.length), "item", "components");
    const [first] = parts;
    if (first === undefined) return { answer: answer(false, count), says: text("未计基本预备费", "there is no basic contingency") };
    const rate = inPercent(first.side("basicRate"));
    const path = first.at("basicRate");
    if (twice(review, parts))
      return {
        answer: answer(false, count, rate),
        says: text("基本预备费计了两次", "the basic contingency is counted twice"),
        path,
      };
    const [least, most] = [ofRule(review, "contingency_rate_min"), ofRule(review, "contingency_rate_max")];
    const inside =
      rate.value !== undefined && least.value !== undefined && most.value !== undefined && rate.value.greaterThanOrEqualTo(least.value) && rate.value.lessThanOrEqualTo(most.value);
    return { answer: answer(inside, rate, inPercent(least), inPercent(most)), path };
  },
});

/** C04: who is resettled in kind is paid a removal fee and an allowance while waiting. */
const transition = check({
  ids: ["C04"],
  severity: "Q",
  clauses: ["zhejiang-expropriation/24"],
  of: (review) => (review.added(review.withRole("area.legal.in_kind")).isZero() ? [] : [review]),
  none: text("无实物安置,不适用", "nobody is resettled in kind: does not apply"),
  judge: (review) => {
    const owed = review.withRole("area.legal.in_kind");
    const lines = review.withRole("cost.compensation.transition", "cost.compensation.removal");
    const paid = sumOf(review, text("搬迁费与临时安置费", "removal fee and temporary allowance"), lines, "components");
    return {
      answer: answer(paid.value?.greaterThan(0), sumOf(review, text("实物安置面积", "area resettled in kind"), owed), paid),
      path: review.withRole("cost.compensation.transition")[0]?.id ?? "components",
      fails: text("未计搬迁费与临时安置费", "removal fee and allowance are left out"),
    };
  },
});

/** C04: values far from what is plausible are most often 元 for 万元 or ㎡ for 亩. */
const magnitude = checkOfFile({
  ids: ["C04"],
  severity: "Q",
  judge: (review) => {
    // How many there are of what is operated is asked by itself.
    const found = review.problems.filter(({ code }) => UNLIKELY.has(code) && code !== UNHELD && code !== BEYOND_AREA);
    const count = figure(text("明显偏离常见范围的数值", "values far from their usual range"), review.count(found.length), "item", "");
    // What the author confirms is for the reviewer to judge.
    const confirmed = (review.confirmed ?? []).map(({ path, message }) => ({
      answer: answer(undefined, said(text("已确认数值", "confirmed value"), message, path)),
      says: message,
      path,
    }));
    if (found.length === 0 && confirmed.length > 0) return confirmed;
    if (found.length === 0) return { answer: compare(review, count, "at_most", figure(text("允许", "allowed"), ZERO, "1", "")) };
    const told = found.map(({ path, message }) => ({
      answer: answer(false, said(text("数值", "value"), message, path)),
      says: message,
      path,
    }));
    return [...told, ...confirmed];
  },
});

const BEARERS = ["government", "market", "residents"] as const;
const ALL_BEARERS = [...BEARERS, "utility"] as const;

/** M46: by cost line, the shares of those who bear it make the whole. */
const shares = check({
  ids: ["M46"],
  severity: "R",
  clauses: ["taizhou-2023-draft/4(5)12"],
  of: (review) => [
    ...review.records("cost_share").map((fact) => ({
      sides: BEARERS.map((bearer) => fact.side(bearer)),
      path: fact.path,
      name: fact.word("line") ?? fact.label.zh,
    })),
    ...review.partsOf(costSharing).flatMap((part) =>
      part.rows("items").map((row) => ({
        sides: ALL_BEARERS.map((bearer) => row.side(bearer)),
        path: row.path,
        name: row.word("line") ?? row.id,
      })),
    ),
  ],
  none: text("无成本共担,不适用", "no cost is shared: does not apply"),
  judge: ({ sides, path, name }, review) => {
    const borne = sides.filter(({ value }) => value !== undefined);
    const total = borne.length === 0 ? undefined : sum(borne.map(({ value }) => value ?? ZERO));
    return {
      about: text(`成本共担“${name}”`, `cost sharing of “${name}”`),
      answer: compare(
        review,
        inPercent(figure(text("各方合计", "the shares make"), total, "1", path)),
        "equal",
        inPercent(figure(text("应为", "and must make"), review.count(1), "1", "")),
        { tolerance: SHARE_TOLERANCE, beside: borne.map(inPercent) },
      ),
    };
  },
});

/** M46: a new build is the market's own cost; three sides share that of a renovation. */
const marketsOwn = check({
  ids: ["M46"],
  severity: "Q",
  clauses: ["taizhou-2023-draft/4(5)12"],
  of: (review) => (review.document.project.type === "new_build" ? review.partsOf(costSharing).flatMap((part) => part.rows("items")) : []),
  none: text("不是分担成本的规划新建类,不适用", "no new build that shares its cost: does not apply"),
  judge: (row, review) => {
    const others = sum(["government" as const, "residents" as const].map((bearer) => row.number(bearer) ?? ZERO));
    return {
      about: text(`成本共担“${row.word("line") ?? row.id}”`, `cost sharing of “${row.word("line") ?? row.id}”`),
      answer: compare(
        review,
        inPercent(figure(text("政府与居民分担", "borne by government and residents"), others, "1", row.path)),
        "at_most",
        inPercent(figure(text("规划新建类由市场承担,至多", "a new build is borne by the market, at most"), ZERO, "1", "")),
        { beside: [inPercent(row.side("market"))] },
      ),
      path: row.path,
    };
  },
});

/** M75: one digital platform, not two. */
const platform = check({
  ids: ["M75"],
  severity: "Q",
  clauses: ["taizhou-2023-draft/4(4)10", "jinhua-2020/3(4)"],
  of: (review) => (review.withRole("cost.works.platform").length === 0 ? [] : [review.withRole("cost.works.platform")]),
  none: text("无数字平台投资,不适用", "no digital platform: does not apply"),
  judge: (lines, review) => ({
    answer: compare(
      review,
      figure(text("数字平台", "digital platforms"), review.count(lines.length), "item", lines[1]?.id ?? lines[0]?.id ?? ""),
      "at_most",
      figure(text("至多", "at most"), review.count(1), "item", ""),
    ),
    fails: text("避免重复建设", "avoid building twice"),
  }),
});

export const cost: readonly Check[] = [sources, contingency, transition, magnitude, shares, marketsOwn, platform];
