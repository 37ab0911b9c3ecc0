import { describe, expect, it } from "vitest";
import { FieldReader } from "../../app/catalogue/fields.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { MONTH_MEANINGS, type MonthMeaning } from "../../models/terms/months.ts";
import { accepted } from "../document/support.ts";
import { randomDocument } from "../random/documents.ts";
import { plainWorld } from "../random/world.ts";
import { preparedOf } from "../support/prepared.ts";

const START = 2026 * 12;
const SEEDS = Array.from({ length: 24 }, (_unused, index) => index + 1);

/**
 * A month that opens a quarter is moved to the quarter's second month, to its third, and into the next quarter. For each of the three steps:
 * which quarter's figures change first, the month's own (0), the next (1) or a year later (4); "-" where none does.
 */
const SIGNATURES: Readonly<Record<MonthMeaning, string>> = {
  from: "0 0 0",
  through: "0 0 1",
  within: "- - 0",
  since: "- - 0",
  starting: "0 - -",
  before: "0 - -",
  last: "- - 1",
  finished: "0 0 0",
  base: "4 - -",
};

const ONE_OF_MANY = "construction ends with the latest completion of all, seldom with this one";

/** Months whose doing the quarters cannot show, or show only now and then, and why. */
const HIDDEN: Readonly<Record<string, string>> = {
  "works.completion": ONE_OF_MANY,
  "other_costs.completion": ONE_OF_MANY,
  "compensation.completion": ONE_OF_MANY,
  "contingency.completion": ONE_OF_MANY,
  "land_revenue.completion": ONE_OF_MANY,
  "land_scheme.completion": ONE_OF_MANY,
  "joint_cost.completion": ONE_OF_MANY,
  "scheduled_investment.completion": ONE_OF_MANY,
  "contingency.constructionStart": "prices grow with every month from the estimate on, whichever quarter it is in",
  "contingency.estimateMonth": "prices grow with every month from the estimate on, whichever quarter it is in",
  "investment_fund.distributionFrom": "there is seldom anything to distribute yet",
  "land_appreciation_tax.completion": "enough is seldom sold by then",
  "performance_grant.acceptance": "payments wait for the record of the acceptance too",
  "replacement.until": "what falls due depends on whole lives, not on the last month alone",
  "replacement.operationStart": "a price is that of the month something falls due, not of the quarter it is paid in",
  "sale.priceFrom": "a price grows in the month of its base, whichever quarter that is in",
  "spv_shareholders.dividendsFrom": "there is seldom anything to distribute yet",
  "spv_shareholders.transfers.month": "there is seldom a stake to sell yet",
  "ratio_funding.start": "draws follow what is spent, seldom in the month of the start",
};

interface MonthInput {
  readonly key: string;
  readonly meaning: MonthMeaning;
}

/** `sale_1.handover`, `franchise_1.systems.r1.built` → the month it is the value of. */
function monthInput(id: string): MonthInput | undefined {
  const [component = "", input = "", _row, column = ""] = id.split(".");
  const mechanism = component.replace("_1", "");
  const spec = mechanisms.get(mechanism)?.inputs[input];
  const month = spec?.type === "table" ? spec.columns[column] : spec;
  if (month?.type !== "month") return undefined;
  const key = [mechanism, input, ...(spec?.type === "table" ? [column] : [])].join(".");
  return { key, meaning: month.meaning };
}

/** Values of lines in the periods looked at, the month's own first. */
type Seen = readonly (readonly number[])[];

const differ = (a = 0, b = 0): boolean => Math.abs(a - b) > 1e-6 * Math.max(1, Math.abs(a));

/** The first of `steps` after the period itself in which some line changes. */
function firstChange(before: Seen, after: Seen, steps: readonly number[]): string {
  const changed = steps.find((_step, at) => before.some((values, line) => differ(values[at], after[line]?.[at])));
  return changed === undefined ? "-" : String(changed);
}

const AS_DRAWN = { asDrawn: true, world: plainWorld() } as const;

