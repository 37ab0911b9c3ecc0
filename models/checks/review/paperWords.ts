import type { RecordKindName } from "../../document/records.ts";
import { areaBalance } from "../../mechanisms/area/areaBalance.ts";
import { OTHER_WORKS, PAPER_YEARS_MOST } from "../../terms/paperNames.ts";
import { type Text, text } from "../../wording/text.ts";
import type { Severity } from "../findings.ts";
import { endOf, isSelfMade, LONG_ENOUGH, type PaperFault, type PaperText, paperFault, payeeOf } from "../paperWords.ts";
import { answer } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Fact } from "./facts.ts";
import type { Review } from "./review.ts";
import { said } from "./sides.ts";

interface Asked {
  readonly id: string;
  readonly kinds: readonly RecordKindName[];
  readonly clauses: readonly string[];
  /** Whether only a decision of a body is such a paper. */
  readonly decision?: true;
  /** Whether it grants an amount. */
  readonly money?: true;
  /** Whether somebody other than the applicant must have drawn it up. */
  readonly independent?: true;
  /** What rests on it where no line reads it: all of the plan once density rises, or the figures it is held against. */
  readonly bears?: "gate" | "measures";
}

const GATES = ["jinhua-2020/3(3)"];
const ASKED: readonly Asked[] = [
  { id: "C07", kinds: ["approval", "budget_approval"], clauses: ["national-law/budget-13"], decision: true, money: true, independent: true },
  { id: "C07", kinds: ["acceptance"], clauses: ["national-law/budget-13"], decision: true, independent: true },
  { id: "C09", kinds: ["vote"], clauses: ["civil-code/278"] },
  { id: "C11", kinds: ["permit"], clauses: ["national-law/real-estate-45"], decision: true, independent: true },
  { id: "C26", kinds: ["estimate_approval"], clauses: ["national-law/government-investment-12"], decision: true, independent: true, bears: "measures" },
  { id: "C27", kinds: ["title", "operation_right"], clauses: [], bears: "measures" },
  { id: "M07", kinds: ["consent", "scene_checklist"], clauses: GATES, bears: "gate" },
  { id: "M07", kinds: ["market_test"], clauses: GATES, independent: true, bears: "measures" },
  { id: "M08", kinds: ["capacity"], clauses: ["jinhua-2020/1(2)3"], independent: true, bears: "gate" },
  { id: "M39", kinds: ["plan_adjustment"], clauses: ["jinhua-2020/3(1)"], decision: true, independent: true, bears: "gate" },
  { id: "M10", kinds: ["design_approval"], clauses: [], decision: true, independent: true, bears: "gate" },
  { id: "C12", kinds: ["operation_report"], clauses: [], independent: true, bears: "measures" },
  { id: "M28", kinds: ["facility"], clauses: ["taizhou-2023-draft/4(1)1"] },
];

/** What is found in the words of a paper: how grave it is, and what is said. */
interface Fault {
  readonly severity: Severity;
  readonly says: Text;
}

const FAULTS: Readonly<Record<PaperFault, Fault>> = {
  no_name: { severity: "Q", says: text("不是文件名或文号,不能作为依据", "it names no paper, and nothing rests on it") },
  no_paper: { severity: "Q", says: text("不是签发的文件,不能作为依据", "it is no issued paper, and nothing rests on it") },
  no_official: { severity: "Q", says: text("不是主管部门的批复、许可或验收文件", "it is no decision of an authority") },
  repayable: { severity: "R", says: text("载明有偿使用或须归还,是借款,不是补助,应列入债务", "it is to be paid back: it is debt and no grant") },
  revoked: { severity: "R", says: text("该文件已撤销或作废,不能作为依据", "it was revoked, and nothing rests on it") },
  refused: { severity: "R", says: text("该文件载明未予批准或未通过,不能作为依据", "it says that it was refused or did not pass, and nothing rests on it") },
  pending: { severity: "R", says: text("该文件尚未取得或尚未生效,不能作为依据", "it is not there yet or has no effect yet, and nothing rests on it") },
  draft: { severity: "Q", says: text("是草稿、申请或截图,不是签发的文件", "a draft, an application or a picture is no issued paper") },
  no_decision: { severity: "Q", says: text("不是批复、许可或验收文件", "it is no approval, permit or acceptance") },
  conditional: { severity: "Q", says: text("附有条件或金额待核定,条件成就前不作为依据", "it is conditional or its amount is still to be fixed: nothing rests on it until then") },
};

const SELF_MADE: Fault = { severity: "Q", says: text("由项目单位自行编制,不是独立的依据", "the applicant drew it up itself: it is no independent evidence") };
const OTHER_PROJECT = /(?:另一|另外|隔壁|邻近)(?:个|一个)?(?:项目|片区|小区|社区|地块)/;
const ANOTHER: Fault = { severity: "Q", says: text("所载项目不是本项目", "it is about another project") };

