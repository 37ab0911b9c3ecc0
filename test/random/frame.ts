import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import { PAPER_KINDS, paper } from "../support/papers.ts";
import type { Draw } from "./draw.ts";
import type { Json } from "./parts.ts";
import { DOUBTFUL, HOLDING, monthText, partiesFor, type World } from "./world.ts";

/** Everything of a document but its components and scenarios. */
export function drawFrame(draw: Draw, world: World): Json {
  return {
    format: "pingheng/model",
    version: 1,
    project: {
      name: "random",
      type: draw.pick(["renovation", "new_build"]),
      mode: draw.pick(["rebuild", "infill", "rehabilitation"]),
      households: draw.decimal(100, 2000),
    },
    plots: world.plots.map((id) => ({ id, label: id })),
    timeline: {
      start: monthText(world.start),
      step: world.step,
      periods: world.periods,
      phases: [
        { id: "prepare", label: "prepare", start: monthText(world.start), months: draw.whole(3, 24) },
        { id: "build", label: "build", after: "prepare", lagMonths: draw.whole(0, 6), months: draw.whole(6, 48) },
      ],
    },
    conventions: {
      vatBasis: draw.pick(["separate", "excluded"]),
      priceBasis: draw.pick(["constant", "current"]),
      inflation: draw.decimal(0, 0.03),
      drawTiming: draw.pick(["mid", "start", "end"]),
      minimumCash: draw.chance(50) ? "0" : draw.decimal(0, 5_000_000),
      yearBasis: draw.pick(["calendar", "project"]),
      indicatorBasis: draw.pick(["year", "period"]),
      discountFrom: draw.pick(["t=1", "t=0"]),
      icProject: draw.decimal(0.03, 0.08),
      icEquity: draw.decimal(0.04, 0.1),
      dscrTarget: draw.decimal(1, 1.3),
      bepComfort: draw.decimal(0.6, 0.9),
    },
    packs: INSTALLED_PACKS.map(({ id, version }) => ({ id, version })),
    parties: world.parties.map(({ id, role }) => ({
      id,
      label: id,
      role,
      ...(draw.chance(20) ? { openingCash: draw.decimal(0, 10_000_000) } : {}),
      ...(role === "operator" || role === "soe" ? { inProject: draw.chance(40) } : {}),
    })),
    records: drawRecords(draw, world),
    customLines: draw.chance(40) ? [drawCustomLine(draw, world)] : [],
  };
}

/** Of every kind two that hold from different dates, one that does not, and one that grants little. */
function drawRecords(draw: Draw, world: World): readonly Json[] {
  const date = (index: number): string => `${monthText(world.start + index * 15 + draw.whole(0, 12) - 6)}-15`;
  const good = HOLDING.flatMap((when, index) => {
    const day = date(index);
    return PAPER_KINDS.map((kind) => paper(kind, `${when}_${kind}`, day));
  });
  const poor = PAPER_KINDS.map((kind) => ({
    ...paper(kind, `${DOUBTFUL}_${kind}`, date(0)),
    values: drawDoubt(draw, kind),
  }));
  return [...good, ...poor];
}

/** What makes a record of a kind fail, or grant less than was entered. */
function drawDoubt(draw: Draw, kind: string): Json {
  const { values = {} } = paper(kind, "", "");
  if (kind === "vote") return { ...values, yesArea: "9000", yesOwners: draw.pick(["150", "90"]) };
  if ("amount" in values)
    return draw.chance(50) ? { ...values, amount: draw.decimal(100_000, 20_000_000) } : { ...values, refused: true };
  const flags = Object.entries(values).map(([name, value]) => [name, typeof value === "boolean" ? false : value]);
  return Object.fromEntries(flags);
}

/** A line of the user's own that moves money. */
function drawCustomLine(draw: Draw, world: World): Json {
  const parties = partiesFor([...world.usualParty.keys()], world);
  const payer = draw.pick(parties);
  return {
    id: "own_line",
    label: "own line",
    unit: "CNY",
    kind: "flow",
    formula: `month >= startmonth + ${draw.whole(0, 24)} mo ? ${draw.whole(0, 900_000)} CNY * dtmonths / 1 mo : 0`,
    role: draw.pick(["opex.other", "revenue.other", "cost.other.fees", "support.operating"]),
    payer,
    payee: draw.pick(parties.filter((party) => party !== payer)),
  };
}
