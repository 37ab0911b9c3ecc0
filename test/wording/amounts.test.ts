import { describe, expect, it } from "vitest";
import { reviewIn } from "../../app/model/trust.ts";
import rehabilitation from "../../examples/rehabilitation.json" with { type: "json" };
import bond from "../../examples/special-bond.json" with { type: "json" };
import { amountText } from "../../models/wording/grouped.ts";
import type { Text } from "../../models/wording/text.ts";
import { judged } from "../support/judged.ts";

/** Between them they have most checks. */
const files: Readonly<Record<string, unknown>> = { rehabilitation, bond };

/** Four digits in a row beside a unit of money or area; a year stands before 年. */
const UNGROUPED = /(?<![\d.,])\d{4,}(?:\.\d+)?\s*(?:元|㎡|CNY)|CNY \d{4,}/;

describe("amounts in messages", () => {
  it.each([
    [1234567.894, "1,234,567.89"],
    [-1234.5, "-1,234.50"],
    [999.999, "1,000.00"],
    [0, "0.00"],
  ])("%d reads %s", (value, text) => {
    expect(amountText(value)).toBe(text);
  });

  it.each(Object.keys(files))("have separators wherever the example %s says something", (name) => {
    const { results, trust } = judged(files[name]);
    const findings = reviewIn(results);
    const said: readonly Text[] = [
      ...findings.map(({ message }) => message),
      ...results.problems.map(({ message }) => message),
      ...results.verdicts.map(({ message }) => message),
      ...trust.points.map(({ message }) => message),
      ...results.indicators.flatMap(({ note }) => (note === undefined ? [] : [note])),
    ];
    expect(findings.length).toBeGreaterThan(10);
    expect(said.flatMap(({ zh, en }) => [zh, en]).filter((text) => UNGROUPED.test(text))).toEqual([]);
  });
});
