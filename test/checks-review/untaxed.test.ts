import { describe, expect, it } from "vitest";
import { type Change, record, reviewed } from "./support/review.ts";

/** What a company owes that buys land, sells and lets: the sample does all three. */
const TAXES = [
  "tax_deed",
  "tax_income",
  "tax_land_appreciation",
  "tax_land_use",
  "tax_property",
  "tax_stamp",
  "tax_vat",
] as const;

/** The file has none of these taxes, and says so without a ground. */
const none: Change = (draft) => {
  const taxes = [
    "vat_return",
    "income_tax",
    "land_appreciation_tax",
    "deed_tax",
    "property_tax",
    "land_use_tax",
    "stamp_tax",
  ];
  draft.components = draft.components.filter(({ mechanism }) => !taxes.includes(mechanism));
  draft.records = draft.records.filter(({ kind }) => kind !== "tax_ground");
  Object.assign(draft, { absences: TAXES.map((id) => ({ id, reason: "城市更新免税" })) });
};
const asked = (...changes: readonly Change[]): readonly string[] =>
  reviewed(none, ...changes)
    .filter(({ id, answer, path }) => id === "C13" && answer.is === "fails" && path.startsWith("absences/"))
    .map(({ path }) => path.replace("absences/", ""))
    .toSorted();
const item = TAXES.join("、");

describe("a tax the file says there is none of", () => {
  it("is asked about, each by itself", () => {
    expect(asked()).toEqual(TAXES);
  });
  it("is asked about where the paper names no law, article or number", () => {
    expect(asked(record("g", "tax_ground", { item }, { document: "区税务局答复" }))).toEqual(TAXES);
  });
  it("is asked about where the article exempts something else than what is sold", () => {
    expect(asked(record("g", "tax_ground", { item: "tax_vat", clause: "增值税法第二十四条第一款第七项" }))).toEqual(
      TAXES,
    );
  });
  it("is asked about where no rule pack holds what the paper says", () => {
    expect(asked(record("g", "tax_ground", { item, clause: "财税〔2019〕76号第一条" }))).toEqual(TAXES);
  });
  it("is rejected where the ground is plainly no law", () => {
    const rejected = (document: string) =>
      reviewed(none, record("g", "tax_ground", { item }, { document }))
        .filter(({ id, severity, answer }) => id === "C13" && severity === "R" && answer.is === "fails")
        .map(({ path }) => path);
    expect(rejected("业主大会议事规则第一条")).toEqual(["records/g"]);
    expect(rejected("税务机关答复〔2026〕1号")).toEqual([]);
  });
});
