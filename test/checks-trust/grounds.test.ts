import { describe, expect, it } from "vitest";
import { groundedIn, lawless } from "../../models/checks/taxes/grounds.ts";
import type { Ease } from "../../models/checks/taxes/statutes.ts";

const timeline = { start: "2026-01", step: "year", periods: 10, phases: [] } as const;
const FLATS = { mechanism: "sale", values: {} } as const;
const CARE = { mechanism: "operating_revenue", values: { id: "childcare", kind: "service" } } as const;
const MEALS = { mechanism: "operating_revenue", values: { id: "meals", kind: "service" } } as const;
const RENTS = { mechanism: "lease", values: {} } as const;

const file = (document: string, rest: object = {}, components: readonly object[] = []) =>
  ({
    timeline,
    components,
    records: [
      { id: "g", label: "依据", kind: "tax_ground", date: "2026-03-01", document, values: { item: "here" }, ...rest },
    ],
  }) as never;
const stands = (document: string, ease: Ease, place: object = FLATS, rest: object = {}) =>
  groundedIn(file(document, rest))(["here"], { ease, place: place as never });

describe("the ground of a tax that is not paid", () => {
  it.each<readonly [string, Ease, object]>([
    ["增值税法第二十四条第一款第七项", "exempt", CARE],
    ["《中华人民共和国增值税法》第24条", "exempt", CARE],
    ["Value-Added Tax Law, Article 24", "exempt", CARE],
    ["财政部 税务总局等六部门公告2026年第7号", "exempt", MEALS],
    ["增值税法第十一条", "simplified", RENTS],
    ["财政部 税务总局公告2023年第12号", "small_profit", {}],
    ["中华人民共和国城市维护建设税法第四条", "surcharge", {}],
  ])("is a clause of the packs that allows it: %s", (document, ease, place) => {
    expect(stands(document, ease, place)).toBe(true);
  });

  it.each<readonly [string, Ease, object]>([
    ["增值税法第二十四条第一款第七项", "exempt", FLATS],
    ["增值税法第二十四条第一款第七项", "exempt", MEALS],
    ["增值税法第二十四条第一款第二项", "exempt", CARE],
    ["增值税法第一条", "exempt", CARE],
    ["增值税法实施条例第二十四条", "exempt", CARE],
    ["增值税法第十一条", "simplified", FLATS],
    ["增值税法第十条", "rate", FLATS],
    ["企业所得税法第四条", "rate", {}],
    ["业主大会议事规则第一条", "exempt", CARE],
    ["城更纪要〔2026〕3号", "exempt", CARE],
    ["税务答复〔2026〕1号", "exempt", FLATS],
    ["公开报道(lzdww.com read-91285),未列税费", "absent", {}],
  ])("is no clause of something else, and no paper no pack holds: %s for %s", (document, ease, place) => {
    expect(stands(document, ease, place)).toBe(false);
  });

  it("is a paper of a day within the plan, about this place, not refused", () => {
    const law = "增值税法第二十四条";
    expect(stands(law, "exempt", CARE)).toBe(true);
    expect(stands(law, "exempt", CARE, { date: "2060-01-01" })).toBe(false);
    expect(stands(law, "exempt", CARE, { date: undefined })).toBe(false);
    expect(stands(law, "exempt", CARE, { values: { item: "here", refused: true } })).toBe(false);
    expect(stands(law, "exempt", CARE, { values: { item: "there" } })).toBe(false);
  });

  it("frees a whole company of VAT only where all it sells is care", () => {
    const care = { id: "services", mechanism: "operating_revenue", enabled: true, inputs: { items: [CARE.values] } };
    const flats = { id: "flats", mechanism: "sale", enabled: true, inputs: {} };
    const isFree = (...components: readonly object[]) =>
      groundedIn(file("增值税法第二十四条", {}, components))(["here"], { ease: "absent", tax: "tax_vat" });
    expect(isFree(care)).toBe(true);
    expect(isFree(care, flats)).toBe(false);
    expect(isFree()).toBe(false);
  });
});

describe("a ground that is plainly no law", () => {
  it.each([
    "业主大会议事规则第一条",
    "城市更新会议第一条",
    "区政府会议纪要〔2026〕3号",
    "minutes of the meeting, article 1",
  ])("is a vote, a meeting, a contract: %s", (document) => {
    expect(lawless(file(document)).map(({ path }) => path)).toEqual(["records/g"]);
  });
  it.each([
    "增值税法第二十四条",
    "税务机关答复〔2026〕1号",
    "财税〔2019〕76号",
    "税务局会议纪要所引增值税法第二十四条",
  ])("is none where a law is named, or where it has to be looked up: %s", (document) => {
    expect(lawless(file(document))).toEqual([]);
  });
});
