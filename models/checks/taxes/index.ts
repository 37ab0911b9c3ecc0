import type { ModelDocument } from "../../document/schema.ts";
import type { Results } from "../../results/results.ts";
import { documentProblem } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import { creditProblems } from "./credits.ts";
import { type TaxFile, taxFileOf } from "./file.ts";
import { outputProblems } from "./output.ts";
import { wordIn } from "./place.ts";
import { productProblems } from "./products.ts";
import { rateProblems } from "./rates.ts";
import type { Ease } from "./statutes.ts";

/** Codes of what is said here. */
export const TAX_EASED: ReadonlySet<string> = new Set([
  "document.tax_rate",
  "document.tax_vat_rate",
  "document.tax_ground",
  "document.tax_product",
  "document.tax_category",
  "document.tax_land_area",
  "document.tax_paper",
  "document.tax_credit",
  "document.tax_credit_rate",
]);

/** 税收处理没有依据: what makes a tax less than the rules have it without a record that says on what ground. It counts as it is and has to be looked at. */
export function easedTaxes<V>(document: ModelDocument, values: Results<V>): readonly Problem[] {
  const file = taxFileOf(document, values);
  return [
    ...rateProblems(file),
    ...outputProblems(file),
    ...creditProblems(file),
    ...productProblems(file),
    ...regimes(file),
  ];
}

const REGIMES: Readonly<Record<string, Readonly<Record<string, { readonly zh: string; readonly en: string }>>>> = {
  regime: { small_profit: { zh: "按小型微利企业计税", en: "taxed as a small low-profit enterprise" } },
  lossYears: { ten: { zh: "亏损结转十年", en: "carrying its losses for ten years" } },
};

/** Treatments a taxpayer has to qualify for. */
function regimes(file: TaxFile): readonly Problem[] {
  return file.places.flatMap((place) => {
    const chosen = Object.entries(REGIMES).flatMap(([name, words]) => {
      const treatment = place.specs[name] === undefined ? undefined : words[wordIn(place, name) ?? ""];
      return treatment === undefined || file.isGrounded(place, EASES[name] ?? "other")
        ? []
        : [[name, treatment] as const];
    });
    const renewed = place.values["assumeRenewal"] === true ? [["assumeRenewal", RENEWED] as const] : [];
    return [...chosen, ...renewed].map(([name, treatment]) =>
      documentProblem("document.tax_ground", `${place.path}/${name}`, {
        what: place.name,
        treatment,
        word: place.word,
      }),
    );
  });
}

const EASES: Readonly<Record<string, Ease>> = { regime: "small_profit" };
const RENEWED = { zh: "假定优惠到期后延续", en: "assuming that a relief is renewed" };
