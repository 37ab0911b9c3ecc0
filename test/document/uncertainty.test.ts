import { describe, expect, it } from "vitest";
import { parseDocument } from "../../models/document/parse.ts";
import { writePath } from "../../models/document/path.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { smallDocument } from "../app/fixtures/small.ts";

type Item = Record<string, unknown>;

const PRICE: Item = { id: "price", path: "components/flats/inputs/price", distribution: "normal", mean: "60", sd: "6" };
const RENT: Item = {
  id: "rent",
  path: "components/rent/inputs/amount/profile/*",
  distribution: "uniform",
  low: "0.9",
  high: "1.1",
};

function problemsOf(...uncertainty: readonly Item[]): readonly string[] {
  const parsed = parseDocument({ ...smallDocument(), uncertainty }, mechanisms);
  const problems = parsed.ok ? parsed.value.problems : parsed.problems;
  return problems.filter(({ path }) => path.startsWith("uncertainty")).map(({ code, path }) => `${code} ${path}`);
}

describe("uncertainties of a document", () => {
  it("are read as they are written, numbers as text, and written back by path", () => {
    const parsed = parseDocument({ ...smallDocument(), uncertainty: [{ ...PRICE, mean: 60 }] }, mechanisms);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.value.document.uncertainty).toEqual([PRICE]);
    const added = writePath(parsed.value.document, "uncertainty/rent", RENT as never, mechanisms);
    expect(added.ok && added.value.uncertainty).toEqual([PRICE, RENT]);
    const removed = added.ok ? writePath(added.value, "uncertainty/price", null, mechanisms) : added;
    expect(removed.ok && removed.value.uncertainty).toEqual([RENT]);
  });

  it("have none of these where they are sound", () => {
    expect(problemsOf(PRICE, { ...RENT, correlations: [{ with: "price", rank: "-0.3" }] })).toEqual([]);
  });

  it.each<readonly [string, readonly Item[]]>([
    ["document.unknown_key uncertainty/price/sigma", [{ ...PRICE, sigma: "1" }]],
    ["document.not_in_list uncertainty/price/distribution", [{ ...PRICE, distribution: "norml" }]],
    ["document.duplicate_id uncertainty/price", [PRICE, PRICE]],
    ["document.uncertain_path uncertainty/price/path", [{ ...PRICE, path: "components/flats/inputs/prize/x" }]],
    ["document.uncertain_path uncertainty/price/path", [{ ...PRICE, path: "notes" }]],
    ["document.uncertain_twice uncertainty/other/path", [PRICE, { ...PRICE, id: "other" }]],
    ["document.uncertain_needs uncertainty/rent/high", [{ ...RENT, high: undefined }]],
    ["document.uncertain_unused uncertainty/rent/mode", [{ ...RENT, mode: "1" }]],
    ["document.uncertain_figure uncertainty/rent/low", [{ ...RENT, low: "little" }]],
    ["document.uncertain_order uncertainty/rent/high", [{ ...RENT, low: "1.1", high: "0.9" }]],
    ["document.uncertain_equal uncertainty/rent/high", [{ ...RENT, low: "1", high: "1" }]],
    ["document.uncertain_spread uncertainty/price/sd", [{ ...PRICE, sd: "0" }]],
    ["document.uncertain_positive uncertainty/price/mean", [{ ...PRICE, distribution: "lognormal", mean: "-1" }]],
    ["document.uncertain_probability uncertainty/on/probability", [bernoulli("1.2")]],
    ["document.uncertain_sum uncertainty/price/outcomes", [discrete("0.5", "0.4")]],
    [
      "document.correlation_unknown uncertainty/price/correlations/0",
      [{ ...PRICE, correlations: [{ with: "rent", rank: "0.5" }] }],
    ],
    [
      "document.correlation_self uncertainty/price/correlations/0",
      [{ ...PRICE, correlations: [{ with: "price", rank: "0.5" }] }],
    ],
    [
      "document.correlation_twice uncertainty/rent/correlations/0",
      [
        { ...PRICE, correlations: [{ with: "rent", rank: "0.5" }] },
        { ...RENT, correlations: [{ with: "price", rank: "0.4" }] },
      ],
    ],
    [
      "document.correlation_range uncertainty/price/correlations/0",
      [{ ...PRICE, correlations: [{ with: "rent", rank: "1" }] }, RENT],
    ],
  ])("say %s", (problem, uncertainty) => {
    const given = uncertainty.map((one) =>
      Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)),
    );
    expect(problemsOf(...given)).toEqual([problem]);
  });
});

function bernoulli(probability: string): Item {
  return { id: "on", path: "components/rent/enabled", distribution: "bernoulli", probability, yes: true, no: false };
}

function discrete(one: string, other: string): Item {
  const outcomes = [
    { value: "50", probability: one },
    { value: "60", probability: other },
  ];
  return { id: "price", path: "components/flats/inputs/price", distribution: "discrete", outcomes };
}
