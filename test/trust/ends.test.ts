import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ModelDocument } from "../../models/document/schema.ts";
import { modelExamples } from "../support/examples.ts";
import { documentOf, outcomeOf } from "./outcome.ts";
import { betterOpen, repaid, withoutInterest } from "./transform/maturity.ts";

const FOLDER = new URL("../../examples/", import.meta.url);
const read = (name: string): ModelDocument => documentOf(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")));
const YEARS_BEYOND = 5;

const indebted = modelExamples().filter((name) =>
  read(name).components.some(({ mechanism, enabled }) => enabled && /^(?:loan|special_bond)$/u.test(mechanism)),
);

describe.each(indebted)("%s with debt that outlives the horizon", (name) => {
  const document = read(name);
  const open = outcomeOf(repaid(document, 12 * YEARS_BEYOND));

  it("is no better than where the balance is repaid in the last period", () => {
    expect(open.lines.get("open.debt")?.values[0]).toBeGreaterThan(0);
    expect(betterOpen(open, outcomeOf(repaid(document, 0)))).toEqual([]);
  });

  it("would be found if it were: the same debt at no interest", () => {
    expect(betterOpen(outcomeOf(repaid(withoutInterest(document), 0)), outcomeOf(repaid(document, 0)))).not.toEqual([]);
  });
});
