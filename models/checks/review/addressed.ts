import { bundledTransfer } from "../../mechanisms/capital/bundledTransfer.ts";
import { specialBond } from "../../mechanisms/capital/specialBond.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import { operatorContract } from "../../mechanisms/income/operatorContract/contract.ts";
import type { InputName } from "../../mechanisms/index.ts";
import { cityRebate } from "../../mechanisms/land/cityRebate.ts";
import { maintenanceFund } from "../../mechanisms/residents/maintenanceFund.ts";
import { providentFund } from "../../mechanisms/residents/providentFund.ts";
import { residentContribution } from "../../mechanisms/residents/residentContribution.ts";
import { performanceGrant } from "../../mechanisms/support/performanceGrant.ts";
import { specialGrant } from "../../mechanisms/support/specialGrant.ts";
import { type Text, text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, lacks } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import type { Fact } from "./facts.ts";
import { ownNames } from "./paperWords.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { figure, type Side, said } from "./sides.ts";

const BUDGET = ["national-law/budget-13"];

/** What an approval must be for, by the input that names it. */
const USES: readonly (readonly [Mechanism, InputName, readonly string[]])[] = [
  [specialGrant, "approval", ["grant"]],
  [performanceGrant, "approval", ["reward", "grant"]],
  [cityRebate, "approval", ["rebate"]],
  [specialBond, "approval", ["bond"]],
  [operatorContract, "subsidyBasis", ["operation"]],
  [residentContribution, "capitalApproval", ["capital"]],
  [maintenanceFund, "joined", ["joined"]],
  [providentFund, "joined", ["joined"]],
  [bundledTransfer, "approval", ["transfer"]],
];

interface Use {
  readonly part: Part;
  readonly fact: Fact;
  readonly purposes: readonly string[];
}

const usesIn = (review: Review): readonly Use[] =>
  USES.flatMap(([mechanism, input, purposes]) =>
    review.partsOf(mechanism).flatMap((part): readonly Use[] => {
      const fact = review.record(part.word(input));
      return fact?.is("approval") === true ? [{ part, fact, purposes }] : [];
    }),
  );

