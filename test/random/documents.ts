import fc from "fast-check";
import { parseDocument } from "../../models/document/parse.ts";
import type { Mechanism } from "../../models/mechanisms/define/mechanism.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import { PAPER_KINDS, paper } from "../support/papers.ts";
import { preparedOf } from "../support/prepared.ts";
import { Draw } from "./draw.ts";
import type { DrawnComponent, Json } from "./parts.ts";
import { drawScenarios } from "./scenarios.ts";
import { type Choices, drawInput } from "./values.ts";
import { drawWorld, monthText, partiesFor, type World } from "./world.ts";

/**
 * Whole documents drawn from what the mechanisms declare: every mechanism, option, optional input, table, profile, party by its role, plot, record, step,
 * convention and scenario. A new mechanism is drawn as soon as it is in the list of mechanisms. Documents are valid by construction.
 */
export const documents: fc.Arbitrary<Json> = fc.gen().map((value) => drawDocument(new Draw(value)));

function drawDocument(draw: Draw): Json {
  const world = drawWorld(draw);
  const frame = drawFrame(draw, world);
  const plans = [...mechanisms.values()].flatMap((mechanism) => planComponents(draw, mechanism));
  const drawn = drawComponents(draw, plans, world);
  // Some choices need an optional input that was left out: those components are drawn again with all of theirs.
  const lacking = componentsWithProblems({ ...frame, components: drawn });
  const complete = lacking.size === 0 ? drawn : drawComponents(draw, plans, world, { drawn, lacking });
  const components = withoutProblems(frame, complete);
  return { ...frame, components, scenarios: drawScenarios(draw, components, world) };
}

/** What still has a problem names something that was not drawn, or that another names too: it is left out, and then what rests on it. */
function withoutProblems(frame: Json, components: readonly DrawnComponent[]): readonly DrawnComponent[] {
  const wrong = componentsWithProblems({ ...frame, components });
  if (wrong.size === 0) return components;
  const rest = components.filter(({ id }) => !wrong.has(id));
  if (rest.length === components.length) throw new Error(`not a component's problem: ${[...wrong].join(", ")}`);
  return withoutProblems(frame, rest);
}

interface Plan {
  readonly id: string;
  readonly mechanism: Mechanism;
}

function planComponents(draw: Draw, mechanism: Mechanism): readonly Plan[] {
  if (!draw.chance(85)) return [];
  return Array.from({ length: draw.chance(25) ? 2 : 1 }, (_, index) => ({
    id: `${mechanism.id}_${index + 1}`,
    mechanism,
  }));
}

interface Earlier {
  readonly drawn: readonly DrawnComponent[];
  readonly lacking: ReadonlySet<string>;
}

function drawComponents(
  draw: Draw,
  plans: readonly Plan[],
  world: World,
  earlier?: Earlier,
): readonly DrawnComponent[] {
  const takenBy = new Map<string, Set<string>>();
  return plans.flatMap(({ id, mechanism }) => {
    const taken = takenBy.get(mechanism.id) ?? new Set<string>();
    const before = earlier?.drawn.find((component) => component.id === id);
    if (before === undefined && (earlier !== undefined || !hasRoom(mechanism, world, taken))) return [];
    const keeps = before !== undefined && earlier?.lacking.has(id) !== true;
    const component = keeps
      ? before
      : {
          id,
          mechanism: mechanism.id,
          enabled: !draw.chance(8),
          inputs: drawInputs(draw, mechanism, world, { parties: new Set(), taken, complete: before !== undefined }),
        };
    takenBy.set(mechanism.id, new Set([...taken, ...exclusive(mechanism, component.inputs)]));
    return [component];
  });
}

function drawInputs(draw: Draw, mechanism: Mechanism, world: World, choices: Choices): Json {
  const inputs: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(mechanism.inputs)) {
    const value = drawInput(draw, spec, world, choices);
    if (value !== undefined) inputs[name] = value;
  }
  return inputs;
}

/** Parties with a part of their own and plots a component must name: a second component of the mechanism takes others. */
function exclusive(mechanism: Mechanism, inputs: Json): readonly string[] {
  return Object.entries(mechanism.inputs).flatMap(([name, spec]) => {
    const own = (spec.type === "party" && spec.roles.length === 1) || (spec.type === "plot" && spec.optional !== true);
    return own && typeof inputs[name] === "string" ? [inputs[name]] : [];
  });
}

function hasRoom(mechanism: Mechanism, world: World, taken: ReadonlySet<string>): boolean {
  return Object.values(mechanism.inputs).every((spec) => {
    if (spec.type === "plot" && spec.optional !== true) return world.plots.some((plot) => !taken.has(plot));
    if (spec.type === "party" && spec.roles.length === 1 && /account|fund/.test(spec.roles[0] ?? ""))
      return partiesFor(spec.roles, world).some((party) => !taken.has(party));
    return true;
  });
}

/** Told to the user, but no mistake: the horizon ends before a plan does. */
export const OUTSIDE = "document.profile_outside";

function componentsWithProblems(document: Json): ReadonlySet<string> {
  const parsed = parseDocument(document, mechanisms);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const problems = preparedOf(parsed.value.document).problems.filter(({ code }) => code !== OUTSIDE);
  return new Set(problems.map(({ path }) => /^components\/([^/]+)/.exec(path)?.[1] ?? path));
}

function drawFrame(draw: Draw, world: World): Json {
  return {
    format: "pingheng/model",
    version: 1,
    project: { name: "random", type: draw.pick(["renovation", "new_build"]), households: draw.decimal(100, 2000) },
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
    },
    packs: INSTALLED_PACKS.map(({ id, version }) => ({ id, version })),
    parties: world.parties.map(({ id, role }) => ({
      id,
      label: id,
      role,
      ...(draw.chance(20) ? { openingCash: draw.decimal(0, 10_000_000) } : {}),
      ...(role === "operator" || role === "soe" ? { inProject: draw.chance(40) } : {}),
    })),
    records: world.records.flatMap((when, index) => {
      const date = `${monthText(world.start + index * 15 + draw.whole(0, 12) - 6)}-15`;
      return PAPER_KINDS.map((kind) => paper(kind, `${when}_${kind}`, date));
    }),
    customLines: draw.chance(40) ? [drawCustomLine(draw, world)] : [],
  };
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
