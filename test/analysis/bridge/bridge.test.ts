import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Bridge, bridgesOf } from "../../../models/analysis/bridge/bridge.ts";
import { documentDifferences, scenarioDifferences } from "../../../models/analysis/bridge/differences.ts";
import { GraphShelf } from "../../../models/compile/shelf.ts";
import { parseDocument } from "../../../models/document/parse.ts";
import { resolveScenario, scenarioIds } from "../../../models/document/scenario.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { RecordDecimal } from "../../../models/engines/arithmetic/decimal.ts";
import { EvaluationStopped } from "../../../models/engines/index.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { modelExamples } from "../../support/examples.ts";
import { recordOf } from "../../support/prepared.ts";

interface Raw {
  components: { id: string; enabled?: boolean; inputs: Record<string, unknown> }[];
  scenarios: { id: string; label: string; parent?: string; counts?: string[]; set: Record<string, unknown> }[];
}

const folder = new URL("../../../examples/", import.meta.url);
const cliff = new URL("../cliff.json", import.meta.url);

function read(url: URL, change: (raw: Raw) => void = () => {}): ModelDocument {
  const raw = JSON.parse(readFileSync(url, "utf8"));
  change(raw);
  const parsed = parseDocument(raw, mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message.en).join("\n"));
  return parsed.value.document;
}

function between(document: ModelDocument, from: string, to: string, of: readonly string[]): readonly Bridge[] {
  const differences = scenarioDifferences(document, from, to, mechanisms);
  if (!differences.ok) throw new Error(differences.problems.map(({ message }) => message.en).join("\n"));
  return bridgesOf(differences.value, of, new GraphShelf(mechanisms)).map((bridge) => {
    if (!bridge.ok) throw new Error(bridge.problems.map(({ message }) => message.en).join("\n"));
    return bridge.value;
  });
}

const sumOf = ({ steps }: Bridge): string =>
  steps.reduce((total, { share }) => total.plus(share), new RecordDecimal(0)).toFixed(2);
const sharesOf = ({ steps }: Bridge) =>
  Object.fromEntries(steps.map(({ differences, share }) => [differences.map(({ id }) => id).join("+"), share]));

const PRICE = "components/flats/inputs/price";
const LAND = "components/land/inputs/amount";
const yearly = (value: string) => ({ profile: { from: "2026-01", every: "year", values: [value], meaning: "amount" } });
const varied = (set: Record<string, unknown>, counts?: string[]) =>
  read(cliff, (raw) => {
    raw.scenarios.push({ id: "other", label: "other", set, ...(counts === undefined ? {} : { counts }) });
  });

describe("a bridge between two scenarios", () => {
  it("gives each difference its plain effect where effects add up", () => {
    // 10,000 ㎡ at 100 less each bring 1 m less; land costs 2 m more. Below 7,920 no tax stands between.
    const document = read(cliff, (raw) => {
      raw.scenarios.push({ id: "low", label: "low", set: { [PRICE]: "7000" } });
      raw.scenarios.push({ id: "other", label: "other", set: { [PRICE]: "6900", [LAND]: yearly("22000000") } });
    });
    const [bridge] = between(document, "low", "other", ["investment.total"]);
    expect(bridge?.steps.map(({ differences }) => differences[0]?.id)).toEqual([LAND]);
    expect(bridge?.without.map(({ id }) => id)).toEqual([PRICE]);
    const [balance] = between(document, "low", "other", ["balance.static"]);
    expect(sharesOf(balance as Bridge)).toEqual({ [LAND]: "-2000000.00", [PRICE]: "-1000000.00" });
  });

  it("does not depend on the order of the patches, nor on which scenario holds them", () => {
    const set = { [PRICE]: "8300", [LAND]: yearly("21000000"), "components/cost/inputs/items/building/price": "3100" };
    const turned = Object.fromEntries(Object.entries(set).reverse());
    const [one, two] = [set, turned].map((some) => between(varied(some), "base", "other", ["balance.static"])[0]);
    expect(one).toEqual(two);
    const split = read(cliff, (raw) => {
      const [price = "", ...rest] = Object.keys(set) as (keyof typeof set)[];
      raw.scenarios.push({ id: "half", label: "half", set: { [price]: set[price as keyof typeof set] } });
      raw.scenarios.push({
        id: "other",
        label: "other",
        parent: "half",
        set: Object.fromEntries(rest.map((path) => [path, set[path]])),
      });
    });
    expect(between(split, "base", "other", ["balance.static"])[0]).toEqual(one);
  });

  it("says which scenario has no such number, and that a figure is unknown", () => {
    const differences = scenarioDifferences(varied({ [PRICE]: "8000" }), "base", "other", mechanisms);
    if (!differences.ok) throw new Error("the scenarios are there");
    const found = bridgesOf(
      differences.value,
      ["npv.projct", "flats.receipt", "project.cash@total"],
      new GraphShelf(mechanisms),
    );
    expect(found.flatMap((one) => (one.ok ? [] : one.problems.map(({ code }) => code)))).toEqual([
      "solve.indicator_unknown",
      "solve.period",
      "solve.no_total",
    ]);
    expect(scenarioDifferences(varied({}), "base", "nobody", mechanisms).ok).toBe(false);
  });

  it("stops when it is asked to", () => {
    const differences = scenarioDifferences(varied({ [PRICE]: "8000" }), "base", "other", mechanisms);
    if (!differences.ok) throw new Error("the scenarios are there");
    let asked = 0;
    const hooks = { shouldStop: () => ++asked > 3 };
    expect(() => bridgesOf(differences.value, ["balance.static"], new GraphShelf(mechanisms), hooks)).toThrow(
      EvaluationStopped,
    );
  });
});

