import { RECORD_KINDS } from "../../document/records.ts";
import { mechanisms } from "../../mechanisms/index.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import type { InputSpec } from "../../terms/inputs.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import type { Finding, Severity } from "../findings.ts";
import type { Fact } from "./facts.ts";
import { finding } from "./finding.ts";
import type { Part } from "./parts.ts";
import type { Check, Review } from "./review.ts";
import { unproven } from "./unproven.ts";

interface Paper {
  readonly ids: readonly string[];
  readonly severity: Severity;
  readonly clauses?: readonly string[];
}

/** Which check asks for the paper behind an input, and on what it rests. */
const PAPERS: Readonly<Record<string, Paper>> = {
  "special_grant.approval": { ids: ["C07"], severity: "R" },
  "performance_grant.acceptanceRecord": { ids: ["C07"], severity: "R" },
  "city_rebate.approval": { ids: ["C08"], severity: "R", clauses: ["jinhua-2020/3(3)"] },
  "operator_contract.subsidyBasis": { ids: ["R-DEBT-5"], severity: "R", clauses: ["national-law/budget-35"] },
  "special_bond.approval": { ids: ["C14"], severity: "R", clauses: ["national-law/special-bonds"] },
  "resident_contribution.vote": { ids: ["C09"], severity: "R", clauses: ["civil-code/278"] },
  "resident_contribution.capitalApproval": { ids: ["C09"], severity: "R", clauses: ["national-law/capital-ratio"] },
  "maintenance_fund.raiseVote": { ids: ["C09"], severity: "R", clauses: ["civil-code/278"] },
  "maintenance_fund.useVote": { ids: ["C09"], severity: "R", clauses: ["civil-code/278"] },
  "maintenance_fund.joined": { ids: ["M51"], severity: "R" },
  "provident_fund.joined": { ids: ["M52"], severity: "R" },
  "common_income.vote": { ids: ["C10"], severity: "R", clauses: ["civil-code/282"] },
  "operating_revenue.vote": { ids: ["C10"], severity: "R", clauses: ["civil-code/282"] },
  "sale.presalePermit": { ids: ["C11"], severity: "R", clauses: ["national-law/real-estate-45"] },
  "ceded_space.basis": { ids: ["C24"], severity: "R" },
  "bundled_transfer.title": { ids: ["M60"], severity: "Q" },
  "bundled_transfer.approval": { ids: ["M60"], severity: "Q" },
  "integrated_operation.procurement": { ids: ["M69"], severity: "Q" },
  "integrated_operation.feeDecision": { ids: ["M69"], severity: "Q", clauses: ["civil-code/278"] },
};

type RecordInput = Extract<InputSpec, { readonly type: "record" }>;

/** Every paper a component names, held against what it must be: of its kind, with a number, for as much as is counted on it. */
function named(review: Review): readonly Finding[] {
  return review.parts.flatMap((part) =>
    Object.entries(mechanisms.get(part.mechanism)?.inputs ?? {}).flatMap(([name, spec]) => {
      const paper = PAPERS[`${part.mechanism}.${name}`];
      const fact = review.facts.find(({ id }) => id === part.word(name));
      if (spec.type !== "record" || paper === undefined || fact === undefined) return [];
      const wrong = wrongWith({ review, part, spec, fact });
      if (wrong === undefined) return [];
      return paper.ids.map((id) =>
        finding(review, {
          id,
          severity: paper.severity,
          pass: wrong.pass,
          clauses: paper.clauses ?? [],
          path: `${part.path}/${name}`,
          message: {
            zh: `${part.label.zh}:${spec.label.zh}“${fact.label.zh}”${wrong.why.zh}`,
            en: `${part.label.en}: ${spec.label.en} “${fact.label.en}” ${wrong.why.en}`,
          },
        }),
      );
    }),
  );
}

interface Seen {
  readonly review: Review;
  readonly part: Part;
  readonly spec: RecordInput;
  readonly fact: Fact;
}

interface Wrong {
  readonly pass: false | null;
  readonly why: Text;
}

const OR: Text = { zh: "或", en: " or " };
const kindName = (kind: string | undefined): Text =>
  RECORD_KINDS[kind ?? ""]?.label ?? { zh: "未定种类的记录", en: "a record of no kind" };

function wrongWith({ review, part, spec, fact }: Seen): Wrong | undefined {
  const kinds = spec.kinds ?? [];
  if (kinds.length > 0 && !kinds.includes(fact.kind ?? "")) {
    const [is, must] = [kindName(fact.kind), kinds.map(kindName)];
    return {
      pass: false,
      why: {
        zh: `是“${is.zh}”,不是${must.map(({ zh }) => `“${zh}”`).join(OR.zh)}`,
        en: `is “${is.en}”, not ${must.map(({ en }) => `“${en}”`).join(OR.en)}`,
      },
    };
  }
  if (spec.majority === "major" && fact.flag("major") === false)
    return {
      pass: false,
      why: { zh: "按一般事项表决,此事须按重大事项表决", en: "was an ordinary vote; this takes a major one" },
    };
  const whole = fact.kind === "vote" ? wholeOf(review, part, fact) : undefined;
  if (whole !== undefined) return { pass: false, why: whole };
  if (!fact.holds) return { pass: false, why: { zh: "不成立", en: "does not hold" } };
  const lost = spec.grants === true ? unproven(review, part) : undefined;
  if (lost?.greaterThan(MONEY_TOLERANCE) === true)
    return {
      pass: false,
      why: {
        zh: `的金额不足以支撑所列金额,${amountText(lost)} 元未计入`,
        en: `does not cover what is entered: CNY ${amountText(lost)} not counted`,
      },
    };
  return fact.document === undefined || fact.document.trim() === ""
    ? { pass: null, why: { zh: "未填文件名或文号,无法核对", en: "names no document and cannot be judged" } }
    : undefined;
}

/** A vote binds those it counted: a charge on more households or floor area than the vote knew does not rest on it. */
function wholeOf(review: Review, part: Part, fact: Fact): Text | undefined {
  if (part.mechanism !== "resident_contribution") return undefined;
  const byHousehold = part.word("basis") === "household";
  // The line the charge itself is reckoned on: it knows the plot, and what stands in where nothing is entered.
  const charged = byHousehold ? review.view.scalar(`${part.id}.charged`) : part.number("areaCharged");
  const voted = fact.number(byHousehold ? "totalOwners" : "totalArea");
  if (charged === undefined || voted === undefined || charged.minus(voted).lessThanOrEqualTo(MONEY_TOLERANCE))
    return undefined;
  const unit = byHousehold ? { zh: "户", en: "households" } : { zh: "㎡", en: "㎡" };
  const [asked, known] = [amountText(charged), amountText(voted)];
  return {
    zh: `以 ${known} ${unit.zh}为总数,出资按 ${asked} ${unit.zh}计`,
    en: `counts ${known} ${unit.en} as the whole, the charge falls on ${asked}`,
  };
}

export const papers: readonly Check[] = [
  { ids: [...new Set(Object.values(PAPERS).flatMap(({ ids }) => ids))], run: named },
];
