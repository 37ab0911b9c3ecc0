import { describe, expect, it } from "vitest";
import { type Place, readPlace, splitReference, writePlace } from "../../models/results/reference.ts";
import { build, formula, scalar } from "../language/model.ts";
import { frame, timeline } from "./support.ts";

const graph = build([formula("a.b", "param(p)", { ...scalar, unit: "1" })], { p: "1" });

describe("references to cells", () => {
  it("a line, and after the sign a period, a year or the total", () => {
    expect(splitReference("a.b", graph)).toEqual({ line: "a.b" });
    expect(splitReference("a.b@2027", graph)).toEqual({ line: "a.b", at: "2027" });
    expect(splitReference("param.p@base", graph)).toEqual({ line: "param.p@base" });
    expect(readPlace("total", frame, timeline)).toEqual({ kind: "total" });
    expect(readPlace("2027", frame, timeline)).toEqual({ kind: "year", position: 1 });
    expect(readPlace("2027-H1", frame, timeline)).toEqual({ kind: "period", period: 2 });
    expect(readPlace("3", frame, timeline)).toEqual({ kind: "period", period: 3 });
    expect(readPlace("2040", frame, timeline)).toBeUndefined();
  });

  it("every place is written so that it is read back", () => {
    const places: readonly Place[] = [
      { kind: "total" },
      ...frame.years.map((_, position) => ({ kind: "year", position }) as const),
      ...Array.from({ length: 8 }, (_, period) => ({ kind: "period", period }) as const),
    ];
    for (const place of places) expect(readPlace(writePlace(place, frame), frame, timeline)).toEqual(place);
  });

  it("a year of one period is that period", () => {
    const yearly = {
      years: [{ label: "2027", name: { zh: "2027", en: "2027" }, first: 1, last: 1 }],
      periodLabels: ["2027"],
    };
    const one = {
      ...timeline,
      periods: timeline.periods.slice(0, 1).map((period) => ({ ...period, label: "2027", year: 2027 })),
    };
    expect(readPlace("2027", yearly, one)).toEqual({ kind: "period", period: 1 });
  });
});
