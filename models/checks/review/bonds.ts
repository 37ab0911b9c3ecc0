import type { GraphLine } from "../../language/graph.ts";
import { assetBooks } from "../../mechanisms/tax/assetBooks.ts";
import { coverageOf, PROJECT } from "../../statements/handles.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { CAPITAL_PAID_IN } from "../../terms/owners.ts";
import type { Role } from "../../terms/roles.ts";
import { listedOrNone, text } from "../../wording/text.ts";
import { greatest, ZERO } from "../amounts.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import type { Part } from "./parts.ts";
import { bondParts } from "./pledges.ts";
import type { Review } from "./review.ts";
import { called, figure, ofLine, ofRule, said, sumOf } from "./sides.ts";

const BONDS = ["national-law/special-bonds"];
/** A debt has a plan and a lasting source of repayment. */
const REPAID = ["national-law/budget-35(2)"];
/** A year that falls short may be met by a subsidy or other income by law: that is asked about, no breach. */
const GAP = ["national-law/special-bonds-balance"];
const TERM = ["national-law/bond-term-match"];
/** Interest, wages and running cost are not paid from bonds. */
const CURRENT = ["national-law/special-bonds-current"];
const NO_BOND = text("无专项债作债务,不适用", "no bond as debt: does not apply");

const ofBonds = (judge: (part: Part, review: Review) => Judged | readonly Judged[], also: readonly string[] = []): Check =>
  check({ ids: ["C14"], severity: "R", clauses: BONDS, also, of: bondParts, none: NO_BOND, judge });

/** C14: coverage with its stated definition over the life. */
const coverage = ofBonds((part, review) => {
  const stated = part.word("coverageDefinition") ?? review.document.conventions.coverageDefinition;
  if (stated === undefined)
    return {
      about: part.label,
      clauses: REPAID,
      answer: answer(
        false,
        said(text("本息覆盖倍数的口径(分子、分母、是否含建设期利息)", "definition of the coverage"), text("未写明", "not stated"), part.at("coverageDefinition")),
      ),
    };
  const target = review.view.scalar(PROJECT.coverageTarget);
  const value = review.view.scalar(coverageOf(part.id));
  const own = figure(text("本息覆盖倍数", "coverage"), value, "1", coverageOf(part.id));
  const usual = ofRule(review, "coverage_min_usual");
  const aimed = figure(text("本项目目标", "the plan's own target"), target, "1", "conventions/coverageTarget");
  const definition = said(text("口径", "definition"), stated, part.at("coverageDefinition"));
  // A plan that asks less of itself than practice does is held to practice all the same; one that asks more is held to its own.
  const isLower = target !== undefined && usual.value?.greaterThan(target) === true;
  const required = target === undefined || isLower ? usual : aimed;
  return { about: part.label, clauses: REPAID, answer: compare(review, own, "at_least", required, { beside: [...(isLower ? [aimed] : []), definition] }) };
}, REPAID);

/** C14: a total can hide bad years. */
const yearly = ofBonds((part, review) => {
  const at = review.view.scalar(part.line("lowest_year_at"));
  const label = at === undefined ? undefined : review.view.years[review.view.yearAt(at.toNumber())]?.label;
  return {
    about: part.label,
    severity: "Q",
    clauses: GAP,
    fails: text(
      "须写明不足年份由以前年度结余、依法安排的补助或其他专项收入补足",
      "say what meets such years: what earlier years left, a subsidy arranged by law, other income of the kind",
    ),
    answer: compare(
      review,
      called(ofLine(review, part.line("lowest_year")), `单年最低覆盖倍数(${label ?? "–"} 年)`, `lowest cover of a single year (${label ?? "–"})`),
      "at_least",
      figure(text("本息由当年收入足额支付", "paid in full by the income of the year"), review.count(1), "1", part.path),
    ),
  };
}, GAP);

