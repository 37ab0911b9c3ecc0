import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluateJson } from "../../app/model/evaluateJson.ts";
import { recordResultsOf } from "../../app/model/results.ts";
import { reviewIn, trustIn } from "../../app/model/trust.ts";
import { type Concern, weighed } from "../../models/checks/trust/point.ts";
import type { Verdict } from "../../models/checks/verdicts/index.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { RecordDecimal } from "../../models/engines/arithmetic/decimal.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { smallDocument } from "../app/fixtures/small.ts";
import { judged } from "../support/judged.ts";
import { preparedOf } from "../support/prepared.ts";

const PATIENCE_MS = 120_000;
type Raw = Record<string, unknown> & {
  conventions: Record<string, string>;
  components: { id: string; mechanism: string; enabled?: boolean }[];
};

function trusted(name: string, change: (raw: Raw) => void = () => {}, scenario?: string) {
  const raw = JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8")) as Raw;
  change(raw);
  const { results, trust } = judged(raw, scenario);
  return { trust, json: evaluateJson(results, trust, "zh", "r") };
}

const verdict = (pass: boolean | null, margin: string, unit = "CNY", id: Verdict["id"] = "B2"): Verdict => ({
  id,
  title: { zh: "", en: "" },
  definition: { zh: "", en: "" },
  message: { zh: "", en: "" },
  lines: [],
  pass,
  margin: new RecordDecimal(margin),
  unit,
});

const concern = (against: string | undefined, more: Partial<Concern> = {}): Concern => ({
  kind: "uncounted",
  path: "components/a",
  message: { zh: "甲", en: "a" },
  touches: () => true,
  ...(against === undefined ? {} : { against: new RecordDecimal(against) }),
  ...more,
});

describe("a point weighed against the verdicts", () => {
  it("is a condition of a met verdict whose margin it would use up, a note otherwise", () => {
    expect(weighed([concern("101")], [verdict(true, "100")])).toMatchObject([{ grade: "condition", verdicts: ["B2"] }]);
    expect(weighed([concern("99")], [verdict(true, "100")])).toMatchObject([{ grade: "note", verdicts: [] }]);
    expect(weighed([concern("-101")], [verdict(true, "100")])).toMatchObject([{ grade: "condition" }]);
  });

  it("counts money that is doubted together, each sum once, and by itself what is no such money", () => {
    const grades = (...concerns: Concern[]) => weighed(concerns, [verdict(true, "100")]).map(({ grade }) => grade);
    expect(grades(concern("60", { money: "a" }), concern("60", { money: "b" }))).toEqual(["condition", "condition"]);
    expect(grades(concern("60", { money: "a" }), concern("60", { money: "a" }))).toEqual(["note", "note"]);
    expect(grades(concern("60", { money: "a" }), concern("60"))).toEqual(["note", "note"]);
    const ofOther = concern("60", { money: "b", touches: (id) => id === "B3" });
    expect(grades(concern("60", { money: "a" }), ofOther)).toEqual(["note", "note"]);
  });

  it("is a note of what is not met, does not rest on it, or is on the safe side", () => {
    expect(weighed([concern("101")], [verdict(false, "100"), verdict(null, "100")])[0]?.grade).toBe("note");
    expect(weighed([concern("101", { touches: () => false })], [verdict(true, "100")])[0]?.grade).toBe("note");
    expect(weighed([concern("0", { amount: new RecordDecimal(500) })], [verdict(true, "100")])).toMatchObject([
      { grade: "note", amount: new RecordDecimal(500) },
    ]);
  });

  it("is a condition where its effect is unknown: no amount, or money against a ratio", () => {
    expect(weighed([concern(undefined)], [verdict(true, "100")])[0]?.grade).toBe("condition");
    expect(weighed([concern("1")], [verdict(true, "0.1", "1", "B5")])[0]?.grade).toBe("condition");
  });
});