describe("a bridge between two documents", () => {
  const resolved = (document: ModelDocument) => {
    const found = resolveScenario(document, undefined, mechanisms);
    if (!found.ok) throw new Error("the base is there");
    return found.value;
  };
  const bridges = (before: ModelDocument, after: ModelDocument, of: readonly string[]) =>
    bridgesOf(documentDifferences(resolved(before), resolved(after)), of, new GraphShelf(mechanisms));

  it("takes components, rows and the calendar apart, and adds up", () => {
    const before = read(new URL("rebuild.json", folder));
    const after = read(new URL("rebuild.json", folder), (raw) => {
      raw.components = raw.components.filter(({ id }) => id !== "spaces");
      for (const { id, inputs } of raw.components) {
        if (id === "flats") inputs["price"] = "25500";
        if (id === "works") {
          const items = inputs["items"] as Record<string, unknown>[];
          items.push({ ...items.at(-1), id: "extra" });
        }
      }
    });
    const [found] = bridges(before, after, ["npv.project.posttax"]);
    if (found?.ok !== true) throw new Error("both have a value");
    const { steps, difference, from, to } = found.value;
    expect(steps.flatMap(({ differences }) => differences.map(({ id }) => id)).sort()).toEqual([
      "components/flats/inputs/price",
      "components/spaces",
      "components/works/inputs/items/extra",
    ]);
    expect(sumOf(found.value)).toBe(difference);
    const npv = (document: ModelDocument) => {
      const { evaluation, graph } = recordOf(document);
      return evaluation.scalar(graph.indexById.get("npv.project.posttax") ?? -1)?.toFixed(2);
    };
    expect([Number(from).toFixed(2), Number(to).toFixed(2)]).toEqual([npv(before), npv(after)]);
  });

  it("keeps together what has a value only together: a product renamed wherever it is named", () => {
    const before = read(cliff, (raw) => {
      for (const { id, inputs } of raw.components) if (id === "flats") inputs["price"] = "7000";
    });
    const after = read(cliff, (raw) => {
      for (const { id, inputs } of raw.components) {
        const rows = inputs["products"] as Record<string, unknown>[] | undefined;
        for (const row of rows ?? []) row["product"] = "homes";
        if (id === "flats") Object.assign(inputs, { product: "homes", price: "7100" });
      }
    });
    const [found] = bridges(before, after, ["balance.static"]);
    if (found?.ok !== true) throw new Error("both have a value");
    // 10,000 ㎡ at 100 more; the name itself is worth nothing.
    expect(sharesOf(found.value)).toEqual({ [PRICE]: "1000000.00" });
    expect(found.value.without.map(({ id }) => id)).toEqual([
      "components/area/inputs/products/flats/product",
      "components/flats/inputs/product",
      "components/lat/inputs/products/f/product",
    ]);
  });
});

describe("every scenario of the examples against its base", () => {
  for (const name of modelExamples()) {
    it(name, { timeout: 60_000 }, () => {
      const document = read(new URL(name, folder));
      for (const id of scenarioIds(document).filter((one) => one !== "base")) {
        for (const bridge of between(document, "base", id, ["npv.project.posttax", "B2"])) {
          expect(sumOf(bridge)).toBe(bridge.difference);
          expect(bridge.method).toBe("exact");
          const told = [...bridge.steps.flatMap(({ differences }) => differences), ...bridge.without];
          expect(new Set(told.map(({ id: of }) => of)).size).toBe(told.length);
        }
      }
    });
  }
});