const plain = (name: string): string => name.replace(/[\s()()“”"·示例虚构]/g, "");
const isAlike = (one: string, other: string): boolean => one !== "" && other !== "" && (one.includes(other) || other.includes(one));

/** Whether what a paper says of the payee is one of the project's own parties, by id or by name. */
const isOwnPayee = (review: Review, payee: string): boolean =>
  review.document.parties.some(({ id, role }) => id === payee && (role === "entity" || role === "spv" || role === "operator")) ||
  ownNames(review).some((name) => isAlike(plain(name), plain(payee)));

/** The words of a paper, each with whether it is about this. */
function wordsOf(review: Review, { fact, purposes }: Use): readonly (readonly [Text, Side, boolean | undefined])[] {
  const [payee, project, purpose] = [fact.word("payee"), fact.word("forProject"), fact.word("purpose")];
  const own = [review.document.project.name, ...review.document.plots.flatMap(({ label }) => (label === undefined ? [] : typeof label === "string" ? label : label.zh))];
  const side = (what: Text, word: string | Text | undefined): Side => said(what, word, fact.path);
  const [of, about, to] = [text("收款方", "payee"), text("所指项目", "project"), text("用途", "purpose")];
  return [
    [of, side(of, payee), payee === undefined ? undefined : isOwnPayee(review, payee)],
    [about, side(about, project), project === undefined ? undefined : own.some((name) => isAlike(plain(name ?? ""), plain(project)))],
    [to, side(to, fact.side("purpose").said), purpose === undefined ? undefined : purposes.includes(purpose)],
  ];
}

/** C07: a paper says whose money it is, of which project and what for, and each is what the item that names it takes it for. */
const addressed = check({
  ids: ["C07"],
  severity: "Q",
  clauses: BUDGET,
  of: usesIn,
  none: text("没有组件以批复为依据,不适用", "no component rests on an approval: does not apply"),
  judge: (use, review): Judged => {
    const { part, fact } = use;
    const words = wordsOf(review, use);
    const wrong = words.filter(([, , holds]) => holds === false);
    const open = words.filter(([, , holds]) => holds === undefined);
    const head = { about: text(`${part.label.zh}的“${fact.label.zh}”`, `“${fact.label.en}” of ${part.label.en}`), path: fact.path };
    if (wrong.length > 0)
      return {
        ...head,
        answer: answer(false, ...wrong.map(([, side]) => side)),
        weighs: true,
        fails: text("与引用该文件的测算项不符", "it is not what the item that names it takes it for"),
      };
    const [first] = open;
    if (first !== undefined) return { ...head, answer: lacks(text(`批复的${open.map(([{ zh }]) => zh).join("、")}`, `its ${open.map(([{ en }]) => en).join(", ")}`), fact.path) };
    return { ...head, answer: answer(true, ...words.map(([, side]) => side)) };
  },
});

const NUMBER = /[\u4e00-\u9fffA-Za-z]*\s*[〔[((【]\s*\d{4}\s*[〕\]))】]\s*(?:第\s*)?\d+\s*号/;

/** 文号 of a paper, however its brackets are written. */
function numberOf({ document = "", label }: Fact): string | undefined {
  const found = NUMBER.exec(document)?.[0] ?? NUMBER.exec(label.zh)?.[0];
  return found
    ?.replace(/[\s第]/g, "")
    .replace(/[[((【]/, "〔")
    .replace(/[\]))】]/, "〕")
    .replace(/^.*(?:关于|通知|批复)/, "");
}

/** Whether a paper names an amount, in 元 or 万元. */
function namesAmount(review: Review, fact: Fact): boolean {
  const record = review.document.records.find(({ id }) => id === fact.id);
  const written = [fact.document, fact.label.zh, typeof record?.note === "string" ? record.note : ""].join(";").replace(/(?<=\d)[,,](?=\d{3})/g, "");
  const amount = fact.number("amount");
  if (amount === undefined) return false;
  return [amount.toFixed(), amount.div(TEN_THOUSAND).toFixed()].some((number) => new RegExp(`(?<![\\d.])${number.replace(".", "\\.")}${YUAN.source}`).test(written));
}
const TEN_THOUSAND = 10000;
const YUAN = /(?:\.0+)?\s*万?元/;

/** C07: one paper approves its money once, whatever number of records it is written into. */
const once = check({
  ids: ["C07"],
  severity: "Q",
  clauses: BUDGET,
  of: (review) => {
    const money = [...review.records("approval"), ...review.records("budget_approval")].filter(
      (fact) => fact.number("amount")?.greaterThan(0) === true && numberOf(fact) !== undefined,
    );
    return [...Map.groupBy(money, (fact) => numberOf(fact) ?? "")];
  },
  none: text("没有写明文号和金额的批复,不适用", "no approval states number and amount: does not apply"),
  judge: ([number, facts], review): Judged | readonly Judged[] => {
    const [largest, ...others] = facts.toSorted((a, b) => (b.number("amount") ?? ZERO).comparedTo(a.number("amount") ?? ZERO));
    const again = others.filter((fact) => !namesAmount(review, fact));
    const head = said(text("文号", "number"), number, largest?.path ?? "records");
    const whole = figure(text("合计", "in total"), sum(facts.map((fact) => fact.number("amount") ?? ZERO)), "CNY", largest?.path ?? "records");
    if (again.length === 0) return { answer: answer(true, head, whole), path: largest?.path ?? "records" };
    return again.map((fact) => ({
      about: fact.label,
      answer: answer(false, head, whole),
      path: fact.path,
      against: fact.number("amount") ?? ZERO,
      fails: text(
        `与“${largest?.label.zh}”是同一份文件,金额只计一次:文件分列多笔的,请在备注写明本笔金额`,
        `it is one paper with “${largest?.label.en}” and its money counts once: where it lists several sums, note the amount of this one`,
      ),
    }));
  },
});

export const addressedPapers: readonly Check[] = [addressed, once];
