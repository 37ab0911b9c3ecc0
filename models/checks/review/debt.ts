import { isPublicBody } from "../../terms/payerNames.ts";
import { listed, text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { answer, lacks } from "./answers.ts";
import { crossing } from "./capital.ts";
import { type Check, check } from "./check.ts";
import { textOf } from "./parts.ts";
import { firstPositive, type Review } from "./review.ts";
import { figure, said, sumOf } from "./sides.ts";

const BUDGET = ["national-law/budget-35"];
const HIDDEN = ["national-law/hidden-debt"];

const NO_DEBT = text("无借款,不适用", "no debt: does not apply");
const indebted = (review: Review): readonly Review[] => (review.withRole("debt.draw").length === 0 && review.records("pledge").length === 0 ? [] : [review]);

/** R-DEBT-1: no department borrows or guarantees; governments borrow by bonds only. */
const departments = check({
  ids: ["R-DEBT-1"],
  severity: "R",
  clauses: BUDGET,
  of: indebted,
  none: NO_DEBT,
  judge: (review) => {
    const loans = review.withRole("debt.draw").filter(({ tags }) => tags["form"] !== "bond");
    const bodies = new Set(review.document.parties.filter(({ id, role, label }) => isPublicBody(role, textOf(label, id))).map(({ id }) => id));
    const borrowed = loans.find(({ payee }) => payee !== undefined && bodies.has(payee));
    const pledged = review.records("pledge");
    const guaranteed = pledged.find((fact) => fact.flag("byGovernment") === true);
    const borrowers = loans.length === 0 ? text("无(只有债券)", "none, only bonds") : listed(loans.map(({ payee }) => review.partyName(payee)));
    return {
      answer: answer(
        borrowed === undefined && guaranteed === undefined,
        said(text("借款人", "borrowers"), borrowers, borrowed?.id ?? loans[0]?.id ?? "components"),
        ...pledged.map(({ itself }) => itself),
        said(text("不得为或由其担保", "must not be, nor guaranteed by"), text("政府或部门", "a government body"), "parties"),
      ),
      path: borrowed?.id ?? guaranteed?.path ?? "",
      fails:
        borrowed === undefined
          ? text(`${guaranteed?.label.zh ?? ""}:由政府或部门提供担保`, `${guaranteed?.label.en ?? ""}: guaranteed by a government body`)
          : text(`${borrowed.label.zh}的借款人是政府或部门,只能以发行债券方式举债`, `${borrowed.label.en}: the borrower is a government body, which may borrow by bonds only`),
    };
  },
});

/** R-DEBT-7: public-benefit assets are not pledged. */
const publicAssets = check({
  ids: ["R-DEBT-7"],
  severity: "R",
  clauses: HIDDEN,
  of: indebted,
  none: NO_DEBT,
  judge: (review) => {
    const facts = review.records("pledge");
    const pledged = facts.find((fact) => fact.flag("publicBenefit") === true);
    if (facts.length === 0) return { answer: lacks(text("抵质押记录(抵质押物是否公益性资产)", "a record of what is pledged"), "records") };
    return {
      answer: answer(
        pledged === undefined,
        ...facts.map(({ itself }) => itself),
        said(text("抵质押物不得为", "must not pledge"), text("公益性资产", "public-benefit assets"), pledged?.path ?? "records"),
      ),
      path: pledged?.path ?? facts[0]?.path ?? "records",
      fails: text(`${pledged?.label.zh ?? ""}:以公益性资产抵质押`, `${pledged?.label.en ?? ""}: a public-benefit asset is pledged`),
    };
  },
});

/** C20: interest arises while loans are drawn for building. */
const interestArises = check({
  ids: ["C20"],
  severity: "R",
  of: (review) => {
    const draws = crossing(review, "in", "debt.draw");
    return draws.length === 0 || firstPositive(review.series(draws)) < 0 ? [] : [draws];
  },
  none: NO_DEBT,
  judge: (draws, review) => {
    const interest = review.withRole("debt.capitalised", "debt.interest", "debt.interest_accrued");
    const side = sumOf(review, text("利息合计", "interest in total"), interest, draws[0]?.id ?? "");
    return {
      answer: answer(
        side.value?.greaterThan(0),
        side,
        sumOf(review, text("借款合计", "loans drawn"), draws),
        figure(text("利息须高于", "interest must be above"), ZERO, "CNY", ""),
      ),
      path: draws[0]?.id ?? "",
      fails: text("有借款而无利息,建设期利息漏计", "interest in construction is left out"),
    };
  },
});

export const debt: readonly Check[] = [departments, publicAssets, interestArises];
