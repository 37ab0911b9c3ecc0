import { unmetOf } from "../expectations/index.ts";
import type { Finding } from "../findings.ts";
import { TAX_EASED } from "../taxes/index.ts";
import { finding } from "./finding.ts";
import type { Check, Review } from "./review.ts";

const CLAUSES: Readonly<Record<string, string>> = {
  tax_vat: "national-law/vat",
  vat_ground: "national-law/vat",
  tax_land_appreciation: "national-law/land-appreciation-tax",
  tax_income: "national-law/income-tax",
  tax_property: "national-law/property-tax",
  tax_deed: "national-law/deed-tax",
  tax_land_use: "national-law/land-use-tax",
  tax_stamp: "national-law/stamp-tax",
};

/** C13: what each taxpayer declares by what it does; what is taxed less than the rules have it rests on a record. */
function expectedTaxes(review: Review): readonly Finding[] {
  const missing = unmetOf(review.document, review.results).flatMap(({ path, message }): readonly Finding[] => {
    const [word = ""] = path.replace("absences/", "").split(".");
    const clause = CLAUSES[word];
    if (clause === undefined) return [];
    return [finding(review, { id: "C13", severity: "Q", pass: false, clauses: [clause], path, message })];
  });
  const eased = review.problems
    .filter(({ code }) => TAX_EASED.has(code))
    .map(({ code, path, message }) =>
      finding(review, { id: IDS[code] ?? "C13", severity: "Q", pass: false, path, message }),
    );
  const found = [...missing, ...eased];
  if (found.length > 0) return found;
  const message = {
    zh: "按各纳税人的销售、出租、购地与经营,应有的税种均已列入或写明依据",
    en: "the taxes each taxpayer owes by what it sells, lets, buys and operates are there, or a record says why not",
  };
  return [finding(review, { id: "C13", severity: "Q", pass: true, message })];
}

const IDS: Readonly<Record<string, string>> = {
  "document.tax_rate": "M16",
  "document.tax_vat_rate": "M16",
  "document.tax_product": "C21",
  "document.tax_category": "C21",
};

export const taxation: readonly Check[] = [{ ids: ["C13", "M16", "C21"], run: expectedTaxes }];
