import { BASE_COUNTS } from "../../document/scenario.ts";
import { STATUS_WORDS } from "../../document/statusWords.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { listed, type Text, text } from "../../wording/text.ts";
import { answer, compare, inapplicable } from "./answers.ts";
import { type Check, check, checkOfFile } from "./check.ts";
import { grants } from "./finding.ts";
import { grantedBy } from "./papersBehind.ts";
import type { Part } from "./parts.ts";
import { firstPositive, type Review } from "./review.ts";
import type { RolePattern } from "./roles.ts";
import { said, sumOf, told } from "./sides.ts";
import { unproven, unprovenAnswer } from "./unproven.ts";

const POLICY = text("政策依据(允许或鼓励,不是当然取得)", "policy that allows or encourages it, no entitlement");

const NO_GRANTS = text("无补助,不适用", "no grants: does not apply");
const grantParts = ({ parts }: Review): readonly Part[] => parts.filter((part) => part.plays("support.grant.*"));
const COUNTED = text("计入", "counted");

/** C07 (M43, M44): counted grants have a document. */
const documents = check({
  ids: ["C07"],
  severity: "R",
  of: grantParts,
  none: NO_GRANTS,
  judge: (part, review) => {
    const path = part.at("status");
    const counted = sumOf(review, COUNTED, part.withRole("support.grant.*"));
    const lost = unproven(review, part);
    if (counted.value?.greaterThan(0) === true) {
      const behind = grantedBy(review, part, ["approval", "acceptanceRecord"]);
      return {
        about: part.label,
        answer: answer(behind !== undefined, counted, said(text("批复文件", "document"), behind ?? text("无", "none"), path)),
        path,
      };
    }
    if (lost.greaterThan(0)) return unprovenAnswer(part, lost, path);
    return { about: part.label, answer: inapplicable(text("本情景未计入", "not counted in this scenario")), path };
  },
});

/** C07: the base counts what is granted, not what is hoped for. */
const base = checkOfFile({
  ids: ["C07"],
  severity: "Q",
  judge: (review) => {
    const found = review.problems.filter(({ code }) => code === BASE_COUNTS);
    if (found.length === 0)
      return {
        answer: answer(true, said(text("本情景计入的审批状态", "statuses this scenario counts"), listed(review.counts.map((status) => STATUS_WORDS[status])), "scenarios")),
      };
    return found.map(({ path, message }) => ({
      answer: answer(false, said(text("计入的审批状态", "statuses counted"), listed(review.counts.map((status) => STATUS_WORDS[status])), path)),
      says: message,
      path,
    }));
  },
});

/** C07 (M44): a reward comes after the result. */
const afterAcceptance = check({
  ids: ["C07"],
  severity: "R",
  clauses: ["taizhou-2023-draft/4(5)11"],
  of: (review) =>
    grantParts(review).flatMap((part) => {
      const index = firstPositive(review.series(part.withRole("support.grant.performance")));
      return part.plays("support.grant.performance") && index >= 0 ? [{ part, index }] : [];
    }),
  none: text("无以奖代补,不适用", "no performance grant: does not apply"),
  judge: ({ part, index }, review) => {
    const fact = review.record(part.word("acceptanceRecord")) ?? review.records("acceptance")[0];
    const paidUntil = (review.timeline.periods[index]?.startMonth ?? 0) + review.timeline.stepMonths - 1;
    const after = fact?.holds === true && fact.month <= paidUntil;
    return {
      about: part.label,
      answer: answer(
        after,
        said(text("拨付", "paid in"), review.view.periodLabels[index] ?? "", part.at("acceptance")),
        said(text("通过的验收", "acceptance that was passed"), fact?.holds === true ? review.monthText(fact.month) : text("无", "none"), fact?.path ?? "records"),
      ),
      path: after ? fact.path : part.at("acceptance"),
      fails: text("早于验收或无验收记录", "before acceptance or without a record of it"),
    };
  },
});

/** C07, M45: grants in total are at most the cost they may pay for. */
const eligible = (id: string, clauses: readonly string[]): Check =>
  check({
    ids: [id],
    severity: "R",
    clauses,
    of: (review) => (review.withRole("support.grant.*").length === 0 ? [] : [review.withRole("support.grant.*")]),
    none: NO_GRANTS,
    judge: (money, review) => {
      const cost = review.withRole("cost.*").filter(({ tags }) => tags["eligible_grant"] === "yes");
      return {
        answer: compare(
          review,
          sumOf(review, text("补助合计", "grants in total"), money),
          "at_most",
          sumOf(review, text("可用补助的公益性支出", "public cost they may pay for"), cost, "components"),
          { tolerance: MONEY_TOLERANCE },
        ),
      };
    },
  });

interface Permission {
  readonly id: string;
  readonly role: RolePattern;
  readonly clauses: readonly string[];
  readonly what: Text;
}

/** Money a policy must grant, and the clauses that do. */
const PERMISSIONS: readonly Permission[] = [
  {
    id: "M38",
    role: "support.rebate",
    clauses: ["jinhua-2020/3(3)"],
    what: text("市级计提返还", "return of the city set-aside"),
  },
  {
    id: "M44",
    role: "support.grant.performance",
    clauses: ["taizhou-2023-draft/4(5)11"],
    what: text("以奖代补", "performance grant"),
  },
  {
    id: "M47",
    role: "contribution.resident",
    clauses: ["taizhou-2023-draft/4(5)12", "zhejiang/self-renewal"],
    what: text("居民出资", "residents' contribution"),
  },
  {
    id: "M51",
    role: "contribution.maintenance_fund",
    clauses: ["taizhou-2023-draft/4(5)12"],
    what: text("维修资金用于改造", "use of the maintenance fund"),
  },
  {
    id: "M52",
    role: "provident.draw",
    clauses: ["taizhou-2023-draft/4(5)12"],
    what: text("公积金提取用于改造", "provident fund for renewal"),
  },
  {
    id: "M53",
    role: "equity.fund",
    clauses: ["taizhou-2023-draft/4(5)11"],
    what: text("未来社区投资基金", "future-community investment fund"),
  },
];

/** M38, M44, M47, M51–M53: the listed rules mention the money; otherwise somebody must say on what it rests. */
const permission = ({ id, role, clauses, what }: Permission): Check =>
  check({
    ids: [id],
    severity: "Q",
    clauses,
    of: (review) => (review.withRole(role).length === 0 ? [] : [review.withRole(role)]),
    none: text(`无${what.zh},不适用`, `no ${what.en}: does not apply`),
    judge: ([line], review) => {
      const named = clauses.flatMap((clause) => review.packs.clause(clause) ?? []);
      const [first] = named;
      return {
        about: what,
        answer: answer(
          grants(review, clauses),
          first === undefined ? told(POLICY, text("所列政策参数包均未提及", "none of the listed rule packs"), "packs") : said(POLICY, first.title, "packs"),
        ),
        path: line?.id ?? "",
        fails: text("须另附依据", "name what it rests on"),
      };
    },
  });

export const support: readonly Check[] = [
  documents,
  base,
  afterAcceptance,
  eligible("C07", []),
  eligible("M45", ["taizhou-2023-draft/4(5)12", "jinhua-2020/3(3)"]),
  ...PERMISSIONS.map(permission),
];
