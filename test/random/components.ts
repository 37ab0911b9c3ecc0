import type { Mechanism } from "../../models/mechanisms/define/mechanism.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { drawArea } from "./area.ts";
import type { Draw } from "./draw.ts";
import type { DrawnComponent, Json, Wish } from "./parts.ts";
import { type Choices, drawInput } from "./values.ts";
import { partiesFor, type World } from "./world.ts";

export interface Plan {
  readonly id: string;
  readonly mechanism: Mechanism;
}

/** Of a hundred mechanisms those a document mostly has, and those of which it has two. */
const USED = 85;
const TWICE = 25;
/** Works in two stages, and a return for each of two taxpayers. */
const OFTEN_TWICE: ReadonlySet<string> = new Set([
  "works",
  "special_bond",
  "loan",
  "vat_return",
  "income_tax",
  "asset_books",
]);

export function planComponents(draw: Draw, { only, used = USED, must = [] }: Wish): readonly Plan[] {
  return [...mechanisms.values()].flatMap((mechanism) => {
    const { id } = mechanism;
    if (only !== undefined) return only.includes(id) ? [{ id: `${id}_1`, mechanism }] : [];
    if (!draw.chance(used) && !must.includes(id)) return [];
    const count = draw.chance(OFTEN_TWICE.has(id) ? TWICE * 2 : TWICE) ? 2 : 1;
    return Array.from({ length: count }, (_, index) => ({ id: `${id}_${index + 1}`, mechanism }));
  });
}

interface Earlier {
  readonly drawn: readonly DrawnComponent[];
  readonly lacking: ReadonlySet<string>;
}

export function drawComponents(
  draw: Draw,
  plans: readonly Plan[],
  world: World,
  optional: number,
  earlier?: Earlier,
): readonly DrawnComponent[] {
  const takenBy = new Map<string, Set<string>>();
  return plans.flatMap(({ id, mechanism }) => {
    const taken = takenBy.get(mechanism.id) ?? new Set<string>();
    const before = earlier?.drawn.find((component) => component.id === id);
    if (before === undefined && (earlier !== undefined || !hasRoom(mechanism, world, taken))) return [];
    const keeps = before !== undefined && earlier?.lacking.has(id) !== true;
    const choices: Choices = {
      parties: new Set(),
      taken,
      mechanism,
      optional: before === undefined ? optional : 100,
    };
    const component = keeps
      ? before
      : { id, mechanism: mechanism.id, enabled: !draw.chance(8), inputs: drawInputs(draw, world, choices) };
    takenBy.set(mechanism.id, new Set([...taken, ...exclusive(mechanism, component.inputs)]));
    return [component];
  });
}

function drawInputs(draw: Draw, world: World, choices: Choices): Json {
  const inputs: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(choices.mechanism.inputs)) {
    const value = drawInput(draw, spec, world, choices);
    if (value !== undefined) inputs[name] = value;
  }
  return choices.mechanism.id === "area_balance" ? drawArea(draw, inputs) : inputs;
}

/** Parties with a part of their own, plots and taxpayers there is one component for, products: a second component of the mechanism takes others. */
function exclusive({ inputs: specs, once = [] }: Mechanism, inputs: Json): readonly string[] {
  return Object.entries(specs).flatMap(([name, spec]) => {
    const own =
      once.includes(name) ||
      (spec.type === "party" && spec.roles.length === 1) ||
      (spec.type === "plot" && spec.optional !== true) ||
      (spec.type === "word" && name === "product");
    return own && typeof inputs[name] === "string" ? [inputs[name]] : [];
  });
}

function hasRoom({ inputs, once = [] }: Mechanism, world: World, taken: ReadonlySet<string>): boolean {
  return Object.entries(inputs).every(([name, spec]) => {
    if (spec.type === "plot" && spec.optional !== true) return world.plots.some((plot) => !taken.has(plot));
    if (spec.type !== "party") return true;
    const alone = once.includes(name) || (spec.roles.length === 1 && /account|fund/.test(spec.roles[0] ?? ""));
    return !alone || partiesFor(spec.roles, world).some((party) => !taken.has(party));
  });
}
