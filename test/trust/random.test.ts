import { describe, expect, it } from "vitest";
import { diffDocuments } from "../../models/document/diff.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { plainWorld } from "../random/world.ts";
import { alike, type Outcome, outcomeOf } from "./outcome.ts";
import { COUNT, type Random, randomOnes, randomUntil } from "./random.ts";
import {
  better,
  namedOut,
  namers,
  type Removal,
  requiredOut,
  rowsOut,
  sampleOf,
  unmissed,
  unsaid,
} from "./removals.ts";
import { tieOf } from "./tie.ts";
import { betterOpen, repaid, withoutInterest } from "./transform/maturity.ts";
import { withInputs, without } from "./transform/parts.ts";

const PATIENCE_MS = 90_000 + COUNT * 60_000;

/** Of all that can be taken out of one document these are looked at. */
const TAKEN_OUT = 3;
const few = <T>(list: readonly T[], index: number): readonly T[] =>
  sampleOf(list, index, Math.max(1, Math.ceil(list.length / TAKEN_OUT)));

interface Known extends Random {
  readonly before: Outcome;
}

let ones: readonly Known[] | undefined;
function known(): readonly Known[] {
  ones ??= randomOnes({ used: 50 }).map((one) => ({ ...one, before: outcomeOf(one.document) }));
  return ones;
}

describe("deletion, in random documents", () => {
  it(
    "of a required input is said, and nothing that rests on it is decided",
    () => {
      for (const [index, { name, document, before }] of known().entries())
        for (const { path, document: lacking } of few(requiredOut(document), index))
          expect(unsaid(before, outcomeOf(lacking), path), name).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    "of what another place names, and of a record that gates, is said, and makes nothing better",
    () => {
      for (const [index, { name, document, before }] of known().entries()) {
        const named = namedOut(document).filter((removal) => namers(document, removal).length > 0);
        for (const removal of few(named, index))
          expect(unmissed(document, before, removal, outcomeOf(removal.document)), name).toEqual([]);
      }
    },
    PATIENCE_MS,
  );

  it("of a row is named among the differences", () => {
    for (const { name, document } of known())
      for (const { path, document: shorter } of rowsOut(document))
        expect(missingIn(document, shorter), name).toEqual([path]);
  });

  it(
    "would be found if it went unnoticed",
    () => {
      const [{ document, before } = fail()] = known();
      const [removal = fail()] = requiredOut(document);
      expect(unsaid(before, before, removal.path)).not.toEqual([]);
      expect(namedOut(document).flatMap((one) => unmissed(document, before, one, before))).not.toEqual([]);
      const [row = fail()] = rowsOut(document);
      expect(missingIn(document, document)).not.toEqual([row.path]);
      const gained = known().flatMap((one) => better(one.before, outcomeOf(withoutCost(one.document))));
      expect(gained).not.toEqual([]);
    },
    PATIENCE_MS,
  );
});

/** Paths of what the first has and the second has not. */
const missingIn = (before: ModelDocument, after: Removal["document"]): readonly string[] =>
  diffDocuments(before, after).flatMap((found) => (found.after === undefined ? [found.path] : []));

const COSTS: ReadonlySet<string> = new Set([
  "works",
  "other_costs",
  "operating_cost",
  "scheduled_operating_cost",
  "loan",
]);
const withoutCost = (document: ModelDocument): ModelDocument =>
  document.components.reduce((left, { id, mechanism }) => (COSTS.has(mechanism) ? without(left, id) : left), document);

function fail(): never {
  throw new Error("no random document has what the test is about");
}

describe("debt that outlives the horizon, in random documents", () => {
  const INDEBTED = { used: 25, must: ["loan", "special_bond"], world: plainWorld() } as const;

  it(
    "is no better than where the balance is repaid in the last period, and would be found if it were",
    () => {
      let [owed, found] = [0, 0];
      for (const { name, document } of randomUntil(INDEBTED, () => found > 0)) {
        const open = outcomeOf(repaid(document, 60));
        if (!((open.lines.get("open.debt")?.values[0] ?? 0) > 0)) continue;
        owed += 1;
        const closed = outcomeOf(repaid(document, 0));
        expect(betterOpen(open, closed), name).toEqual([]);
        if (betterOpen(outcomeOf(repaid(withoutInterest(document), 0)), closed).length > 0) found += 1;
      }
      expect(owed).toBeGreaterThan(0);
      expect(found).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});

describe("cost capitalised is investment, in random documents", () => {
  const kept = () =>
    randomOnes({ used: 50, must: ["asset_books", "works", "loan"] }).map((one) => ({
      ...one,
      document: inBooks(one.document),
    }));

  it(
    "whose parties inside the project keep books; and is not where one of them keeps none",
    () => {
      let met = 0;
      for (const { name, document } of kept()) {
        const { capitalised, invested } = tieOf(document);
        expect(alike(capitalised, invested), `${name}: ${capitalised} for ${invested}`).toBe(true);
        if (!(capitalised > 1_000_000)) continue;
        met += 1;
        // Books of one who builds nothing are missed by nobody.
        const books = document.components.filter((one) => one.mechanism === "asset_books" && one.enabled);
        const planted = books.map(({ id }) => tieOf(withInputs(without(document, id), "works_1", {})));
        expect(
          planted.some((tie) => !alike(tie.capitalised, tie.invested)),
          name,
        ).toBe(true);
      }
      expect(met).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});

/** The perimeter drawn around those whose books are kept. */
function inBooks(document: ModelDocument): ModelDocument {
  const books = document.components.filter(({ mechanism, enabled }) => mechanism === "asset_books" && enabled);
  const takers = new Set(books.map(({ inputs }) => inputs["taxpayer"]));
  return { ...document, parties: document.parties.map((party) => ({ ...party, inProject: takers.has(party.id) })) };
}
