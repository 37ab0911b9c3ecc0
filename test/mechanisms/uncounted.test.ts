import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../models/document/parse.ts";
import { evaluateRecord } from "../../models/engines/index.ts";
import type { Mechanism } from "../../models/mechanisms/define/mechanism.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { randomDocument } from "../random/documents.ts";
import { modelExamples } from "../support/examples.ts";
import { preparedOf } from "../support/prepared.ts";
import { item, worksOf } from "./support/cost.ts";
import { approval } from "./support/records.ts";
import { type Inputs, type Part, run, type Situation } from "./support/situation.ts";

const HALF_A_FEN = 0.005;

interface Ledger {
  entered: number;
  counted: number;
  uncounted: number;
  least: number;
}

/** Entered, counted and uncounted of every component, way and measure; whole-life amounts. */
function ledgers(document: unknown, scenario?: string, registry = mechanisms): ReadonlyMap<string, Ledger> {
  const parsed = parseDocument(document, mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message.en).join("\n"));
  const prepared = preparedOf(parsed.value.document, scenario, registry);
  const evaluation = evaluateRecord(prepared.graph, prepared.bindings);
  const found = new Map<string, Ledger>();
  for (const { index, axis, role, tags } of prepared.graph.lines) {
    const way =
      tags["entered"] ?? tags["counted"] ?? (role?.startsWith("uncounted.") === true ? tags["way"] : undefined);
    if (way === undefined) continue;
    const values = axis === "scalar" ? [evaluation.scalar(index)] : evaluation.series(index);
    if (values.includes(undefined)) continue;
    const amount = values.reduce((sum, value) => sum + (value?.toNumber() ?? 0), 0);
    const key = [tags["component"], way, tags["measure"]].join(" ");
    const ledger = found.get(key) ?? { entered: 0, counted: 0, uncounted: 0, least: 0 };
    found.set(key, ledger);
    if (tags["entered"] !== undefined) ledger.entered += amount;
    else if (tags["counted"] !== undefined) ledger.counted += amount;
    else {
      ledger.uncounted += amount;
      ledger.least = Math.min(ledger.least, amount);
    }
  }
  return found;
}

const isConserved = ({ entered, counted, uncounted }: Ledger): boolean =>
  Math.abs(entered - counted - uncounted) < HALF_A_FEN;

function expectConserved(found: ReadonlyMap<string, Ledger>): void {
  for (const [key, ledger] of found) {
    expect(isConserved(ledger), `${key}: ${JSON.stringify(ledger)}`).toBe(true);
    expect(ledger.least, `${key}: a reason takes less than nothing`).toBeGreaterThan(-HALF_A_FEN);
  }
}

/** Numbers of random documents; PINGHENG_DOCUMENTS=n looks at n. */
const WHOLE = Array.from({ length: Number(process.env["PINGHENG_DOCUMENTS"] ?? 6) }, (_, index) => index + 1);

/** A mechanism that does not write down what it takes off. */
const withoutReasons =
  (lines: Mechanism["lines"]): Mechanism["lines"] =>
  (component) =>
    lines(component).filter(({ role }) => role?.startsWith("uncounted.") !== true);

describe("entered = counted + uncounted, component by component, inflows and outflows apart", () => {
  const folder = new URL("../../examples/", import.meta.url);
  it.each(modelExamples())("in every scenario of %s", (name) => {
    const document = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    for (const { id } of document.scenarios) expectConserved(ledgers(document, id));
  });

  it("in random documents of everything, and not where a reason is left out", () => {
    const unsound = new Map([...mechanisms].map(([id, one]) => [id, { ...one, lines: withoutReasons(one.lines) }]));
    let found = 0;
    for (const seed of WHOLE) {
      const document = randomDocument(seed, { used: 60 });
      expectConserved(ledgers(document));
      const broken = [...ledgers(document, undefined, unsound).values()].filter((ledger) => !isConserved(ledger));
      if (broken.length > 0) found += 1;
    }
    expect(found).toBeGreaterThan(0);
  });

  const marked = [
    "works",
    "land_revenue",
    "special_grant",
    "performance_grant",
    "city_rebate",
    "resident_contribution",
    "provident_fund",
    "donation",
    "idle_rooms",
    "common_income",
    "maintenance_fund",
  ];
  it.each([1, 2, 3, 4, 5, 6])("in random document %i", (seed) => {
    expectConserved(ledgers(randomDocument(seed, { only: marked, optional: 100 })));
  });
});

