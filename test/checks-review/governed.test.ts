import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { reviewOf } from "../../app/model/review.ts";
import type { Finding } from "../../models/checks/findings.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf } from "../support/prepared.ts";

type Values = Readonly<Record<string, unknown>>;

interface Draft {
  components: { id: string; mechanism: string; inputs: Record<string, unknown> }[];
  packs: { id: string; version: string }[];
}

const example = (name: string): Draft =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8")) as Draft;

function documentOf(draft: unknown): ModelDocument {
  const parsed = parseDocument(draft, mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message.en).join("; "));
  return parsed.value.document;
}

const asked = (draft: unknown): readonly Finding[] =>
  reviewOf(preparedOf(documentOf(draft))).findings.filter(({ id, answer }) => id === "M16" && answer.is !== "holds");

/** The example with inputs of one component, or cells of one of its rows, changed. */
function changed(name: string, mechanism: string, values: Values, row?: readonly [table: string, at: number]): Draft {
  const draft = example(name);
  const component = draft.components.find((one) => one.mechanism === mechanism);
  if (component === undefined) throw new Error(`${name} has no ${mechanism}`);
  const rows = row === undefined ? undefined : (component.inputs[row[0]] as Record<string, unknown>[]);
  Object.assign(rows?.[row?.[1] ?? 0] ?? component.inputs, values);
  return draft;
}

describe("inputs a rule governs", () => {
  it.each(["rebuild", "infill", "new-build", "rehabilitation", "special-bond", "zhegong"])(
    "are in order in %s",
    (name) => {
      expect(asked(example(name)).filter(({ answer }) => answer.is === "fails")).toEqual([]);
    },
  );

  it.each([
    ["infill", "asset_books", { life: "96" }, undefined, /240/],
    ["new-build", "deposits", { maintenanceRate: "0.005" }, undefined, /0\.05/],
    ["new-build", "deposits", { maintenanceRate: "0.12" }, undefined, /0\.08/],
    ["rebuild", "vat_return", { prepaymentRate: "0" }, undefined, /0\.03/],
    ["rebuild", "income_tax", { taxRate: "0.05" }, undefined, /0\.25/],
    ["rebuild", "income_tax", { lossYears: "ten" }, undefined, /5 年/],
    ["rebuild", "income_tax", { regime: "small_profit" }, undefined, /50,000,000\.00 元/],
    ["rebuild", "compensation", { agreedMonths: "48" }, undefined, /36/],
    ["rebuild", "compensation", { tailMonths: "0" }, undefined, /6/],
    ["rebuild", "compensation", { overdueMultiple: "1" }, undefined, /2/],
    ["rehabilitation", "franchise", { term: "50" }, undefined, /40/],
    ["rehabilitation", "area_balance", { propertyRoomRate: "0.001" }, undefined, /0\.007/],
    ["rebuild", "sale", { vatMethod: "simplified", vatRate: "0.03" }, undefined, /0\.05/],
    ["rebuild", "lease", { vatRate: "0.01" }, undefined, /0\.09/],
    ["rebuild", "operating_revenue", { vatRate: "0.01" }, ["items", 0], /0\.06/],
    ["rebuild", "works", { vatMethod: "creditable", vatRate: "0.17" }, ["items", 0], /0\.13/],
    ["rebuild", "replacement", { life: "2" }, ["items", 0], /3/],
    ["new-build", "property_tax", { deduction: "0.05", basis: "value", value: "1000000" }, ["items", 0], /0\.1/],
  ] as const)("%s %s %j is asked about, with the rule", (name, mechanism, values, row, rule) => {
    const column = Object.keys(values).at(row === undefined ? -1 : 0) ?? "";
    const component = example(name).components.find((one) => one.mechanism === mechanism)?.id ?? "";
    const found = asked(changed(name, mechanism, values, row)).filter(({ answer }) => answer.is === "fails");
    const fails = found.find(
      ({ path, message }) => path.startsWith(`components/${component}/inputs`) && rule.test(message.zh),
    );
    expect(fails?.severity, found.map(({ path, message }) => `${path} ${message.zh}`).join("\n")).toBe("Q");
    expect(
      Object.keys(values).some((one) => fails?.path.endsWith(`/${one}`)),
      column,
    ).toBe(true);
  });

  it.each([
    ["compensation", { agreedMonths: "24" }],
    ["compensation", { tailMonths: "9", overdueMultiple: "3" }],
    ["asset_books", { life: "480" }],
    ["deposits", { maintenanceRate: "0.08" }],
  ] as const)("%s %j keeps to its floor or cap and is not asked about", (mechanism, values) => {
    expect(asked(changed("rebuild", mechanism, values)).filter(({ answer }) => answer.is === "fails")).toEqual([]);
  });

  it("builders who wait longer for more than the retention allows advance money", () => {
    const later = (share: string, months: string) =>
      changed("rebuild", "works", { deferredShare: share, deferredMonths: months });
    const advances = (draft: unknown) =>
      reviewOf(preparedOf(documentOf(draft))).findings.filter(
        ({ id, answer }) => id === "R-DEBT-4" && answer.is === "fails",
      );
    for (const [share, months] of [
      ["0.9", "60"],
      ["0.9", "24"],
      ["0.03", "60"],
    ] as const)
      expect(advances(later(share, months)).map(({ severity, path }) => `${severity} ${path}`)).toEqual([
        "Q components/works/inputs/deferredShare",
      ]);
    // 3 % for 24 months, and the 5 % for 6 months of an alliance, hold back no more than that.
    for (const draft of [later("0.03", "24"), later("0.05", "6"), example("new-build")])
      expect(advances(draft)).toEqual([]);
  });

  it("may be of another place or of new high-rise, which is noted", () => {
    const town = asked(changed("rebuild", "vat_return", { cityRate: "0.05" })).find(
      ({ answer, severity }) => answer.is === "fails" && severity === "N",
    );
    expect([town?.severity, town?.message.zh.includes("须属该情形")]).toEqual(["N", true]);
    const [high] = asked(changed("rebuild", "compensation", { agreedMonths: "30" }));
    expect([high?.severity, high?.answer.is]).toEqual(["N", "cannot_be_judged"]);
  });

  it("answer to national law also where its pack is not listed", () => {
    const draft = changed("rebuild", "income_tax", { taxRate: "0.05" });
    const without = { ...draft, packs: draft.packs.filter(({ id }) => id !== "national-law") };
    expect(asked(without).some(({ path }) => path.endsWith("/taxRate"))).toBe(true);
  });
});
