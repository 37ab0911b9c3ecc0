import { operatorContract } from "../../mechanisms/income/operatorContract/contract.ts";
import { LONG_CONTRACT_YEARS, PROPERTY_CONTRACT_YEARS } from "../../terms/practice.ts";
import { namesOf, type Text, text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { figure, ofLine, said } from "./sides.ts";

const CLAUSE = ["taizhou-2023-draft/4(3)7"];

const contracts = (review: Review): readonly Part[] => review.partsOf(operatorContract);
const overAreas = (review: Review): readonly Part[] => contracts(review).filter((part) => part.rows("areas").length > 0);
const NO_AREAS = text("运营商合同未列片区,不适用", "no contract lists areas: does not apply");

/** M70: of a contract over several areas the households of this project are those planned. */
const ownHouseholds = check({
  ids: ["M70"],
  severity: "Q",
  clauses: CLAUSE,
  of: overAreas,
  none: NO_AREAS,
  judge: (part, review) => {
    const own = part.rows("areas").filter((row) => row.number("here")?.greaterThan(0) === true);
    const counted = sum(own.map((row) => row.number("households") ?? ZERO));
    return {
      about: part.label,
      answer: compare(
        review,
        figure(text("合同所列属于本项目的户数", "households of this project in the contract"), counted, "household", part.at("areas")),
        "at_most",
        figure(text("规划户数", "planned households"), review.added(review.withRole("households.planned")), "household", "households_planned"),
      ),
      path: part.at("areas"),
      weighs: true,
      fails: text("本项目在年费中的占比因此偏高", "the part of the fee that is this project's is too large"),
    };
  },
});

/** M70: a contract over several areas runs long. */
const longTerm = check({
  ids: ["M70"],
  severity: "N",
  clauses: CLAUSE,
  of: (review) => overAreas(review).filter((part) => part.rows("areas").length > 1),
  none: NO_AREAS,
  judge: (part, review) => ({
    about: part.label,
    answer: compare(
      review,
      ofLine(review, part.line("years_agreed")),
      "at_least",
      figure(text("多片区长周期合同通常不短于", "a contract over several areas usually runs at least"), review.decimal(LONG_CONTRACT_YEARS), "a", ""),
    ),
    path: part.at("term"),
    fails: text("期限较短,前期投入可能收不回", "short: what is invested first may not come back"),
  }),
});

const servesProperty = (part: Part): boolean =>
  part.rows("prices").some((row) => row.word("service") === "property_fee") || part.rows("shares").some((row) => row.word("line") === "property_fee");

/** M70: owners choose who manages their property again after some years, however long the rest of the contract runs. */
const propertyTerm = check({
  ids: ["M70"],
  severity: "N",
  clauses: CLAUSE,
  of: (review) => contracts(review).filter(servesProperty),
  none: text("运营商合同不含物业服务,不适用", "no contract holds property services: does not apply"),
  judge: (part, review) => {
    const stated = part.number("propertyTerm") === undefined ? ofLine(review, part.line("years_agreed")) : part.side("propertyTerm");
    return {
      about: part.label,
      answer: compare(
        review,
        { ...stated, what: text("其中物业服务合同期", "of which property services") },
        "at_most",
        figure(text("物业服务合同通常不长于", "property services are usually agreed for at most"), review.decimal(PROPERTY_CONTRACT_YEARS), "a", ""),
      ),
      path: part.at("propertyTerm"),
      fails: text("届满须由业主共同决定续聘,其后物业收入不确定", "after that the owners decide again: what comes later is not certain"),
    };
  },
});

/** M71 (M90): each member of a consortium is qualified for what it does. */
const qualified = check({
  ids: ["M71"],
  severity: "N",
  clauses: ["taizhou-2023-draft/4(3)8"],
  of: (review) => contracts(review).filter((part) => part.rows("consortium").length > 0),
  none: text("无联合体,不适用", "no consortium: does not apply"),
  judge: (part, review) => {
    const proved = new Set(review.records("qualification").flatMap((fact) => (fact.holds && fact.word("scope") !== undefined ? (fact.word("holder")?.trim() ?? []) : [])));
    const lacking = part.rows("consortium").flatMap((row) => {
      const member = row.word("member") ?? row.id;
      return proved.has(member) ? [] : [member];
    });
    const names = namesOf(lacking);
    return {
      about: part.label,
      answer: answer(
        lacking.length === 0,
        said(
          text("联合体成员的资质、业绩记录", "qualifications of the members on record"),
          lacking.length === 0 ? text("齐备", "all there") : missing(names),
          part.at("consortium"),
        ),
      ),
      path: part.at("consortium"),
      fails: text("请登记“资质与业绩”记录,注明企业、内容", "enter a record of the qualification: holder and content"),
    };
  },
});

const missing = ({ zh, en }: Text): Text => text(`缺:${zh}`, `none of ${en}`);

export const operators: readonly Check[] = [ownHouseholds, longTerm, propertyTerm, qualified];
