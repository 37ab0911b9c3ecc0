import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documentOf, type Outcome, outcomeOf } from "./outcome.ts";

const ISSUED = 82_000_000;

/** The example whose bond of 82 million is approved in part. */
function approved(amount: number): Outcome {
  const json = JSON.parse(readFileSync(new URL("../../examples/special-bond.json", import.meta.url), "utf8")) as {
    records: { id: string; values: Record<string, string> }[];
  };
  for (const { id, values } of json.records) if (id === "bond_approval") values["amount"] = String(amount);
  return outcomeOf(documentOf(json));
}

describe("a bond that is cut by its quota", () => {
  it("leaves a gap: the interest it saves meets no verdict", () => {
    const { verdicts, missing, lines } = approved(ISSUED / 5);
    expect([verdicts.get("B3"), verdicts.get("B4")]).toEqual([false, false]);
    // Sources less uses are above 0 only because four fifths of the interest are not there.
    expect(lines.get("verdict.B2.margin")?.values[0]).toBeGreaterThan(0);
    for (const id of ["B2", "B5"]) {
      expect([id, verdicts.get(id)]).toEqual([id, null]);
      expect(missing.get(id)).toEqual(["components/bond"]);
    }
  });

  it("leaves what is not met as it is", () => {
    expect(approved(ISSUED / 2).verdicts.get("B2")).toBe(false);
  });

  it("is a smaller bond where the money suffices", () => {
    const whole = approved(ISSUED).verdicts;
    expect(whole.get("B5")).toBe(true);
    // 82,000 less, of the 363,742 that are left in the tightest period.
    expect(approved(ISSUED - 82_000).verdicts).toEqual(whole);
  });
});
