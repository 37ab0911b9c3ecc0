import type { Mechanism } from "../../../models/mechanisms/define/mechanism.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { INSTALLED_PACKS } from "../../../models/policy/packs.ts";
import type { Inputs, Part, Situation } from "../support/situation.ts";
import { Draw } from "./draw.ts";
import { randomRecords } from "./records.ts";
import { monthText, valueFor, type World } from "./values.ts";

export interface RandomOptions {
  /** Only these mechanisms besides the area balance; all of them, each with some chance, when left out. */
  readonly only?: readonly string[];
  readonly complete?: boolean;
}

const STEPS = { quarter: 3, "half-year": 6, year: 12 } as const;

/** A project drawn from the ranges the mechanisms declare: every input inside its usual range, dates in a sensible order. */
export function randomSituation(seed: number, options: RandomOptions = {}): Situation {
  const draw = new Draw(seed);
  const step = draw.pick(["quarter", "half-year", "year"] as const);
  const start = startOf(step, draw.whole(2024 * 12, 2028 * 12));
  const years = draw.whole(8, 18);
  const plots = draw.chance(0.3) ? ["p1", "p2"] : ["p1"];
  const dates = { start, completion: start + draw.whole(24, 48), end: start + years * 12 - 1 };
  const records = randomRecords(draw, () => `${monthText(draw.whole(start, start + 60))}-15`);
  const world: World = { draw, dates, plots, records, complete: options.complete ?? draw.chance(0.85) };
  const chosen = [...mechanisms.values()].filter(
    ({ id }) => id !== "area_balance" && (options.only === undefined ? draw.chance(0.8) : options.only.includes(id)),
  );
  const area = mechanisms.get("area_balance");
  if (area === undefined) throw new Error("no area balance");
  return {
    start: monthText(start),
    step,
    periods: (years * 12) / STEPS[step],
    plots,
    packs: INSTALLED_PACKS.map(({ id, version }) => ({ id, version })),
    conventions: {
      vatBasis: draw.pick(["separate", "excluded"]),
      priceBasis: draw.pick(["constant", "current"]),
      inflation: draw.decimal(0, 0.03),
      drawTiming: draw.pick(["start", "mid", "end"]),
      minimumCash: draw.decimal(0, 2000000),
    },
    records,
    papers: "as given",
    openingCash: {
      entity: draw.decimal(0, 20000000),
      spv: draw.decimal(0, 20000000),
      maintenance_fund: draw.decimal(0, 5000000),
    },
    components: [
      ...plots.map((plot): Part => [`area_${plot}`, "area_balance", areaInputs(area, plot, world)]),
      ...chosen.map((mechanism): Part => [`${mechanism.id}_1`, mechanism.id, inputsFor(mechanism, world)]),
    ],
  };
}

/** The month a horizon near `month` may start with: steps of a year do not cut calendar years. */
const startOf = (step: keyof typeof STEPS, month: number): number => (step === "year" ? month - (month % 12) : month);

function inputsFor(mechanism: Mechanism, world: World): Inputs {
  const taken = new Set<string>();
  const inputs: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(mechanism.inputs)) {
    const value = valueFor(name, spec, world, taken);
    if (value !== undefined) inputs[name] = value;
  }
  if (mechanism.id.startsWith("operating_"))
    inputs.items = (inputs.items as Inputs[]).map((row) => perUnit(row, world));
  return inputs;
}

/** A price per ㎡ or household is small and multiplies nothing else; the ranges of the form are those of a price per piece. */
function perUnit(row: Inputs, { draw }: World): Inputs {
  if (row.basis === undefined || row.basis === "count") return row;
  return { ...row, quantity: "1", per: "month", ...(row.price === undefined ? {} : { price: draw.decimal(0.5, 4) }) };
}

/** Each plot has one product that takes the rest; the others have areas of their own. */
function areaInputs(area: Mechanism, plot: string, world: World): Inputs {
  const { draw } = world;
  const product = (id: string, disposition: string, rule: string) => ({
    id,
    product: id,
    disposition,
    level: "above",
    rule,
    ...(rule === "fixed" ? { area: draw.decimal(200, 2000) } : {}),
  });
  return {
    ...inputsFor(area, world),
    plot,
    siteNet: draw.decimal(15000, 40000),
    far: draw.decimal(2.2, 3),
    existing: [
      {
        id: "flats",
        use: "residential",
        legal: draw.decimal(8000, 20000),
        demolishedShare: draw.decimal(0.3, 1),
        inKindShare: draw.decimal(0.7, 1),
        resettleRatio: draw.decimal(1, 1.1),
      },
    ],
    exemptAllowed: draw.pick(["0", "1"]),
    products: [product("flats", "sale", "rest"), product("shops", "lease", "fixed")],
  };
}