const AMOUNT = 60_000_000;

const grant = (changes: Inputs = {}): Part => [
  "grant",
  "special_grant",
  {
    payer: "province",
    payee: "entity",
    amount: String(AMOUNT),
    progress: [{ id: "all", reached: "1", share: "1" }],
    lagMonths: "0",
    status: "approved",
    approval: "letter",
    ...changes,
  },
];
const works = (eligible: string): Part => ["works", "works", worksOf([item(80_000_000, { eligibleGrant: eligible })])];
const outcome = (parts: readonly Part[], changes: Partial<Situation> = {}) =>
  run({ components: parts, periods: 3, records: [approval("letter", "2026-01-01")], papers: "as given", ...changes });

describe("what is taken off a grant says why", () => {
  it("an approved grant whose eligible cost is 0", () => {
    const found = outcome([works("no"), grant()]);
    expect(found.total("grant.grant")).toBe(0);
    expect(found.one("grant.off_eligibility")).toBe(AMOUNT);
  });

  it("refused, not counted, without its approval", () => {
    expect(outcome([works("yes"), grant({ status: "refused" })]).one("grant.off_refused")).toBe(AMOUNT);
    expect(outcome([works("yes"), grant({ status: "applied" })]).one("grant.off_status")).toBe(AMOUNT);
    const { approval: _left, ...without } = grant()[2] as Record<string, unknown>;
    const bare = outcome([works("yes"), ["grant", "special_grant", without]]);
    expect([bare.total("grant.grant"), bare.one("grant.off_document")]).toEqual([0, AMOUNT]);
    const refused = outcome([works("yes"), grant()], {
      records: [approval("letter", "2026-01-01", { refused: true })],
    });
    expect([refused.total("grant.grant"), refused.one("grant.off_document")]).toEqual([0, AMOUNT]);
  });

  it("a ground why no paper is needed stands in for one", () => {
    const found = outcome([works("yes"), grant({ approval: { notNeeded: "paid in full, audited" } })]);
    expect(found.total("grant.grant")).toBe(AMOUNT);
  });

  it("an approval is the most that all who rest on it get, in the order of the components", () => {
    const second: Part = ["second", "special_grant", { ...grant()[2], payer: "city", amount: "10000000" }];
    const records = [approval("letter", "2026-01-01", { amount: "64000000" })];
    const found = outcome([works("yes"), grant(), second], { records });
    expect([found.total("grant.grant"), found.total("second.grant")]).toEqual([AMOUNT, 4_000_000]);
    expect(found.one("second.off_document")).toBe(6_000_000);
  });

  it("a share of the eligible cost is a cap, what comes later than the horizon is its own reason", () => {
    const found = outcome([works("yes"), grant({ shareCap: "0.5", lagMonths: "60" })]);
    expect(found.one("grant.off_cap")).toBe(20_000_000);
    expect(found.one("grant.off_horizon")).toBe(40_000_000);
  });

  it("an approval that has run out before the money is due is a document that does not hold", () => {
    const records = [approval("letter", "2026-01-01", { validUntil: "2026-12" })];
    const found = outcome([works("yes"), grant({ lagMonths: "24" })], { records });
    expect([found.total("grant.grant"), found.one("grant.off_document")]).toEqual([0, AMOUNT]);
  });
});
