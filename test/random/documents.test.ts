import { beforeAll, describe, expect, it } from "vitest";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { DOCUMENTS, drawn, randomSpecimens } from "./corpus.ts";
import { OUTSIDE } from "./documents.ts";
import type { Specimen } from "./specimen.ts";

/** Roles by which a document has debt, sales, an operation, taxes …: money moves on one of them. */
const KINDS: Readonly<Record<string, RegExp>> = {
  debt: /^debt\.draw$/,
  sale: /^sale\.receipt$/,
  operation: /^revenue\./,
  tax: /^tax\.(vat|surcharge|income)$/,
  equity: /^equity\./,
  works: /^cost\.works\./,
  land: /^land\.gross$|^cost\.land/,
  grant: /^support\./,
  residents: /^contribution\./,
};

function moves({ payments }: Specimen, role: RegExp): boolean {
  return payments.some(({ line, amounts }) => role.test(line.role ?? "") && amounts.some((amount) => amount > 1));
}

describe("random documents", () => {
  beforeAll(() => void randomSpecimens(), 240_000);

  it("are valid: nothing broken, nothing undefined", () => {
    for (const { name, prepared, record } of randomSpecimens()) {
      const problems = prepared.problems.filter(({ code }) => code !== OUTSIDE);
      expect(problems.map(({ path, message }) => `${name} ${path}: ${message.en}`)).toEqual([]);
      expect(record.gaps.problems.map(({ path, message }) => `${name} ${path}: ${message.en}`)).toEqual([]);
    }
  });

  it("have debt, sales, operation and tax in substantial shares", () => {
    const shares = Object.fromEntries(
      Object.entries(KINDS).map(([kind, role]) => [kind, randomSpecimens().filter((one) => moves(one, role)).length]),
    );
    process.stdout.write(`of ${DOCUMENTS} random documents had ${JSON.stringify(shares)}\n`);
    for (const kind of Object.keys(KINDS)) expect(shares[kind], kind).toBeGreaterThan(DOCUMENTS / 5);
  });

  it("use every mechanism, and next to all options of their choices", () => {
    const used = new Map<string, Set<unknown>>();
    const note = (place: string, value: unknown) => used.set(place, (used.get(place) ?? new Set()).add(value));
    type Component = { readonly mechanism: string; readonly inputs: Readonly<Record<string, unknown>> };
    for (const { mechanism, inputs } of drawn.flatMap((json) => json["components"] as readonly Component[])) {
      note("", mechanism);
      for (const [name, value] of Object.entries(inputs)) note(`${mechanism} ${name}`, value);
    }
    expect(used.get("")).toEqual(new Set(mechanisms.keys()));
    const options = [...mechanisms.values()].flatMap(({ id, inputs }) =>
      Object.entries(inputs).flatMap(([name, spec]) =>
        spec.type === "choice" ? Object.keys(spec.options).map((option) => [`${id} ${name}`, option] as const) : [],
      ),
    );
    const missing = options.filter(([place, option]) => used.get(place)?.has(option) !== true);
    expect(missing.length, missing.join("; ")).toBeLessThan(options.length / 20);
  });

  it("use every step, start within a year and end before some plans do", () => {
    const timelines = drawn.map((json) => json["timeline"] as { readonly step: string; readonly start: string });
    expect(new Set(timelines.map(({ step }) => step))).toEqual(new Set(["month", "quarter", "half-year", "year"]));
    expect(timelines.filter(({ start }) => !start.endsWith("-01")).length).toBeGreaterThan(DOCUMENTS / 2);
    const cut = randomSpecimens().filter(({ prepared }) => prepared.problems.some(({ code }) => code === OUTSIDE));
    expect(cut.length).toBeGreaterThan(DOCUMENTS / 10);
  });

  it("are the same in every run", () => {
    expect(drawn).toHaveLength(DOCUMENTS);
    expect(new Set(drawn.map((json) => JSON.stringify(json))).size).toBe(DOCUMENTS);
  });
});