/** One component of each mechanism, drawn by itself: a new mechanism leaves what the others are given as it was. */
function draft(seed: number): unknown {
  const components = [...mechanisms.values()].flatMap((one) => {
    const own = [...one.id].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, seed);
    return randomDocument(own, { ...AS_DRAWN, only: [one.id], optional: seed % 2 === 0 ? 80 : 100 })["components"];
  });
  return { ...randomDocument(seed, { ...AS_DRAWN, only: [] }), components };
}

/** What each month of a random document does, by input: one signature a component or row. */
function signatures(seed: number): ReadonlyMap<string, readonly string[]> {
  const { document } = accepted(parseDocument(draft(seed), mechanisms));
  const { graph, bindings, kernel } = preparedOf(document);
  const compiled = kernel();
  const found = new Map<string, string[]>();
  for (const input of graph.lines) {
    const month = monthInput(input.id);
    const value = bindings.scalars.get(input.index);
    if (input.source !== "input" || month === undefined || value === undefined) continue;
    const own = Math.floor((Number(value) - START) / 3);
    const lines = graph.lines.filter(
      ({ index, tags, axis, source }) =>
        tags["component"] === input.tags["component"] &&
        axis === "period" &&
        source === "formula" &&
        !graph.broken.has(index),
    );
    const steps = month.meaning === "base" ? [0, 1, 4] : [0, 1];
    const runs = [0, 1, 2, 3].map((moved): Seen => {
      const scalars = new Map([...bindings.scalars, [input.index, String(START + own * 3 + moved)]]);
      const evaluation = compiled.run({ ...bindings, scalars });
      return lines.map(({ index }) => steps.map((step) => Number(evaluation.value(index, own + step + 1))));
    });
    const signature = [0, 1, 2].map((step) => firstChange(runs[step] ?? [], runs[step + 1] ?? [], steps)).join(" ");
    if (signature !== "- - -") found.set(month.key, [...(found.get(month.key) ?? []), signature]);
  }
  return found;
}

/** Other months of the same component may hide a change or add one; a meaning shows itself all the same in one draw of eight. */
function shows(meaning: MonthMeaning, seen: readonly string[]): boolean {
  const same = seen.filter((signature) => signature === SIGNATURES[meaning]).length;
  return same > 0 && same * 8 >= seen.length;
}

describe("months that are entered", () => {
  const declared = [...mechanisms.values()].flatMap(({ id, inputs }) =>
    Object.entries(inputs).flatMap(([name, input]) =>
      input.type === "table"
        ? Object.entries(input.columns).map(([column, cell]) => ({ key: `${id}.${name}.${column}`, spec: cell }))
        : [{ key: `${id}.${name}`, spec: input }],
    ),
  );

  it("say in the form what they mean, in both languages", () => {
    const reader = new FieldReader({ packs: [] });
    for (const { key, spec } of declared.filter(({ spec: { type } }) => type === "month")) {
      const hint = reader.field(key, spec, {}).hint;
      expect(hint?.zh, key).toMatch(/月/u);
      expect(hint?.en, key).toMatch(/month/u);
    }
  });

  const seen = new Map<string, string[]>();
  it.each(SEEDS)("are moved by a month in draw %i", (seed) => {
    const found = signatures(seed);
    expect(found.size).toBeGreaterThan(0);
    for (const [key, list] of found) seen.set(key, [...(seen.get(key) ?? []), ...list]);
  });

  it("mean what they say: the first figures to change are those the meaning names", () => {
    const odd = declared.filter(({ key, spec }) => spec.type === "month" && !shows(spec.meaning, seen.get(key) ?? []));
    expect(odd.map(({ key }) => key).filter((key) => !Object.hasOwn(HIDDEN, key))).toEqual([]);
    expect(declared.length - odd.length).toBeGreaterThan(40);
  });

  it("use every meaning there is", () => {
    const used = new Set(declared.flatMap(({ spec }) => (spec.type === "month" ? [spec.meaning] : [])));
    expect([...used].toSorted()).toEqual(Object.keys(MONTH_MEANINGS).toSorted());
  });
});
