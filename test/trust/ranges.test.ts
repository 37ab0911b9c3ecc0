import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import { trustIn } from "../../app/model/trust.ts";
import { prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { listPaths, scalePath } from "../../models/document/list.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { modelExamples } from "../support/examples.ts";
import { documentOf } from "./outcome.ts";

const PATIENCE_MS = 400_000;
const FOLDER = new URL("../../examples/", import.meta.url);
const EXAMPLES = modelExamples();

const example = (name: string): ModelDocument => documentOf(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")));

/** Documents that differ in values only have one graph. */
const shelf = new GraphShelf(mechanisms, 4);

function said(document: ModelDocument, scenario?: string) {
  const prepared = prepareScenario(document, scenario, shelf);
  if (!prepared.ok) throw new Error(prepared.problems.map(({ message }) => message.en).join());
  const results = kernelResultsOf(prepared.value);
  const { points } = trustIn(results, []);
  const doubted = new Set(points.flatMap(({ grade, verdicts }) => (grade === "condition" ? verdicts : [])));
  return {
    told: results.problems.map(({ code, path }) => `${code} ${path}`),
    margins: new Map(results.verdicts.map(({ id, margin }) => [id as string, margin?.toNumber()])),
    green: results.verdicts.filter(({ id, pass }) => pass === true && !doubted.has(id)).map(({ id }) => id as string),
  };
}

/** Verdicts that are green without a condition and better than they were. */
function betterUnsaid(before: ReturnType<typeof said>, after: ReturnType<typeof said>): readonly string[] {
  return after.green.filter((id) => {
    const [was, is] = [before.margins.get(id), after.margins.get(id)];
    return is !== undefined && (was === undefined || is > was + Math.max(1, 0.2 * Math.abs(was)));
  });
}

function scaled(document: ModelDocument, path: string, factor: string): ModelDocument {
  const changed = scalePath(document, path, factor, mechanisms);
  if (!changed.ok) throw new Error(path);
  return changed.value;
}

/** Values that an input refuses altogether are told by that. */
const isTaken = (document: ModelDocument, path: string, factor: string): boolean =>
  scalePath(document, path, factor, mechanisms).ok;

describe("an input ten thousand times what it is, as 万元 read for 元", () => {
  it.each(EXAMPLES)(
    "makes no verdict of %s better without a condition",
    (name) => {
      const document = example(name);
      const before = said(document);
      const silent = listPaths(document, mechanisms)
        .filter(({ path }) => path.startsWith("components/") && isTaken(document, path, "10000"))
        .flatMap(({ path }) =>
          betterUnsaid(before, said(scaled(document, path, "10000"))).map((verdict) => `${path}: ${verdict}`),
        );
      expect(silent).toEqual([]);
    },
    PATIENCE_MS,
  );
});

describe("a point in the wrong place", () => {
  it.each([
    ["rebuild.json", "components/flats/inputs/price", "10", "high"],
    ["rebuild.json", "components/works/inputs/items/above/price", "0.1", "low"],
    ["rebuild.json", "components/works/inputs/items/below/price", "10", "high"],
    ["new-build.json", "components/works/inputs/items/above/price", "0.1", "low"],
    ["new-build.json", "components/loan/inputs/rate", "0.1", "low"],
    ["new-build.json", "components/shops/inputs/rent", "10", "high"],
    ["infill.json", "components/compensation/inputs/appraisedPrice", "0.1", "low"],
    ["rehabilitation.json", "components/charge/inputs/pricePerHousehold", "0.1", "low"],
    ["special-bond.json", "components/bond/inputs/tranches/first/coupon", "0.1", "low"],
    ["infill.json", "components/running/inputs/items/guards/price", "0.1", "low"],
  ])("is told at its place: %s %s × %s", (name, path, factor, side) => {
    const document = example(name);
    expect(said(document).told).toEqual([]);
    expect(said(scaled(document, path, factor)).told).toContain(`document.unlikely_${side} ${path}`);
  });

  it("is told of a formula and of one value of a profile", () => {
    const document = example("new-build.json");
    const changed = (id: string, inputs: Readonly<Record<string, unknown>>): ModelDocument => ({
      ...document,
      components: document.components.map((one) =>
        one.id === id ? { ...one, inputs: { ...one.inputs, ...(inputs as typeof one.inputs) } } : one,
      ),
    });
    const price = said(changed("flats", { price: { formula: "20000 * 10 * 1 CNY / 1 m2" } }));
    expect(price.told).toContain("document.unlikely_high components/flats/inputs/price");
    const values = ["0.04", "0.4", ...Array(15).fill("0.04")];
    const rate = said(changed("loan", { rate: { profile: { from: "2026-01", every: "year", values } } }));
    expect(rate.told.join()).toContain("components/loan/inputs/rate");
  });
});

describe("a number of pieces left beside a measure by household or ㎡", () => {
  it("is told: there it is what each of them has", () => {
    const document = example("rehabilitation.json");
    const rows = (basis: string): ModelDocument => ({
      ...document,
      components: document.components.map((one) =>
        one.mechanism !== "operating_revenue"
          ? one
          : {
              ...one,
              inputs: {
                ...one.inputs,
                items: (one.inputs["items"] as readonly Record<string, string>[]).map((row) =>
                  row["basis"] === "count" ? { ...row, basis } : row,
                ) as never,
              },
            },
      ),
    });
    for (const basis of ["households", "above"]) {
      const { told } = said(rows(basis));
      expect(told.filter((text) => /unlikely_high .*\/quantity$/.test(text))).not.toEqual([]);
    }
  });
});

/** One value of an example put in another's place; undefined leaves it out. */
function put(document: ModelDocument, path: string, value: unknown): ModelDocument {
  const copy = structuredClone(document);
  const steps = path.split("/");
  const last = steps.pop() ?? "";
  const holder = steps.reduce<Record<string, unknown>>((at, step) => {
    const list = Array.isArray(at) ? (at as readonly { readonly id: string }[]) : undefined;
    return (list === undefined ? at[step] : list.find(({ id }) => id === step)) as Record<string, unknown>;
  }, copy as never);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return documentOf(copy);
}

/** Verdicts that fail in an example and are met without a condition after the change. */
function talkedGreen(name: string, path: string, value: unknown): readonly string[] {
  const document = example(name);
  const before = said(document);
  return said(put(document, path, value)).green.filter((id) => !before.green.includes(id));
}

describe("a failing plan is not talked green", () => {
  it.each([
    [
      "the interval of growth is left out",
      "rebuild",
      "components/services/inputs/items/property/everyYears",
      undefined,
    ],
    ["every year instead of every third", "rebuild", "components/services/inputs/items/property/everyYears", "1"],
    ["land for nothing", "rebuild", "components/land/inputs/price", "0"],
    ["land at a tenth", "rebuild", "components/land/inputs/price", "4200000"],
    ["parking sold at ten times its price", "rebuild", "components/spaces/inputs/price", "47500"],
    ["owners who pay ten times the cost", "rebuild", "components/charge/inputs/pricePerM2", "14500"],
    ["a tenth of the homes promised back", "rebuild", "components/area/inputs/existing/homes/resettleRatio", "0.11"],
    ["a kindergarten of 180 ㎡", "rebuild", "components/area/inputs/services/kindergarten/area", "180"],
    ["a space of 3.8 ㎡", "rebuild", "components/area/inputs/parking/leased_spaces/areaPerSpace", "3.8"],
    ["ten spaces for every one", "rebuild", "components/services/inputs/items/garage/quantity", "1800"],
    ["common income of 4,600 元 a household", "rebuild", "components/services/inputs/items/common/price", "2600000"],
  ])("%s", (_what, name, path, value) => {
    expect(talkedGreen(`${name}.json`, path, value)).toEqual([]);
  });
});

describe("money that is there at the beginning", () => {
  const holding = (more: Readonly<Record<string, string>>): ModelDocument => {
    const document = example("special-bond.json");
    return documentOf({
      ...document,
      parties: document.parties.map((party) =>
        party.id === "company" ? { ...party, openingCash: "90000000", ...more } : party,
      ),
    });
  };
  const isGreen = (document: ModelDocument) => said(document, "no_grant").green.includes("B4");

  it("is a condition as far as no paper proves who paid it in", () => {
    expect(said(example("special-bond.json"), "no_grant").margins.get("B4")).toBeLessThan(0);
    expect(said(holding({}), "no_grant").margins.get("B4")).toBeGreaterThan(0);
    expect(isGreen(holding({}))).toBe(false);
    const source = { openingCashSource: "shareholders, bank statement", openingCashFrom: "capital" };
    expect(isGreen(holding(source))).toBe(false);
    // A statement proves how much there is, and not whose it was.
    expect(isGreen(holding({ ...source, openingCashFrom: "loan", openingCashProven: "90000000" }))).toBe(false);
    expect(isGreen(holding({ ...source, openingCashProven: "10000000" }))).toBe(false);
    expect(isGreen(holding({ ...source, openingCashProven: "90000000" }))).toBe(true);
  });
});

describe("an unusual value that is true", () => {
  const path = "components/flats/inputs/price";
  const confirming = (price: string, confirms: string, document = "appraisal no. 12"): ModelDocument => {
    const base = put(example("rebuild.json"), path, price);
    return put(base, "components/flats/evidence", { price: { document, date: "2026-03-01", confirms } });
  };

  it("is a note once a paper confirms it, for that value alone", () => {
    const unconfirmed = said(put(example("rebuild.json"), path, "150000"));
    expect(unconfirmed.told).toContain(`document.unlikely_high ${path}`);
    expect(unconfirmed.green).not.toContain("B2");
    const confirmed = said(confirming("150000", "150000"));
    expect(confirmed.told).toEqual([]);
    expect(confirmed.green).toContain("B2");
    expect(said(confirming("160000", "150000")).green).not.toContain("B2");
    expect(said(confirming("150000", "150000", " ")).green).not.toContain("B2");
  });
});

describe("proportions of the whole", () => {
  it.each([
    [
      "income that brings several times all costs",
      "rehabilitation.json",
      "components/contract/inputs/feePerYear",
      "40",
      "B2",
    ],
    ["capital of twice the investment", "rebuild.json", "components/equity/inputs/schedule", "10", "B3"],
    ["a site for three times the households", "infill.json", "components/area/inputs/siteNet", "10", "B2"],
  ])("beyond what a project has are a condition: %s", (_what, name, path, factor, verdict) => {
    const document = example(name);
    expect(said(document).green).toContain(verdict);
    expect(said(scaled(document, path, factor)).green).not.toContain(verdict);
  });
});
