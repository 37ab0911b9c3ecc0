import { describe, expect, it } from "vitest";
import { leversOnce } from "../../../app/model/levers.ts";
import type { Lever } from "../../../models/analysis/levers/levers.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { recordOf } from "../../support/prepared.ts";
import { cliff, example, filed } from "../solve/support.ts";

function leversAt(document: ModelDocument, of: string, top = 40): readonly Lever[] {
  const answer = leversOnce(document, { of, top });
  if (!answer.ok || answer.value === undefined) throw new Error(JSON.stringify(answer));
  return answer.value.levers;
}

const named = (levers: readonly Lever[], name: string): Lever => {
  const found = levers.find(({ path }) => path === `components/flats/inputs/${name}`);
  if (found === undefined) throw new Error(`no lever ${name}`);
  return found;
};

/** 10,000 ㎡ sold at once in 2027; the price may not exceed a cap. */
const capped = (cap: string, inputs: Readonly<Record<string, string>> = {}): ModelDocument =>
  cliff(({ components }) => {
    const flats = components.find(({ id }) => id === "flats");
    Object.assign(flats?.inputs ?? {}, { priceCap: cap, ...inputs });
  });

describe("where a lever stops mattering", () => {
  it.each(["8000", "8123.5", "7500"])(
    "is where its cap is, to its digits, not a step of the grid beside it: %s",
    (cap) => {
      const price = named(leversAt(capped(cap), "balance.static"), "price");
      expect(Number(price.flatFrom)).toBeCloseTo(Number(cap), 4);
      expect(price.cap).toBe("components/flats/inputs/priceCap");
      expect([price.flatTo, price.floor]).toEqual([undefined, undefined]);
    },
  );

  it("is found where less than a step of the grid is left of its way", () => {
    const [{ to } = { to: "" }] = [named(leversAt(capped("8000"), "balance.static"), "price")];
    const cap = String(Number(to) - 10);
    const price = named(leversAt(capped(cap), "balance.static"), "price");
    expect([price.to, price.cap]).toEqual([to, "components/flats/inputs/priceCap"]);
    expect(Number(price.flatFrom)).toBeCloseTo(Number(cap), 4);
  });

  it("is told of a cap too, which stops where the price it caps is reached", () => {
    const cap = named(leversAt(capped("7900"), "balance.static"), "priceCap");
    expect(Number(cap.flatFrom)).toBeCloseTo(7920, 4);
    expect(cap.cap).toBe("components/flats/inputs/price");
  });

  it("names a cap in another unit: growth stops mattering where the price has grown to it", () => {
    // One year from 2026 on: 7,500 may grow to 8,000 by a fifteenth.
    const growth = named(
      leversAt(capped("8000", { price: "7500", priceGrowth: "0.01" }), "balance.static"),
      "priceGrowth",
    );
    expect(Number(growth.flatFrom)).toBeCloseTo(1 / 15, 6);
    expect(growth.cap).toBe("components/flats/inputs/priceCap");
  });

  it("is so by the book of record: the same beyond it, another just before", { timeout: 240_000 }, () => {
    const document = example("infill");
    const levers = leversAt(document, "B2", 12).filter(
      ({ kind, flatFrom }) => kind === "number" && flatFrom !== undefined,
    );
    expect(levers.length).toBeGreaterThan(1);
    for (const { path, flatFrom = "", to, from } of levers) {
      const margin = (value: number): number => {
        const { graph, evaluation } = recordOf(filed(document, path, value.toFixed(9)));
        return Number(evaluation.scalar(graph.indexById.get("verdict.B2.margin") ?? -1));
      };
      const aside = 1e-4 * (Number(to) - Number(from));
      expect([path, margin(Number(flatFrom) + aside)]).toEqual([path, margin(Number(to))]);
      expect([path, margin(Number(flatFrom) - aside)]).not.toEqual([path, margin(Number(to))]);
    }
  });
});

it("a switching value tells a paper that is wanted from a condition", { timeout: 240_000 }, () => {
  const levers = leversAt(example("rebuild"), "B2", 12);
  const far = levers.find(({ path }) => path === "components/area/inputs/far");
  const flip = far?.flips?.find(({ watch }) => watch === "B2");
  // More floor space lets more than the report on income and cost speaks of.
  expect(flip).toMatchObject({ confirmed: true, onPaper: true });
  expect(flip?.conditional).toBeUndefined();
});
