import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RECORD_RULES } from "../../models/document/recordRules.ts";
import { RECORD_KINDS } from "../../models/document/records.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { modelExamples } from "../support/examples.ts";
import { judged } from "../support/judged.ts";

const PATIENCE_MS = 900_000;
const folder = new URL("../../examples/", import.meta.url);
const FILES = modelExamples().map((name, index) => [name, index] as const);

/** Every record takes minutes (PINGHENG_RECORDS=all); else one of each example is looked at, and those that decide what figures stand on. */
function looked(records: Draft["records"], file: number): Draft["records"] {
  if (process.env["PINGHENG_RECORDS"] === "all") return records;
  return records.filter(({ id }, index) => index % records.length === file % records.length || id === "bond_approval");
}

type Values = Record<string, string | boolean>;
interface Draft {
  components: { mechanism: string; inputs: Record<string, unknown> }[];
  records: { id: string; kind?: string; date: string; values?: Values }[];
}

/** How far each verdict stands: 2 met, 1 met under conditions, 0 not met or undecided; `clean` beside them. */
function standing(draft: Draft): ReadonlyMap<string, number> {
  const { results, trust } = judged(draft);
  const isDoubted = (id: string) => trust.points.some(({ verdicts }) => verdicts.some((one) => one === id));
  return new Map([
    ...results.verdicts.map(({ id, pass }): [string, number] => [id, pass !== true ? 0 : isDoubted(id) ? 1 : 2]),
    ["clean", Number(trust.clean)],
  ]);
}

/** The document without a record, and without any word for it. */
function without(draft: Draft, id: string): Draft {
  const left = structuredClone(draft);
  left.records = left.records.filter((record) => record.id !== id);
  for (const { mechanism, inputs } of left.components)
    for (const [name, spec] of Object.entries(mechanisms.get(mechanism)?.inputs ?? {})) {
      if (spec.type === "record" && inputs[name] === id) delete inputs[name];
      if (spec.type !== "table") continue;
      for (const row of (inputs[name] ?? []) as Record<string, unknown>[])
        for (const [column, cell] of Object.entries(spec.columns))
          if (cell.type === "record" && row[column] === id) delete row[column];
    }
  return left;
}

/** Ways in which a record of a kind fails. */
function failures(kind: string): readonly (readonly [string, { date?: string; values?: Values }])[] {
  const { values = {} } = RECORD_KINDS[kind] ?? {};
  const needs = RECORD_RULES[kind]?.needs ?? [];
  const own: Readonly<Record<string, Values>> = {
    vote: { yesArea: "0", yesOwners: "0" },
    consent: { rate: "0.1" },
    plan_adjustment: { far: "0.01" },
    permit: { product: "another" },
    title: { product: "another" },
    approval: { amount: "0" },
  };
  return [
    ...("refused" in values ? [["refused", { values: { refused: true } }] as const] : []),
    ...needs.map((flag) => [flag, { values: { [flag]: false } }] as const),
    ...(own[kind] === undefined ? [] : [["figures", { values: own[kind] }] as const]),
    ["too late", { date: "2099-12-31" }],
  ];
}

describe("a record that fails is never better than one that is missing", () => {
  it.each(FILES)(
    "in %s",
    (file, index) => {
      const draft = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Draft;
      const better: string[] = [];
      for (const { id, kind = "" } of looked(draft.records, index)) {
        const ways = failures(kind);
        if (!Object.hasOwn(RECORD_KINDS, kind) || ways.length === 0) continue;
        const missing = standing(without(draft, id));
        for (const [way, change] of ways) {
          const failed = structuredClone(draft);
          for (const record of failed.records)
            if (record.id === id) Object.assign(record, { ...change, values: { ...record.values, ...change.values } });
          for (const [verdict, rank] of standing(failed))
            if (rank > (missing.get(verdict) ?? 0))
              better.push(`${id} ${way}: ${verdict} ${missing.get(verdict)} → ${rank}`);
        }
      }
      expect(better).toEqual([]);
    },
    PATIENCE_MS,
  );
});
