import { absoluteTie } from "../../operations/ties.ts";
import type { Concern } from "./point.ts";
import { amountOf, type Subject } from "./subject.ts";

/** 未分配面积: floor area that nobody has a use for earns nothing and may still cost something, so that what rests on areas holds on condition of its use. */
export function unassignedConcerns(subject: Subject): readonly Concern[] {
  const { graph, reach } = subject;
  const areas = graph.lines.filter(({ role }) => role?.startsWith("area.") === true);
  return areas.flatMap((line) => {
    if (line.role !== "area.residual") return [];
    const amount = amountOf(subject, line);
    if (amount === undefined || amount.lessThanOrEqualTo(absoluteTie(line.unit))) return [];
    const { plot } = line.tags;
    const own = areas.filter(({ tags }) => tags["plot"] === plot);
    const component = own.flatMap(({ tags }) => tags["component"] ?? [])[0];
    return [
      {
        kind: "uncounted",
        path: component === undefined ? `plots/${plot}` : `components/${component}`,
        message: { zh: `${line.label.zh}:未分配用途`, en: `${line.label.en}: without a use` },
        amount,
        unit: line.unit,
        // B1 itself says so.
        touches: (verdict) => verdict !== "B1" && own.some(({ index }) => reach.line(verdict, index)),
      },
    ];
  });
}
