import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { CAPITAL_PAID_IN } from "../../terms/owners.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { ZERO } from "./amounts.ts";
import { finding, notApplicable } from "./finding.ts";
import type { Part } from "./parts.ts";
import { bondParts } from "./pledges.ts";
import type { Check, Review } from "./review.ts";

const BONDS = ["national-law/special-bonds"];

/** C14: coverage with its stated definition, over the life and in each year; term within the life of the assets; spending the bond may pay for. */
function bondsOf(review: Review): readonly Finding[] {
  const parts = bondParts(review);
  if (parts.length === 0)
    return [
      notApplicable(review, "C14", "R", { zh: "无专项债作债务,不适用", en: "no bond as debt: does not apply" }, BONDS),
    ];
  return parts.flatMap((part) => [
    ...coverage(review, part),
    ...yearly(review, part),
    ...term(review, part),
    ...spending(review, part),
    ...inConstruction(review, part),
  ]);
}

function coverage(review: Review, part: Part): readonly Finding[] {
  const stated = part.word("coverageDefinition") ?? review.document.conventions.coverageDefinition;
  const target = review.view.scalar("convention.coverage_target") ?? review.parameter("coverage_min_usual");
  const value = review.view.scalar(`coverage.${part.id}`);
  const pass =
    stated === undefined
      ? false
      : value === undefined || target === undefined
        ? null
        : value.greaterThanOrEqualTo(target);
  const message =
    stated === undefined
      ? {
          zh: "本息覆盖倍数未写明口径(分子、分母、是否含建设期利息)",
          en: "the coverage multiple has no stated definition",
        }
      : {
          zh: `本息覆盖倍数 ${value?.toFixed(2) ?? "–"},要求 ${target?.toFixed(2) ?? "–"};口径:${stated}`,
          en: `coverage ${value?.toFixed(2) ?? "–"}, required ${target?.toFixed(2) ?? "–"}; definition: ${stated}`,
        };
  return [
    finding(review, {
      id: "C14",
      severity: "R",
      pass,
      clauses: BONDS,
      numbers: { coverage: value, required: target },
      path: stated === undefined ? `${part.path}/coverageDefinition` : `coverage.${part.id}`,
      message,
    }),
  ];
}

/** A total can hide bad years. */
function yearly(review: Review, part: Part): readonly Finding[] {
  const [worst, at] = ["lowest_year", "lowest_year_at"].map((name) => review.view.scalar(`${part.id}.${name}`));
  if (worst === undefined || at === undefined) return [];
  const pass = worst.greaterThanOrEqualTo(1);
  const label = review.view.years[review.view.yearAt(at.toNumber())]?.label ?? "";
  return [
    finding(review, {
      id: "C14",
      severity: "R",
      pass,
      clauses: BONDS,
      numbers: { lowestYear: worst },
      path: `${part.id}.lowest_year`,
      message: {
        zh: `单年覆盖最低 ${worst.toFixed(2)}(${label} 年)`,
        en: `lowest cover of a single year: ${worst.toFixed(2)} in ${label}`,
      },
    }),
  ];
}

function term(review: Review, part: Part): readonly Finding[] {
  const lives = review.parts
    .filter((other) => other.plays(/^depreciation$/))
    .flatMap((other) => other.number("life") ?? []);
  const life = lives.reduce((most, value) => (value.greaterThan(most) ? value : most), ZERO).div(12);
  if (life.isZero()) return [];
  const terms = part.rows("tranches").flatMap((row) => row.number("term") ?? []);
  const longest = terms.reduce((most, value) => (value.greaterThan(most) ? value : most), ZERO);
  const pass = longest.lessThanOrEqualTo(life);
  return [
    finding(review, {
      id: "C14",
      severity: "R",
      pass,
      clauses: BONDS,
      numbers: { termYears: longest, assetLifeYears: life },
      path: `${part.path}/tranches`,
      message: {
        zh: `债券期限 ${longest.toFixed()} 年,资产使用年限 ${life.toFixed()} 年`,
        en: `bond term ${longest.toFixed()} years, life of the assets ${life.toFixed()} years`,
      },
    }),
  ];
}

function spending(review: Review, part: Part): readonly Finding[] {
  const left = review.view.series(`${part.id}.unspent`)?.at(-1);
  if (left === undefined) return [];
  const pass = left.lessThanOrEqualTo(MONEY_TOLERANCE);
  return [
    finding(review, {
      id: "C14",
      severity: "R",
      pass,
      clauses: BONDS,
      numbers: { unspent: left },
      path: `${part.id}.unspent`,
      message: pass
        ? { zh: "债券资金均对应可用专项债的资本性支出", en: "the bond money goes to spending bonds may pay for" }
        : {
            zh: `债券资金 ${amountText(left)} 元没有对应的可用支出(负面清单或非资本性支出)`,
            en: `CNY ${amountText(left)} of bond money has no spending it may pay for`,
          },
    }),
  ];
}

/** Interest during construction comes from capital, not from the bond. */
function inConstruction(review: Review, part: Part): readonly Finding[] {
  const interest = review.total(
    part.lines.filter(({ role, tags }) => role === "debt.interest" && tags["stage"] === "construction"),
  );
  const capital = review.total(
    CAPITAL_PAID_IN.split(", ").flatMap((role) => review.withRole(role).filter(({ tags }) => tags["crosses"] === "in")),
  );
  if (interest === undefined || capital === undefined || interest.isZero()) return [];
  const pass = capital.greaterThanOrEqualTo(interest);
  return [
    finding(review, {
      id: "C14",
      severity: "R",
      pass,
      clauses: BONDS,
      numbers: { interest, capital },
      path: `${part.id}.interest_construction`,
      message: {
        zh: `建设期利息 ${amountText(interest)} 元由资本金支付,资本金 ${amountText(capital)} 元`,
        en: `interest of CNY ${amountText(interest)} in construction is paid from capital of CNY ${amountText(capital)}`,
      },
    }),
  ];
}

export const bonds: readonly Check[] = [{ ids: ["C14"], run: bondsOf }];
