import { bundledTransfer } from "../../mechanisms/capital/bundledTransfer.ts";
import { compensation } from "../../mechanisms/cost/compensation.ts";
import { deposits } from "../../mechanisms/cost/deposits.ts";
import { replacement } from "../../mechanisms/cost/replacement.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import { franchise } from "../../mechanisms/income/franchise.ts";
import type { InputName } from "../../mechanisms/index.ts";
import { landRevenue } from "../../mechanisms/land/landRevenue.ts";
import { landScheme } from "../../mechanisms/land/landScheme.ts";
import { assetBooks } from "../../mechanisms/tax/assetBooks.ts";
import { deedTax } from "../../mechanisms/tax/deedTax.ts";
import { propertyTax } from "../../mechanisms/tax/propertyTax.ts";
import { vatReturn } from "../../mechanisms/tax/vatReturn.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";

/** An input, or a column of a table. */
export interface Place {
  readonly mechanism: Mechanism;
  readonly input: InputName;
  readonly column?: InputName;
}

/** An input a rule governs that does not take its value from the rule when it is left out. */
interface Governed {
  readonly parameters: readonly string[];
  readonly places: readonly Place[];
  readonly when?: (review: Review, part: Part) => boolean;
}

const presale = (review: Review): boolean => review.total(review.withRole("vat.prepayment_base"))?.greaterThan(0) === true;

/** What the rules say of inputs that are always entered. */
export const GOVERNED: readonly Governed[] = [
  {
    parameters: ["deed_tax", "deed_tax_max"],
    places: [
      { mechanism: deedTax, input: "taxRate" },
      { mechanism: bundledTransfer, input: "deedRate" },
      { mechanism: landScheme, input: "deedRate" },
    ],
  },
  {
    parameters: ["property_tax_deduct_min"],
    places: [{ mechanism: propertyTax, input: "items", column: "deduction" }],
  },
  {
    parameters: ["maint_deposit_rate_min", "maint_deposit_rate_max"],
    places: [{ mechanism: deposits, input: "maintenanceRate" }],
  },
  { parameters: ["building_depr_min_years"], places: [{ mechanism: assetBooks, input: "life" }] },
  {
    parameters: ["electronics_depr_min_years"],
    places: [{ mechanism: replacement, input: "items", column: "life" }],
    when: (_review, part) => part.word("treatment") !== "expensed",
  },
  { parameters: ["new_land_fee_central"], places: [{ mechanism: landRevenue, input: "centralShare" }] },
  { parameters: ["transition_months_highrise"], places: [{ mechanism: compensation, input: "agreedMonths" }] },
  {
    parameters: ["concession_max_years"],
    places: [
      { mechanism: franchise, input: "term" },
      { mechanism: franchise, input: "termLimit" },
    ],
  },
  {
    parameters: ["vat_presale_prepay"],
    places: [{ mechanism: vatReturn, input: "prepaymentRate" }],
    when: presale,
  },
];

/** Rules of the same thing elsewhere or of another kind: what keeps to one of them is asked about, not called a departure. */
export const ALTERNATIVES: Readonly<Record<string, readonly string[]>> = {
  city_tax: ["city_tax_town", "city_tax_other"],
};

/** Where nobody will live, other shares of the floor area hold. */
export const NONRESIDENTIAL: Readonly<Record<string, string>> = {
  pm_room_rate: "pm_room_rate_nonresidential",
  pm_operating_rate: "pm_operating_rate_nonresidential",
};
