import { isPublicBody, mayBePrivate } from "../../terms/payerNames.ts";
import { listed, text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { answer, lacks } from "./answers.ts";
import { crossing } from "./capital.ts";
import { type Check, check, type Judged } from "./check.ts";
import type { Fact } from "./facts.ts";
import { textOf } from "./parts.ts";
import { firstPositive, type Review } from "./review.ts";
import { figure, said, sumOf } from "./sides.ts";
import { PLEDGED } from "./words/breachesMoney.ts";
import { promisesIn } from "./words/judge.ts";
import { isForGain, publicAssetIn } from "./words/publicAssets.ts";

const BUDGET = ["national-law/budget-35"];

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
    const bodies = new Map(review.document.parties.filter(({ id, role, label }) => isPublicBody(role, textOf(label, id))).map((party) => [party.id, party]));
    const borrowed = loans.find(({ payee }) => payee !== undefined && bodies.has(payee));
    const borrower = bodies.get(borrowed?.payee ?? "");
    const pledged = review.records("pledge");
    const guaranteed = pledged.find((fact) => fact.flag("byGovernment") === true);
    const borrowers = loans.length === 0 ? text("无(只有债券)", "none, only bonds") : listed(loans.map(({ payee }) => review.partyName(payee)));
    // A school or a centre may be somebody's own: that is asked about, and its loans wait for the answer.
    const isAsked = guaranteed === undefined && borrower !== undefined && mayBePrivate(borrower.role, textOf(borrower.label, borrower.id));
    return {
      ...(isAsked ? ({ severity: "Q", weighs: true } as const) : {}),
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
          : isAsked
            ? text(
                `${borrowed.label.zh}的借款人按名称属机关或事业单位,不得自行举债;不是的须附法人登记`,
                `${borrowed.label.en}: the borrower is a public institution by its name, which may not borrow; if it is none, its registration proves it`,
              )
            : text(`${borrowed.label.zh}的借款人是政府或部门,只能以发行债券方式举债`, `${borrowed.label.en}: the borrower is a government body, which may borrow by bonds only`),
    };
  },
});

/** R-DEBT-7: public-benefit assets are not pledged, by whatever name; a pledge that does not say what its asset is cannot be judged. */
const publicAssets = check({
  ids: ["R-DEBT-7"],
  severity: "R",
  clauses: ["civil-code/399"],
  also: ["national-law/hidden-debt-assets", "civil-code/274"],
  of: indebted,
  none: NO_DEBT,
  judge: (review) => {
    const facts = review.records("pledge");
    if (facts.length === 0) return [{ answer: lacks(text("抵质押记录(抵质押物是否公益性资产)", "a record of what is pledged"), "records") }];
    return facts.map((fact) => natureOf(review, fact));
  },
});

/** What is pledged is what its name, its papers or its author say it is. */
function natureOf(review: Review, fact: Fact): Judged {
  const { label, path, document = "" } = fact;
  const note = review.document.records.find(({ id }) => id === fact.id)?.note ?? "";
  const named = publicAssetIn(label.zh, fact.word("income") ?? "");
  const flagged = fact.flag("publicBenefit");
  const promised = [label.zh, document, note].flatMap((written) => promisesIn(written, PLEDGED));
  const [first] = promised;
  const must = said(text("抵质押物不得为", "must not pledge"), text("公益性资产", "public-benefit assets"), path);
  if (named === undefined && flagged !== true && first === undefined)
    return { about: label, path, answer: flagged === false ? answer(true, fact.itself, must) : lacks(NATURE, path) };
  const forGain = flagged === false && isForGain(`${label.zh} ${fact.word("income") ?? ""} ${note}`);
  const isAsked = forGain || (named === undefined && flagged !== true && promised.every(({ weight }) => weight === "Q"));
  const what = named?.name ?? text("公益性资产", "a public-benefit asset");
  return {
    about: label,
    path,
    clauses: [named?.clause ?? "civil-code/399"],
    ...(isAsked ? { severity: "Q" as const } : {}),
    answer: answer(false, fact.itself, said(text("按名称或说明属", "by its name or papers"), what, path), must),
    fails: isAsked
      ? text("是否以营利为目的、可以抵押,须附依据", "whether it is run for gain and may be pledged takes a proof")
      : text("公益设施、储备土地与业主共有部分不得抵押", "public facilities, land in reserve and common parts secure no debt"),
  };
}
const NATURE = text("抵质押物是否公益性资产的说明", "a word on whether it is a public-benefit asset");

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