/** C14: the bond runs no longer than the assets last. */
const term = ofBonds((part, review) => {
  const lives = review.partsOf(assetBooks).flatMap((books) => {
    const side = books.side("life");
    return side.value === undefined ? [] : [{ ...called(side, "资产折旧年限", "depreciation life of the assets"), unit: "a", value: side.value.div(12) }];
  });
  const life = lives.toSorted((a, b) => b.value.comparedTo(a.value))[0];
  const terms = part.rows("tranches").flatMap((row) => row.number("term") ?? []);
  return {
    about: part.label,
    clauses: TERM,
    answer: compare(
      review,
      figure(text("债券期限", "term of the bond"), terms.length === 0 ? undefined : greatest(terms), "a", part.at("tranches")),
      "at_most",
      life ?? { what: text("资产使用年限(资产与折旧)", "life of the assets"), at: "components" },
    ),
  };
}, TERM);

/** C14: every yuan of the bond has spending it may pay for. */
const spending = ofBonds((part, review) => {
  const line = part.line("unspent");
  return {
    about: part.label,
    answer: compare(
      review,
      figure(text("没有可用支出对应的债券资金", "bond money without spending it may pay for"), review.view.series(line)?.at(-1), "CNY", line?.id ?? part.path),
      "at_most",
      figure(text("允许", "allowed"), ZERO, "CNY", ""),
      {
        tolerance: MONEY_TOLERANCE,
        beside: [sumOf(review, text("债券发行", "bonds issued"), part.withRole("debt.draw"), part.path)],
      },
    ),
    fails: text("负面清单或非资本性支出不得使用", "it goes to what is on the negative list or is no capital spending"),
  };
});

/** C14: interest during construction comes from capital, not from the bond. */
const inConstruction = ofBonds((part, review) => {
  const capital = (CAPITAL_PAID_IN.split(", ") as Role[]).flatMap((role) => review.withRole(role).filter(({ tags }) => tags["crosses"] === "in"));
  const interest = part.withRole("debt.interest").filter(({ tags }) => tags["stage"] === "construction");
  return {
    about: part.label,
    answer: compare(
      review,
      sumOf(review, text("实缴资本金", "capital paid in"), capital, "components"),
      "at_least",
      sumOf(review, text("须由资本金支付的建设期利息", "interest in construction, which capital pays"), interest),
    ),
    clauses: CURRENT,
    path: interest[0]?.id ?? part.path,
  };
}, CURRENT);

const RUNNING = /工资|薪酬|奖金|养老金|社保|人员经费|办公(?:费|经费)|运行经费|日常经费|利息|\bwages?\b|salar|pension|\binterest\b/i;

/** C14: what the bond may pay for is neither wages nor running cost nor interest, by what the plan itself calls it. */
const running = ofBonds((part, review) => {
  const paid = review.withRole("cost.*").filter(({ tags, payer }) => tags["eligible_bond"] === "yes" && payer === part.word("borrower"));
  const labelOf = (line: GraphLine) => review.parts.find(({ id }) => id === line.tags["component"])?.label;
  const found = paid.filter((line) => [line.label, labelOf(line)].some((name) => name !== undefined && RUNNING.test(`${name.zh} ${name.en}`)));
  return {
    about: part.label,
    answer: answer(
      found.length === 0,
      said(text("列为可用专项债的支出", "costs the bond may pay"), listedOrNone(paid.map(({ label }) => label)), paid[0]?.id ?? part.path),
      said(text("其中工资、运行经费或利息", "of which wages, running cost or interest"), listedOrNone(found.map((line) => labelOf(line) ?? line.label)), found[0]?.id ?? part.path),
    ),
    clauses: CURRENT,
    path: found[0]?.id ?? part.path,
    fails: text("专项债不得用于经常性支出", "bond money pays no running cost"),
  };
}, CURRENT);

export const bonds: readonly Check[] = [coverage, yearly, term, spending, inConstruction, running];