function faultOf(review: Review, asked: Asked, fact: Fact, words: PaperText): Fault | undefined {
  const { decision = false, money = false, independent } = asked;
  const fault = paperFault(words, { decision, money, official: decision });
  if (fault !== undefined) return FAULTS[fault];
  const all = [words.document, words.label, words.note].join(";");
  const own = ownNames(review);
  const payee = money ? payeeOf(all) : undefined;
  if (payee !== undefined && !own.some((name) => name.includes(payee) || payee.includes(name)))
    return { severity: "Q", says: text(`收款单位“${payee}”不是项目单位`, `it pays “${payee}”, who is not of this project`) };
  if (OTHER_PROJECT.test(all)) return ANOTHER;
  const foreign = elsewhere(review, all);
  if (foreign !== undefined)
    return {
      severity: "Q",
      says: text(`所载“${foreign}”不在本项目的名称、地块、主体和说明中,是否为本项目须说明`, `“${foreign}” is named nowhere in this project: say whether the paper is about it`),
    };
  const age = DATED.some((kind) => fact.is(kind)) ? (review.timeline.periods[0]?.startMonth ?? 0) - fact.month : 0;
  if (age > PAPER_YEARS_MOST * MONTHS)
    return { severity: "Q", says: text(`早于项目开始 ${PAPER_YEARS_MOST} 年以上,不能说明现在的意愿和市场`, `it is more than ${PAPER_YEARS_MOST} years older than the project`) };
  const [end, entered] = [endOf(all), fact.word("validUntil")];
  if (end !== undefined && (fact.is("approval") || fact.is("permit")) && (entered === undefined || entered > end))
    return { severity: "Q", says: text(`文件载明有效期至 ${end},记录的“有效期至”未照此填写`, `it says it is valid until ${end}, and the record does not`) };
  return independent === true && isSelfMade(words, own) ? SELF_MADE : undefined;
}

/** What is found out once, and changes. */
const DATED = ["vote", "consent", "market_test", "operation_report"] as const;
const MONTHS = 12;

/** What a name of a place is made of, and words of the kind that name none. */
const PLACES = /([\u4e00-\u9fff]{1,4}?)(县|镇|乡|村|小区|社区|街道|新村|家园|花园)(?![局委办长级民户])/g;
const NO_PLACE = /(?:周边|周围|附近|相邻|毗邻|其他|老旧|未来|住宅|城|乡|农|本|该|各|全|原|个|示范|完整|居民|试点|所在|新|美丽|[一二三四五六七八九十]|等|和|及|与|的|类)$/;
const LEADING = /^.*(?:关于|下达|安排|拨付|批复|同意|对|给|补助|支持|隔壁|邻近|市|区|省|年|度|在|为|由)/;

/** A place or works a paper is about that the file speaks of nowhere. */
function elsewhere(review: Review, all: string): string | undefined {
  const { project, plots, parties, components, notes } = review.document;
  const own = JSON.stringify([project, plots, parties, notes, components.map(({ label, evidence, note }) => [label, evidence, note])]);
  const subject = all.replace(/[\u4e00-\u9fff]+(?:局|厅|委|政府|办公室)/g, (issuer) => issuer.replace(/^.*?(?=关于|$)/, ""));
  const places = [...subject.matchAll(PLACES)].flatMap(([, before = "", kind = ""]) => {
    const name = before.replace(LEADING, "");
    return name === "" || NO_PLACE.test(name) ? [] : [`${name}${kind}`];
  });
  return [...places, ...OTHER_WORKS.filter((word) => all.includes(word))].find((name) => !own.includes(name));
}

/** Names of who carries the project out, with and without what stands in brackets. */
export function ownNames({ document }: Review): readonly string[] {
  return document.parties
    .filter(({ role }) => role === "entity" || role === "spv" || role === "operator")
    .flatMap(({ label, id }) => {
      const name = label === undefined ? id : typeof label === "string" ? label : label.zh;
      return name.split(/[()（）]/).filter((part) => LONG_ENOUGH.test(part));
    });
}

const rises = (review: Review): boolean => review.partsOf(areaBalance).some((part) => review.view.scalar(part.line("far_uplift"))?.greaterThan(0));

/** A record and what it is asked for. */
interface Held {
  readonly fact: Fact;
  readonly asked: Asked;
}

const heldBy = (review: Review, id: string): readonly Held[] =>
  ASKED.filter((asked) => asked.id === id).flatMap((asked) => review.facts.filter((fact) => asked.kinds.some((kind) => fact.is(kind))).map((fact) => ({ fact, asked })));

/** A paper that was refused or revoked, is not there yet, a draft, conditional or another kind of paper than its record says, or the applicant's own, carries nothing. */
const worded = (id: string): Check =>
  check({
    ids: [id],
    severity: "Q",
    also: [...new Set(ASKED.filter((asked) => asked.id === id).flatMap(({ clauses }) => clauses))],
    of: (review) => heldBy(review, id),
    none: text("没有此类文件记录,不适用", "no such paper on record: does not apply"),
    judge: ({ fact, asked }, review) => {
      const record = review.document.records.find((one) => one.id === fact.id);
      const note = typeof record?.note === "string" ? record.note : "";
      const fault = faultOf(review, asked, fact, { document: fact.document, label: fact.label.zh, note });
      const paper = said(text("文件", "document"), fact.document ?? text("未写明", "not stated"), fact.path);
      // A paper about one of several plans bears on that one.
      const bears = fact.word("variant") === undefined ? asked.bears : undefined;
      return {
        about: fact.label,
        clauses: asked.clauses,
        answer: answer(fault === undefined, paper, ...(fault !== undefined && note !== "" ? [said(text("备注", "note"), note, fact.path)] : [])),
        path: fact.path,
        ...(fault === undefined ? {} : { severity: fault.severity, weighs: true as const, fails: fault.says }),
        ...(bears === "gate" && rises(review) ? { gate: true as const } : {}),
        ...(bears === "measures" ? { measures: true as const } : {}),
      };
    },
  });

export const paperWords: readonly Check[] = [...new Set(ASKED.map(({ id }) => id))].map(worded);