describe("the trust statement of an example", () => {
  it.each(["rebuild", "infill", "new-build", "rehabilitation", "special-bond", "zhegong"])(
    "%s is clean, and no ✓ has a condition",
    (name) => {
      const { trust, json } = trusted(name);
      expect(trust.points.filter(({ grade }) => grade === "condition")).toEqual([]);
      expect(json.trust.clean).toBe(true);
      expect(json.verdicts.flatMap(({ conditions }) => conditions)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it.each([
    ["rehabilitation", "adverse"],
    ["special-bond", "bullet"],
    ["special-bond", "weak_parking"],
  ])("%s %s: what the verdicts count as it is makes no condition", (name, scenario) => {
    const { trust } = trusted(name, () => {}, scenario);
    expect(trust.points.filter(({ grade }) => grade === "condition")).toEqual([]);
  });

  it("marks the verdicts that rest on money the review rejects, and leaves alone what no verdict rests on", () => {
    const parsed = parseDocument(smallDocument(), mechanisms);
    if (!parsed.ok) throw new Error("the small document is sound");
    const results = recordResultsOf(preparedOf(parsed.value.document));
    const { points } = trustIn(results, reviewIn(results));
    // Rent without title or right to operate: rejected income.
    expect(points.find(({ path }) => path === "rent.flow")).toMatchObject({ grade: "condition", kind: "finding" });
    // The subsidy above the budget goes to the operator, outside the project.
    const { trust } = trusted("rehabilitation", () => {}, "other_bid");
    expect(trust.clean).toBe(true);
    expect(trust.points.find(({ path }) => path === "contract.subsidy")).toMatchObject({ grade: "note" });
  });

  it("names a component that cannot be read, as a condition", () => {
    const { trust, json } = trusted("infill", ({ components }) => {
      const works = components.find(({ mechanism }) => mechanism === "works");
      if (works !== undefined) works.mechanism = "basisv2";
    });
    expect(trust.clean).toBe(false);
    expect(json.trust.points.filter(({ kind }) => kind === "left_out")).toHaveLength(1);
    expect(json.problems.map(({ code }) => code)).toContain("document.mechanism_unknown");
  });

  it("tells of a document that does not hold, and of the money that does not count because of it", () => {
    const { json } = trusted("rehabilitation", (raw) => {
      const records = raw["records"] as { kind?: string; values?: Record<string, unknown> }[];
      for (const record of records) if (record.kind === "approval") record.values = { ...record.values, refused: true };
    });
    const told = json.trust.points.filter(({ kind }) => kind === "record");
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ grade, path }) => grade === "note" && path.startsWith("records/"))).toBe(true);
    expect(json.trust.points.some(({ kind, amount }) => kind === "uncounted" && Number(amount) > 0)).toBe(true);
  });

  it("makes floor area without a use a condition of what rests on areas, with its ㎡", () => {
    const { trust, json } = trusted("rebuild", (raw) => {
      const area = raw.components.find(({ mechanism }) => mechanism === "area_balance") as unknown as {
        inputs: { products: { id: string; rule: string; area?: string }[] };
      };
      for (const row of area.inputs.products)
        if (row.id === "flats") Object.assign(row, { rule: "fixed", area: "9000" });
    });
    expect(json.verdicts.find(({ id }) => id === "B1")?.pass).toBe(false);
    const [point] = trust.points.filter(({ message }) => message.en.endsWith("without a use"));
    expect(point).toMatchObject({ grade: "condition", path: "components/area", unit: "m2" });
    expect(point?.amount?.toNumber()).toBeGreaterThan(1000);
    const met = json.verdicts.filter(({ pass }) => pass === true).map(({ id }) => id);
    expect(met.length).toBeGreaterThan(1);
    expect(point?.verdicts).toEqual(met);
  });

  it("tells how many values are assumed and where the first is, as a note that leaves the verdicts alone", () => {
    const assume = (raw: Raw, enabled: boolean) => {
      const sale = raw.components.find(({ mechanism }) => mechanism === "sale");
      const works = raw.components.find(({ mechanism }) => mechanism === "works");
      const [own, basis] = [sale, works].map((one) => Object(one)["evidence"] as object);
      Object.assign(sale ?? {}, {
        evidence: { ...own, price: { assumed: "自有库" }, sellingCost: { assumed: "自有库" } },
      });
      Object.assign(works ?? {}, { evidence: { ...basis, items: { assumed: "引导" } }, enabled });
      return [works?.id, sale?.id];
    };
    const drafts = (json: ReturnType<typeof trusted>["json"]) =>
      json.trust.points.filter(({ message }) => message.includes("假定值"));
    let ids: readonly (string | undefined)[] = [];
    const { trust, json } = trusted("infill", (raw) => {
      ids = assume(raw, true);
    });
    expect(trust.clean).toBe(true);
    expect(drafts(json)).toMatchObject([
      { grade: "note", kind: "draft", verdicts: [], amount: null, message: "3 项为假定值，尚未确认" },
    ]);
    expect(drafts(json)[0]?.path).toMatch(new RegExp(`^components/(${ids.join("|")})/inputs/\\w+$`));
    const off = trusted("infill", (raw) => void assume(raw, false));
    expect(drafts(off.json)[0]?.message).toBe("2 项为假定值，尚未确认");
    expect(drafts(trusted("infill").json)).toEqual([]);
  });

  it("says nothing of one that is switched off", () => {
    const { trust } = trusted("infill", ({ components }) => {
      components.push({ id: "later", mechanism: "nothing_known", enabled: false });
    });
    expect(trust.points.filter(({ kind }) => kind === "left_out")).toEqual([]);
  });

  it("marks a verdict that is met at an unusual convention, and that verdict only", () => {
    const { trust, json } = trusted("new-build", ({ conventions }) => {
      conventions["icProject"] = "0.001";
    });
    const [point] = trust.points.filter(({ kind }) => kind === "convention");
    expect(point).toMatchObject({ grade: "condition", verdicts: ["B6"], path: "conventions/icProject" });
    expect(json.verdicts.filter(({ conditions }) => conditions.length > 0).map(({ id }) => id)).toEqual(["B6"]);
  });
});

describe("conventions beyond all bounds", () => {
  const absurd = {
    icProject: ["-2", ["B6"]],
    bepComfort: ["50", ["B8"]],
    dscrTarget: ["-5", ["B5"]],
    minimumCash: ["-1000000000000000", ["B4"]],
    inflation: ["-1.5", ["B2", "B6"]],
  } as const;

  it.each(Object.entries(absurd))(
    "%s: what rests on it is undecided, and no NaN leaves",
    (name, [value, undecided]) => {
      const { json } = trusted("infill", ({ conventions }) => {
        conventions[name] = value;
        conventions["bepComfort"] ??= "0.9";
        // Inflation is read at current prices only.
        conventions["priceBasis"] = "current";
      });
      for (const id of undecided) expect(json.verdicts.find((one) => one.id === id)?.pass, id).toBeNull();
      expect(json.problems.map(({ path }) => path)).toContain(`conventions/${name}`);
      expect(JSON.stringify(json)).not.toMatch(/NaN|Infinity/);
    },
    PATIENCE_MS,
  );
});
