import type { GraphLine } from "../../language/graph.ts";
import { landRevenue } from "../../mechanisms/land/landRevenue.ts";
import { landScheme } from "../../mechanisms/land/landScheme.ts";
import { LAND_PRICE_LEAST } from "../../terms/practice.ts";
import { text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, compare, lacks } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { documented, type Fact } from "./facts.ts";
import { grants } from "./finding.ts";
import type { Review } from "./review.ts";
import { figure, ofLine, said } from "./sides.ts";

const SPARE = ["taizhou-2023-draft/4(5)13"];
const NO_ADDED = text("无边角地、插花地利用记录,不适用", "no spare land on record: does not apply");
const added = (review: Review): readonly Fact[] => review.records("added_land");
const yesNo = (flag: boolean | undefined) => (flag === true ? text("是", "yes") : text("否或未填", "no or not stated"));

/** M32: building on spare land needs the plan, a consultation and its green back. */
const allowed = check({
  ids: ["M32"],
  severity: "R",
  clauses: SPARE,
  of: added,
  none: NO_ADDED,
  judge: (fact) => {
    const zero = (name: "greenLost" | "greenReplaced") => ({ ...fact.side(name), value: fact.number(name) ?? ZERO });
    const [lost, back] = [zero("greenLost"), zero("greenReplaced")];
    const [plan, heard] = [fact.flag("planCompliant"), fact.flag("consulted")];
    return {
      about: fact.label,
      answer: answer(
        plan === true && heard === true && back.value.greaterThanOrEqualTo(lost.value),
        said(text("符合规划", "within the plan"), yesNo(plan), fact.path),
        said(text("已征求利害关系人意见", "consulted"), yesNo(heard), fact.path),
        lost,
        back,
      ),
      fails: text("须符合规划、征求意见并补足占用绿地", "it needs the plan, a consultation, and the green it takes replaced"),
    };
  },
});

/** Charges stated so far, this one included, against land prices that are none of the plot itself; or, where the contract has it, against all. */
function chargedTo(review: Review, fact: Fact): GraphLine | undefined {
  const within = fact.flag("inLandPrice") === true;
  const prices = review.withRole("cost.land.price").filter(({ tags }) => within || !ofPlots(review).has(String(tags["component"] ?? "")));
  const due = sum(
    added(review)
      .filter((one) => (one.flag("inLandPrice") === true) === within)
      .map((one) => one.number("landCharge") ?? ZERO),
  );
  return review.total(prices)?.greaterThanOrEqualTo(due) === true ? prices[0] : undefined;
}

/** Components that buy the plots of the project. */
const ofPlots = (review: Review): ReadonlySet<string> => new Set(review.partsOf(landScheme, landRevenue).map(({ id }) => id));

/** M35: no extra price while it serves the public inside the community; otherwise the price is there. */
const charged = check({
  ids: ["M35"],
  severity: "R",
  clauses: SPARE,
  of: added,
  none: NO_ADDED,
  judge: (fact, review) => {
    const [inside, serves] = [fact.flag("insideCommunity"), fact.flag("publicUse")];
    const free = inside === true && serves === true;
    const sides = [said(text("社区内", "inside the community"), yesNo(inside), fact.path), said(text("公共服务用途", "public use"), yesNo(serves), fact.path)];
    if (free && !(grants(review, SPARE) && documented(fact)))
      return {
        about: fact.label,
        answer: lacks(text("允许不增收土地价款的规则(所列政策参数包)与认定文件", "a listed rule that waives the land price, and the paper that applies it"), fact.path),
      };
    if (free) return { about: fact.label, answer: answer(true, ...sides, said(text("认定文件", "paper"), fact.document, fact.path)) };
    const stated = { ...fact.side("landCharge"), value: fact.number("landCharge") ?? ZERO };
    const met = chargedTo(review, fact);
    if (met === undefined || !stated.value.greaterThan(0))
      return {
        about: fact.label,
        answer: answer(
          false,
          ...sides,
          stated,
          said(text("承担该价款的土地价款行", "line of the land price that pays it"), met?.label ?? text("无", "none"), met?.id ?? "components"),
        ),
        fails: text(
          "不在免收范围,应缴土地价款须单独列支,或注明出让合同价款已含",
          "outside the waiver: the land price is due, as a cost of its own or, where the contract says so, part of the land price",
        ),
        path: fact.path,
      };
    const area = fact.side("landArea");
    if (area.value === undefined || area.value.isZero()) return { about: fact.label, answer: lacks(area.what, fact.path) };
    // What reviewers go by leads to a question.
    return {
      about: fact.label,
      severity: "Q",
      answer: compare(
        review,
        figure(text("补缴土地价款折合", "extra land price comes to"), stated.value.div(area.value), "CNY/m2", fact.path),
        "at_least",
        figure(text("评审通常接受至少", "reviewers accept at least"), review.decimal(LAND_PRICE_LEAST), "CNY/m2", ""),
      ),
      path: fact.path,
    };
  },
});

