import { text } from "../../wording/text.ts";
import { explainedOf, unmetOf } from "../expectations/index.ts";
import { groundedIn, lawless } from "../taxes/grounds.ts";
import { TAX_EASED } from "../taxes/index.ts";
import { answer } from "./answers.ts";
import { type Check, checkOfFile, type Judged } from "./check.ts";
import type { Review } from "./review.ts";
import { said } from "./sides.ts";

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

/** Who asks about a tax that is eased: a typed rate against its rule, land appreciation tax, the rest. */
const ASKED: Readonly<Record<string, string>> = {
  "document.tax_rate": "M16",
  "document.tax_vat_rate": "M16",
  "document.tax_product": "C21",
  "document.tax_category": "C21",
};

const wrong = (what: { readonly zh: string; readonly en: string }, path: string, clause?: string): Judged => ({
  answer: answer(false, said(text("税收处理", "tax treatment"), what, path)),
  says: what,
  path,
  ...(clause === undefined ? {} : { clauses: [clause] }),
});

const easedBy = (review: Review, id: string): readonly Judged[] =>
  review.problems.filter(({ code }) => TAX_EASED.has(code) && (ASKED[code] ?? "C13") === id).map(({ path, message }) => wrong(message, path));

/** A tax the file says there is none of: its reason, and no record that the reason rests on. */
function absent(review: Review): readonly Judged[] {
  const grounded = groundedIn(review.document);
  return explainedOf(review.document, review.results).flatMap(({ id, path, name, reason }) => {
    const clause = CLAUSES[id];
    const rests = grounded([id, path.replace("absences/", "")], { ease: "absent", tax: id });
    if (clause === undefined || rests) return [];
    const what = text(
      `无${name.zh}:${reason};没有成立的“税收处理依据”记录(所指填 ${id})载明政策参数包所载的本税种免税条款,须登记并由税务机关核实`,
      `no ${name.en}: ${reason}; no record of the ground of a tax treatment (about ${id}) names an exemption from this tax that the rule packs hold: enter it, and the tax authority has to confirm it`,
    );
    return [wrong(what, path, clause)];
  });
}

/** A ground that is no law: a vote, a meeting or a contract relieves nobody of a tax. */
const groundless = (review: Review): readonly Judged[] =>
  lawless(review.document).map(({ path, places, texts }) => {
    const clause = CLAUSES[places.find((place) => CLAUSES[place] !== undefined) ?? "tax_vat"] ?? "national-law/vat";
    const paper = texts.join(";");
    return {
      ...wrong(
        text(`税收处理依据“${paper}”不是税收法律法规或税务文件,不得据以免税、减税`, `“${paper}” is no tax law and no paper of a tax authority: nobody is relieved of a tax by it`),
        path,
        clause,
      ),
      severity: "R",
    };
  });

/** C13: what each taxpayer declares by what it does; what is taxed less than the rules have it rests on a record. */
const expectedTaxes = checkOfFile({
  ids: ["C13"],
  severity: "Q",
  also: [...new Set(Object.values(CLAUSES))],
  judge: (review) => {
    const missing = unmetOf(review.document, review.results).flatMap(({ path, message }): readonly Judged[] => {
      const [word = ""] = path.replace("absences/", "").split(".");
      const clause = CLAUSES[word];
      return clause === undefined ? [] : [wrong(message, path, clause)];
    });
    const found = [...missing, ...absent(review), ...groundless(review), ...easedBy(review, "C13")];
    if (found.length > 0) return found;
    const all = text(
      "按各纳税人的销售、出租、购地与经营,应有的税种均已列入或写明依据",
      "the taxes each taxpayer owes by what it sells, lets, buys and operates are there, or a record says why not",
    );
    return { answer: answer(true, said(text("各纳税人应有的税种", "taxes of each taxpayer"), all, "components")), says: all };
  },
});

const NONE = text("没有低于规定的税收处理", "nothing is taxed less than the rules have it");

/** M16, C21: rates, products and categories by which less is taxed than the rules have it. */
const eased = ["M16", "C21"].map((id) =>
  checkOfFile({
    ids: [id],
    severity: "Q",
    judge: (review) => {
      const found = easedBy(review, id);
      return found.length > 0 ? found : { answer: answer(true, said(text("低于规定的税收处理", "treatments below the rules"), NONE, "components")), says: NONE };
    },
  }),
);

export const taxation: readonly Check[] = [expectedTaxes, ...eased];
