import { describe, expect, it } from "vitest";
import type { Finding } from "../../models/checks/findings.ts";
import {
  addRow,
  type Change,
  input,
  record,
  reviewed,
  row,
  soundFindings,
  without,
} from "../checks-review/support/review.ts";

const failing = (findings: readonly Finding[]) => findings.filter(({ answer }) => answer.is === "fails");
const key = ({ id, path, severity }: Finding) => `${severity} ${id} ${path}`;

/** What a change of the sound document raises that it did not say before. */
function raised(...changes: readonly Change[]): readonly string[] {
  const before = new Set(failing(soundFindings()).map(key));
  return failing(reviewed(...changes))
    .map(key)
    .filter((found) => !before.has(found));
}

const income = (values: Record<string, unknown>, ...without: readonly string[]): Change => {
  const all = {
    ...{
      payer: "tenants",
      basis: "count",
      per: "month",
      growth: "0.02",
      everyYears: "1",
      ramped: "yes",
      collection: "0.95",
    },
    ...{ includesVat: true, vatMethod: "general", vatRate: "0.09" },
    ...values,
  };
  return addRow(
    "services",
    "items",
    Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name))),
  );
};

/** Other ways of the same kinds as the entries, each with what the review says and where. */
const EVASIONS: readonly (readonly [string, string, readonly Change[]])[] = [
  [
    "help at home exempt without a ground",
    "Q C13 components/services/inputs/items/home/vatMethod",
    [income({ id: "home", kind: "service", quantity: "40", price: "900", vatMethod: "exempt" }, "vatRate")],
  ],
  [
    "flats at a VAT rate of a hundredth",
    "Q M16 components/flats/inputs/vatRate",
    [input("flats", { vatRate: "0.01" })],
  ],
  [
    "fees under the simplified method without a ground",
    "Q C13 components/services/inputs/items/property/vatMethod",
    [row("services", "items", "property", { vatMethod: "simplified", vatRate: "0.03" })],
  ],
  [
    "flats taken out of land appreciation tax",
    "Q C21 components/lat/inputs/products",
    [input("lat", { products: [{ id: "spaces", product: "sold_spaces", category: "commercial" }] })],
  ],
  ["losses of ten years", "Q C13 components/income_tax/inputs/lossYears", [input("income_tax", { lossYears: "ten" })]],
  [
    "income tax at a twentieth",
    "Q M16 components/income_tax/inputs/taxRate",
    [input("income_tax", { taxRate: "0.05" })],
  ],
  ["VAT without a return", "Q C13 absences/tax_vat", [without("vat")]],
  [
    "spaces below ground sold before the works end",
    "R C11 components/spaces/inputs/mode",
    [input("spaces", { handover: "2027-07" })],
  ],
  [
    "a quarter of the land paid at the end",
    "R C11 components/flats/inputs/absorption",
    [
      input("land", {
        instalments: {
          profile: { from: "2026-01", every: "year", values: ["0.75", "0", "0", "0.25"], meaning: "share" },
        },
      }),
    ],
  ],
  [
    "presale money of which 2 % are kept",
    "Q C11 components/flats/inputs/retention",
    [input("flats", { retention: "0.02" })],
  ],
  [
    "a price that grows past its cap by a little",
    "Q C11 components/flats/inputs/priceGrowth",
    [input("flats", { priceGrowth: "0.03" })],
  ],
  [
    "shops full but for 3 % from the first year",
    "Q C12 components/shops/inputs/ramp",
    [
      input("shops", {
        ramp: [
          { id: "y1", year: "1", share: "0.9" },
          { id: "y2", year: "2", share: "0.93" },
        ],
      }),
    ],
  ],
  [
    "fees collected but for two thousandths",
    "Q C12 components/services/inputs/items/property/collection",
    [row("services", "items", "property", { collection: "0.998" })],
  ],
  [
    "wages as repairs that never grow",
    "Q C12 components/running/inputs/items",
    [row("running", "items", "staff", { kind: "maintenance", growth: "0" })],
  ],
  [
    "a platform called software among equipment",
    "Q M75 components/works/inputs/items/software_hub",
    [
      addRow("works", "items", {
        ...{ id: "software_hub", kind: "equipment", basis: "households", price: "400" },
        ...{ includesVat: true, vatMethod: "creditable", vatRate: "0.13", eligibleGrant: "yes", eligibleRebate: "no" },
      }),
    ],
  ],
  [
    "an award because everybody does so",
    "Q R-BID-1 records/selected",
    [record("selected", "operator_selection", { invitees: "3", ground: "业内一贯做法", reason: "示例" })],
  ],
  [
    "a source of dashes",
    "Q C04 components/works",
    [
      (draft) => {
        const works = draft.components.find(({ id }) => id === "works");
        Object.assign(works ?? {}, { note: "——" });
      },
    ],
  ],
];

describe("other evasions of the same kinds", () => {
  it.each(EVASIONS)("%s", (_name, expected, changes) => {
    expect(raised(...changes)).toContain(expected);
  });
});

/** Lawful counterparts: nothing but remarks. */
const LAWFUL: readonly (readonly [string, readonly Change[]])[] = [
  [
    "exempt childcare with a ground on record",
    [
      income({ id: "childcare", kind: "service", quantity: "20", price: "900", vatMethod: "exempt" }, "vatRate"),
      record(
        "care_exempt",
        "tax_ground",
        { item: "services.childcare" },
        { document: "增值税法第二十四条第一款第七项" },
      ),
      record("accounts", "separate_accounting", {}),
    ],
  ],
  ["half of the spaces let", [row("services", "items", "garage", { quantity: "90" })]],
  ["more of the receipts kept", [input("flats", { retention: "0.3" })]],
  [
    "an award on a clause",
    [record("selected", "operator_selection", { invitees: "3", ground: "政府采购法第二十九条", reason: "示例" })],
  ],
  ["a higher surcharge", [input("vat", { surchargeRate: "0.13" })]],
];

describe("their lawful counterparts", () => {
  it.each(LAWFUL)("%s", (_name, changes) => {
    expect(raised(...changes).filter((found) => !found.startsWith("N"))).toEqual([]);
  });
});