/** M36: a quota is no cash of the project without a written transfer. */
const quota = check({
  ids: ["M36"],
  severity: "N",
  clauses: SPARE,
  of: (review) => review.records("land_quota"),
  none: text("无用地指标记录,不适用", "no land quota on record: does not apply"),
  judge: (fact) => {
    if (fact.flag("transferAgreement") !== true)
      return {
        about: fact.label,
        answer: lacks(text("书面转让协议(没有即不计入资金来源)", "a written transfer; without it it is no source of money"), fact.path),
      };
    const value = fact.side("value");
    return {
      about: fact.label,
      answer: answer(true, said(text("书面转让协议", "written transfer"), text("有", "there"), fact.path), ...(value.value === undefined ? [] : [value])),
    };
  },
});

const SCHEME = ["jinhua-2020/1(2)3", "taizhou-2023-draft/4(3)7"];

/** M37: the binding list of a land purchase is delivered. */
const bindingList = check({
  ids: ["M37"],
  severity: "R",
  clauses: SCHEME,
  of: (review) => review.partsOf(landScheme).filter((part) => part.rows("obligations").some((row) => row.has("due"))),
  none: text("无带方案出让购地,不适用", "no land is bought with a scheme: does not apply"),
  judge: (part, review) => {
    const late = part.rows("obligations").find((row) => row.word("kind") === "binding" && row.number("delivered")?.isZero() === true);
    return {
      about: part.label,
      answer: compare(
        review,
        ofLine(review, part.line("undelivered"), undefined, part.at("obligations")),
        "at_most",
        figure(text("约束性清单须全部交付,未交付至多", "all of the binding list is due, undelivered at most"), ZERO, "1", ""),
      ),
      path: late?.path ?? part.path,
    };
  },
});

/** M37: obligations of a signed land-sale scheme are delivered. A signed scheme is the project's own approval; before that the policy only suggests it. */
const scheme = check({
  ids: ["M37"],
  severity: "Q",
  clauses: SCHEME,
  of: (review) => review.records("scheme_obligation"),
  none: text("无带方案出让义务记录,不适用", "no obligation of a scheme on record: does not apply"),
  judge: (fact) => {
    const [signed, delivered] = [fact.flag("signed") === true, fact.flag("delivered")];
    const done = said(text("履行", "delivered"), delivered === undefined ? undefined : yesNo(delivered), fact.path);
    const by = said(text("签约", "signed"), yesNo(signed), fact.path);
    const own = signed ? ({ severity: "R", clauses: [] } as const) : {};
    if (delivered !== true && !signed)
      return {
        about: fact.label,
        answer: lacks(text("签约与履行情况", "whether it is signed and delivered"), fact.path),
      };
    return {
      about: fact.label,
      answer: answer(delivered === true, by, delivered === true ? done : said(done.what, yesNo(false), fact.path)),
      fails: text("带方案出让义务未履行", "a signed obligation is not delivered"),
      path: fact.path,
      ...own,
    };
  },
});

export const land: readonly Check[] = [allowed, charged, quota, bindingList, scheme];
