import type { ColumnSpec, InputSpec, NumberInput, ProfileInput, TableInput } from "../../../models/terms/inputs.ts";
import { PARTY_ROLES } from "../../../models/terms/parties.ts";
import type { Draw } from "./draw.ts";

/** The dates a random project is made of, as months counted from year 0. */
export interface Dates {
  readonly start: number;
  readonly completion: number;
  readonly end: number;
}

/** What a component is drawn against. */
export interface World {
  readonly draw: Draw;
  readonly dates: Dates;
  readonly plots: readonly string[];
  readonly records: readonly { readonly id: string; readonly kind: string }[];
  /** Whether every optional input is given; otherwise some are, and formulas that need a missing one are unusable. */
  readonly complete: boolean;
}

export const monthText = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

const COMPLETION = /completion|handover|acceptance|^start$|operationStart|distributionFrom|maintenanceMonth/;
const END = /^end$|until|exitMonth|lastRepayment/;
const BEGIN = /moveOut|constructionStart|estimateMonth|priceFrom/;

function monthFor(name: string, { draw, dates }: World): number {
  if (END.test(name)) return dates.end;
  if (COMPLETION.test(name)) return dates.completion;
  if (BEGIN.test(name)) return dates.start;
  return draw.whole(dates.start, Math.min(dates.end, dates.start + 96));
}

function numberFor(spec: NumberInput, draw: Draw): string {
  const [low, high] = spec.usual ?? [spec.from ?? 0, spec.to ?? (spec.from ?? 0) + 1];
  return spec.integer === true ? String(draw.whole(Math.ceil(low), Math.floor(high))) : draw.decimal(low, high);
}

function profileFor(spec: ProfileInput, { draw, dates }: World): unknown {
  const count = draw.whole(1, 4);
  const [low, high] = spec.usual ?? (spec.unit === "CNY" ? [1000000, 50000000] : [spec.from ?? 0, spec.to ?? 1]);
  const values =
    spec.meaning === "share"
      ? draw.shares(count).map(String)
      : Array.from({ length: count }, () => draw.decimal(low, high));
  const latest = Math.max(dates.start, dates.end - count * 12);
  return {
    profile: { from: monthText(draw.whole(dates.start, Math.min(latest, dates.start + 36))), every: "year", values },
  };
}

/** A value for one input or cell; undefined leaves it out. `taken` are the parties the component already uses, so that nobody pays himself. */
export function valueFor(name: string, spec: InputSpec | ColumnSpec, world: World, taken: Set<string>): unknown {
  const { draw } = world;
  if (spec.type === "number" && spec.policy !== undefined && draw.chance(0.7)) return undefined;
  const needed = spec.type === "table" && spec.neededFor !== undefined;
  if (spec.optional === true && !needed && !world.complete && draw.chance(0.5)) return undefined;
  switch (spec.type) {
    case "number":
      return numberFor(spec, draw);
    case "profile":
      return profileFor(spec, world);
    case "month":
      return monthText(monthFor(name, world));
    case "flag":
      return draw.chance(0.5);
    case "choice":
      return "yes" in spec.options && draw.chance(0.6) ? "yes" : draw.pick(Object.keys(spec.options));
    case "status":
      return draw.chance(0.7) ? "approved" : draw.pick(["planned", "applied", "received", "refused"]);
    case "party": {
      // An account of others is drawn on by its own mechanism only.
      const open = spec.roles.length > 10 ? spec.roles.filter((role) => !/fund$/.test(role)) : spec.roles;
      const free = open.filter((role) => role in PARTY_ROLES && !taken.has(role));
      const party = draw.pick(free.length > 0 ? free : spec.roles);
      taken.add(party);
      return party;
    }
    case "plot":
      return draw.pick(world.plots);
    case "record": {
      if (draw.chance(0.15)) return { notNeeded: "drawn" };
      const fit = world.records.filter(({ kind }) => spec.kinds?.includes(kind) ?? true);
      return draw.pick(fit).id;
    }
    case "word":
      return draw.pick(["flats", "shops", "spaces"]);
    case "table":
      return rowsFor(spec, world, taken);
  }
}

/** Columns whose values must rise from row to row: keys of lookups and scales. */
const KEYS = new Set(["year", "from"]);

function rowsFor(table: TableInput, world: World, taken: ReadonlySet<string>): unknown[] {
  const count = world.draw.whole(1, 3);
  const shares = world.draw.shares(count);
  const rows = shares.map((share, index) => {
    const row: Record<string, unknown> = { id: `r${index + 1}` };
    const parties = new Set(taken);
    for (const [name, column] of Object.entries(table.columns)) {
      const value =
        name === "share" && column.type === "number" && !("year" in table.columns)
          ? String(share)
          : valueFor(name, column, world, parties);
      if (value !== undefined) row[name] = value;
    }
    return row;
  });
  const key = Object.keys(table.columns).find((name) => KEYS.has(name));
  if (key === undefined) return rows;
  const keys = rows.map((row) => Number(row[key])).sort((a, b) => a - b);
  return rows.map((row, index) => ({ ...row, [key]: String(keys[index]) }));
}
