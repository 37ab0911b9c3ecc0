import { RECORD_KINDS, type RecordValueSpec } from "../../../models/document/records.ts";
import type { Draw } from "./draw.ts";

/** A record of every kind, with figures it can have; most of them hold. */
export function randomRecords(draw: Draw, dates: () => string) {
  return Object.entries(RECORD_KINDS).map(([kind, { values }]) => ({
    id: `fact_${kind}`,
    kind,
    date: dates(),
    values: kind === "vote" ? voteFigures(draw) : valuesOf(values, draw),
  }));
}

function valuesOf(values: Readonly<Record<string, RecordValueSpec>>, draw: Draw) {
  const given = Object.entries(values).filter(([, { type }]) => type === "flag" || type === "number");
  return Object.fromEntries(given.map(([name, spec]) => [name, figureOf(name, spec, draw)]));
}

function figureOf(name: string, spec: RecordValueSpec, draw: Draw): unknown {
  if (spec.type === "flag") return name === "refused" ? draw.chance(0.1) : draw.chance(0.9);
  if (spec.type === "number" && spec.unit === "CNY") return draw.decimal(1000000, 80000000);
  return spec.type === "number" && spec.to !== undefined ? draw.decimal(spec.from ?? 0, spec.to) : draw.decimal(1, 100);
}

/** Who took part among all, and who agreed among these. */
function voteFigures(draw: Draw) {
  const share = () => Number(draw.decimal(0.6, 1));
  const of = (name: string, total: number) => {
    const part = Math.round(total * share());
    return {
      [`total${name}`]: String(total),
      [`part${name}`]: String(part),
      [`yes${name}`]: String(Math.round(part * share())),
    };
  };
  return { ...of("Area", 40000), ...of("Owners", 500), major: draw.chance(0.5) };
}
