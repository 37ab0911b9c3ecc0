import { STEP_MONTHS, type Step } from "../../models/language/timeline.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { PARTY_ROLES, type PartyRole } from "../../models/terms/parties.ts";
import type { Draw } from "./draw.ts";

/** What the components of a random document are drawn against. */
export interface World {
  readonly start: number;
  readonly step: Step;
  readonly periods: number;
  readonly plots: readonly string[];
  readonly parties: readonly { readonly id: string; readonly role: PartyRole }[];
  /** Every month drawn lies within so many of the start. */
  readonly monthsWithin?: number;
  /** Who most inputs name where several parties could play the part. */
  readonly usualParty: ReadonlyMap<PartyRole, string>;
}

/** Periods a horizon may have: long enough for loans to end within it, short enough to be computed by the hundred. */
const HORIZON: Readonly<Record<Step, readonly [number, number]>> = {
  month: [24, 48],
  quarter: [12, 48],
  "half-year": [10, 36],
  year: [6, 25],
};

/** Before the kinds of records: those that hold from a date on, and those that fail or grant little. */
export const HOLDING = ["early", "late"] as const;
export const DOUBTFUL = "doubtful";

/** Roles of which a document may have two parties. */
const TWICE: readonly PartyRole[] = ["bank", "spv", "maintenance_fund", "resident"];

export function drawWorld(draw: Draw): World {
  const step = draw.pick(["year", "half-year", "quarter", "month"] as const);
  const twice = TWICE.filter(() => draw.chance(30));
  const roles = Object.keys(PARTY_ROLES) as PartyRole[];
  return {
    start: startOf(step, 2026 * 12 + draw.whole(0, 23)),
    step,
    periods: draw.whole(...HORIZON[step]),
    plots: draw.chance(30) ? ["p1", "p2"] : ["p1"],
    parties: [...roles.map((role) => ({ id: role, role })), ...twice.map((role) => ({ id: `${role}_2`, role }))],
    usualParty: new Map(roles.map((role) => [role, role])),
  };
}

/** A project of twelve years in quarters with one party of every role, in which everything happens within five. */
export function plainWorld(): World {
  const roles = Object.keys(PARTY_ROLES) as PartyRole[];
  const parties = roles.map((role) => ({ id: role, role }));
  const usualParty = new Map(roles.map((role) => [role, role]));
  return { start: 2026 * 12, step: "quarter", periods: 48, plots: ["p1"], parties, usualParty, monthsWithin: 60 };
}

/** Steps of a year start in January: others would cut calendar years, which is refused. */
const startOf = (step: Step, month: number): number => (step === "year" ? month - (month % 12) : month);

export const monthsOf = (world: World): number => world.periods * STEP_MONTHS[world.step];

export const monthText = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

/** A month, mostly inside the horizon and anywhere within a period; one before it would not count. */
export function drawMonth(draw: Draw, world: World): string {
  if (world.monthsWithin !== undefined) return monthText(world.start + draw.whole(0, world.monthsWithin));
  const months = monthsOf(world);
  const milestone = draw.pick([0.2, 0.35, 0, 0.5, 0.8, 1]);
  return monthText(world.start + Math.max(0, Math.floor(months * milestone) + draw.whole(0, 7) - draw.whole(0, 3)));
}

/** Roles somebody plays alone in some mechanism (a bank, an account, the tax authority): no open input is to speak for them. */
const OWN_PARTS: ReadonlySet<string> = new Set(
  [...mechanisms.values()].flatMap(({ inputs }) =>
    Object.values(inputs).flatMap((spec) => {
      const specs = spec.type === "table" ? Object.values(spec.columns) : [spec];
      return specs.flatMap((one) => (one.type === "party" && one.roles.length === 1 ? one.roles : []));
    }),
  ),
);

const OPEN_ROLES = 12;

/** Parties an input may name; inputs open to almost everybody leave out those with a part of their own. */
export function partiesFor(roles: readonly string[], world: World): readonly string[] {
  const fitting = roles.length > OPEN_ROLES ? roles.filter((role) => !OWN_PARTS.has(role)) : roles;
  return world.parties.filter(({ role }) => fitting.includes(role)).map(({ id }) => id);
}
