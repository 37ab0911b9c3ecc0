import { describe, expect, it } from "vitest";
import { recordResultsOf } from "../../app/model/results.ts";
import { coverage } from "../../models/checks/coverage.ts";
import { reviewChecks } from "../../models/checks/review/index.ts";
import { reviewOf } from "../../models/checks/review/review.ts";
import { schemaAt } from "../../models/document/location.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { RECORD_KINDS } from "../../models/document/records.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import { factsOf } from "../../models/statements/tables/facts.ts";
import { statementTitles } from "../../models/statements/tables/read.ts";
import { preparedOf } from "../support/prepared.ts";
import { fixtures } from "./fixtures/index.ts";
import { soundDraft } from "./support/review.ts";

const parsed = parseDocument(soundDraft(), mechanisms);
if (!parsed.ok) throw new Error("the sound document does not open");
const prepared = preparedOf(parsed.value.document);
const results = recordResultsOf(prepared);
const { verdicts, indicators } = results;

const checks = new Set(reviewChecks.flatMap(({ ids }) => ids));
const tables = new Set(
  statementTitles(
    factsOf(prepared.graph.lines, {
      parties: [],
      components: [],
      plots: [],
      hasHouseholds: true,
      renovates: false,
      inSums: false,
    }),
  ).map(({ id }) => id),
);
const parameters = new Set(INSTALLED_PACKS.flatMap((pack) => pack.parameters.map(({ id }) => id)));
const tried = new Set(
  Object.values(fixtures)
    .flat()
    .map(({ id }) => id),
);

/** Why a reference leads nowhere; undefined when it leads somewhere. */
function lost(reference: string): string | undefined {
  const [prefix, rest] = reference.includes(":")
    ? (reference.split(":") as [string, string])
    : ["component", reference];
  const steps = rest.split(".");
  const [first = "", second, third] = steps;
  const known: Readonly<Record<string, () => boolean>> = {
    check: () => checks.has(rest),
    record: () =>
      Object.hasOwn(RECORD_KINDS, first) &&
      (second === undefined || Object.hasOwn(RECORD_KINDS[first]?.values ?? {}, second)),
    field: () => schemaAt(rest.split("/")) !== undefined,
    verdict: () => verdicts.some(({ id }) => id === rest),
    table: () => tables.has(rest),
    indicator: () => indicators.some(({ id }) => id === rest),
    param: () => parameters.has(rest),
    component: () => {
      const inputs = mechanisms.get(first)?.inputs;
      const input = second === undefined ? undefined : inputs?.[second];
      if (inputs === undefined || second === undefined) return inputs !== undefined;
      if (third === undefined) return input !== undefined;
      return input?.type === "table" && Object.hasOwn(input.columns, third);
    },
  };
  return known[prefix]?.() === true ? undefined : `${reference} leads nowhere`;
}

const numbered = (letter: string, last: number) =>
  Array.from({ length: last }, (_unused, index) => `${letter}${String(index + 1).padStart(2, "0")}`);

const RED_LINES = [...Array.from({ length: 9 }, (_unused, index) => `R-DEBT-${index + 1}`), "R-LAND-1", "R-BID-1"];

describe("coverage of the policy papers and of the reviewer's list", () => {
  it("has every mechanism, review point and red line once", () => {
    expect(coverage.map(({ id }) => id).toSorted()).toEqual(
      [...numbered("M", 98), ...numbered("C", 30), ...RED_LINES].toSorted(),
    );
  });

  it("points to something everywhere", () => {
    expect(
      coverage.flatMap(({ id, servedBy }) =>
        servedBy.flatMap((reference) => lost(reference) ?? []).map((why) => `${id}: ${why}`),
      ),
    ).toEqual([]);
    expect(coverage.filter(({ servedBy }) => servedBy.length === 0)).toEqual([]);
  });

  it.each([
    "check:C99",
    "record:vote.colour",
    "field:project/colour",
    "verdict:B0",
    "table:none",
    "indicator:none",
    "param:none",
    "sale.colour",
    "area_balance.exempt.colour",
    "nothing",
  ])("would see that %s points to nothing", (reference) => {
    expect(lost(reference)).toBeDefined();
  });

  it("serves every condition by a check that has a passing and a failing fixture", () => {
    const conditions = coverage.filter(({ force }) => force === "HARD" || force === "REVIEW");
    const untried = conditions.filter(
      ({ servedBy }) =>
        !servedBy.some((reference) => reference.startsWith("check:") && tried.has(reference.slice("check:".length))),
    );
    expect(untried.map(({ id }) => id)).toEqual([]);
  });

  it("finds only facts of record behind rows that ask for no more", () => {
    const onRecord = coverage.filter(
      ({ force, servedBy }) => force !== "INFO" && servedBy.every((reference) => reference.startsWith("record:")),
    );
    expect(onRecord.map(({ id }) => id)).toEqual([]);
  });

  it("names what rests on later parts as open", () => {
    expect(
      coverage
        .filter(({ open }) => open !== undefined)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([]);
  });

  it("tries every check by a fixture", () => {
    expect([...checks].filter((id) => !tried.has(id))).toEqual([]);
    expect([...tried].filter((id) => !checks.has(id))).toEqual([]);
  });

  it("mentions every check there is", () => {
    const mentioned = new Set(coverage.flatMap(({ servedBy }) => servedBy));
    expect([...checks].filter((id) => !mentioned.has(`check:${id}`))).toEqual([]);
  });
});

describe("review checks", () => {
  it("find nothing under an id they do not declare", () => {
    const { document, counts } = prepared;
    const { values, problems } = results;
    const review = reviewOf({ document, counts, results: values, verdicts, indicators, problems });
    for (const { ids, run } of reviewChecks) for (const { id } of run(review)) expect(ids).toContain(id);
  });

  it("name the checks of mechanisms that exist", () => {
    const named = [...mechanisms.values()].flatMap(({ id, checks: ids }) =>
      (ids ?? []).filter((check) => !checks.has(check)).map((check) => `${id}: ${check}`),
    );
    expect(named).toEqual([]);
  });
});
