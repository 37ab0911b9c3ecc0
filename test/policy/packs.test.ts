import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDateMonth } from "../../models/language/calendar.ts";
import { parseUnit } from "../../models/language/unit.ts";
import type { Component, Row } from "../../models/mechanisms/define/component.ts";
import type { LineSpec } from "../../models/mechanisms/define/lines.ts";
import type { Mechanism } from "../../models/mechanisms/define/mechanism.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import { readPack } from "../../models/policy/read.ts";
import type { ColumnSpec, InputSpec } from "../../models/terms/inputs.ts";

describe("installed packs", () => {
  it("have ids and versions of their own", () => {
    const names = INSTALLED_PACKS.map(({ id, version }) => `${id} ${version}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(INSTALLED_PACKS.map((pack) => [pack.id, pack] as const))("%s is in order", (_id, pack) => {
    expect(new Set(pack.parameters.map(({ id }) => id)).size).toBe(pack.parameters.length);
    expect(new Set(pack.clauses.map(({ id }) => id)).size).toBe(pack.clauses.length);
    for (const { id } of pack.clauses) expect(id.split("/")[0]).toBe(pack.id);
    for (const { id, unit, values, label } of pack.parameters) {
      expect(parseUnit(unit), `${id} ${unit}`).toBeDefined();
      const months = values.map(({ from }) => readDateMonth(from) ?? Number.NaN);
      expect(months).toEqual([...months].sort((a, b) => a - b));
      expect(label.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(label.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it("mark what is only general knowledge, and a draft as a draft", () => {
    expect(INSTALLED_PACKS.find(({ id }) => id === "taizhou-2023-draft")?.status).toBe("draft");
    const statuses = new Set(INSTALLED_PACKS.flatMap(({ parameters }) => parameters.map(({ status }) => status)));
    expect(statuses).toEqual(new Set(["law", "policy", "practice", "to_verify"]));
  });

  it("quote no more than decisive words, and only of texts that were read", () => {
    const quotes = (text: string) => [...text.matchAll(/“([^”]*)”/g)].map((found) => found[1] ?? "");
    for (const { id, certainty, text } of INSTALLED_PACKS.flatMap(({ clauses }) => clauses)) {
      expect(quotes(text.zh).length > 0, `${id} ${certainty}`).toBe(certainty === "seen");
      for (const quoted of quotes(text.zh)) expect(quoted.length, `${id} ${quoted}`).toBeLessThanOrEqual(28);
      expect(text.en, id).not.toMatch(/[\u4e00-\u9fff]{9}/);
    }
  });

  it("hold nothing for law that nobody has read, and call custom by its name", () => {
    for (const { id, status, reference } of INSTALLED_PACKS.flatMap(({ parameters }) => parameters)) {
      const certainty = "certainty" in reference ? reference.certainty : undefined;
      if (status === "law") expect(["seen", "reported"], id).toContain(certainty);
      if (status === "practice") expect(certainty, id).toBe("unproved");
    }
  });

  it.each(["law", "article", "certainty", "hard"] as const)(
    "a clause that does not name its %s is refused",
    (field) => {
      const [pack] = INSTALLED_PACKS;
      const [clause, ...rest] = pack?.clauses ?? [];
      const lacking = Object.fromEntries(Object.entries(clause ?? {}).filter(([name]) => name !== field));
      expect(() => readPack({ ...pack, clauses: [clause, ...rest] })).not.toThrow();
      expect(() => readPack({ ...pack, clauses: [lacking, ...rest] })).toThrow("not well formed");
    },
  );

  it.each(["number", "issuer", "issued", "from"] as const)(
    "a law without its %s is refused, and so is one nobody lists",
    (field) => {
      const [pack] = INSTALLED_PACKS;
      const [law, ...rest] = pack?.laws ?? [];
      const lacking = Object.fromEntries(Object.entries(law ?? {}).filter(([name]) => name !== field));
      expect(() => readPack({ ...pack, laws: [lacking, ...rest] })).toThrow("not well formed");
      expect(() => readPack({ ...pack, laws: rest })).toThrow(law?.id);
    },
  );

  it("a parameter must say which way it binds and where it stands", () => {
    const [pack] = INSTALLED_PACKS;
    const [parameter, ...rest] = pack?.parameters ?? [];
    for (const wrong of [{ bound: undefined }, { bound: "about" }, { reference: { document: "x", article: "1" } }])
      expect(() => readPack({ ...pack, parameters: [{ ...parameter, ...wrong }, ...rest] })).toThrow("not well formed");
  });

  it("read the same thing differently in the two cities", () => {
    const allowed = (pack: string) =>
      INSTALLED_PACKS.find(({ id }) => id === pack)?.parameters.find(({ id }) => id === "far_exempt_allowed")?.values[0]
        ?.value;
    expect([allowed("jinhua-2020"), allowed("taizhou-2023-draft")]).toEqual(["1", "0"]);
  });

  it("a pack that is not well formed is the program's mistake", () => {
    expect(() => readPack({ id: "x" })).toThrow("not well formed");
    const [first] = INSTALLED_PACKS;
    expect(() =>
      readPack({ ...first, parameters: [{ ...first?.parameters[0], values: [{ from: "2020-01", value: "5%" }] }] }),
    ).toThrow();
  });
});

describe("what packs state", () => {
  const folder = new URL("../../models/", import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.startsWith("policy"))
    .map((path) => readFileSync(new URL(path, folder), "utf8"))
    .join("\n");

  it.each(INSTALLED_PACKS.flatMap(({ id, parameters }) => parameters.map((one) => [id, one.id] as const)))(
    "%s %s is read by an input, a line or a check",
    (_pack, id) => {
      expect(new RegExp(`\\b${id}\\b`).test(sources)).toBe(true);
    },
  );
});

describe("what mechanisms ask of packs", () => {
  const parameters = new Set(INSTALLED_PACKS.flatMap((pack) => pack.parameters.map(({ id }) => id)));
  const clauses = new Set(INSTALLED_PACKS.flatMap((pack) => pack.clauses.map(({ id }) => id)));

  it.each([...mechanisms.values()].map((mechanism) => [mechanism.id, mechanism] as const))(
    "%s names parameters and clauses that exist",
    (_id, mechanism) => {
      const lines = [...variants(mechanism)].flatMap((component) => mechanism.lines(component));
      const asked = lines.flatMap(({ formula }) =>
        [...formula.matchAll(/param\((\w+)\)/g)].map((match) => match[1] ?? ""),
      );
      const named = Object.values(mechanism.inputs).flatMap(policiesOf);
      expect([...new Set([...asked, ...named])].filter((id) => !parameters.has(id))).toEqual([]);
      const cited = [...mechanism.clauses, ...lines.flatMap((line: LineSpec) => line.clauses ?? [])];
      expect([...new Set(cited)].filter((id) => !clauses.has(id))).toEqual([]);
    },
  );
});

function policiesOf(spec: InputSpec): readonly string[] {
  const columns: readonly ColumnSpec[] = spec.type === "table" ? Object.values(spec.columns) : [];
  return [spec, ...columns].flatMap((input) =>
    input.type === "number" && input.policy !== undefined ? [input.policy] : [],
  );
}

/** A component with everything given, once for each option of each choice. */
function* variants(mechanism: Mechanism): Generator<Component> {
  const choices = Object.entries(mechanism.inputs).flatMap(([name, spec]) =>
    spec.type === "choice" ? Object.keys(spec.options).map((option) => [name, option] as const) : [],
  );
  yield componentWith(mechanism, undefined);
  for (const choice of choices) yield componentWith(mechanism, choice);
}

function componentWith(mechanism: Mechanism, chosen: readonly [string, string] | undefined): Component {
  const word = (specs: Readonly<Record<string, InputSpec | ColumnSpec>>, name: string): string => {
    if (chosen?.[0] === name) return chosen[1];
    const spec = specs[name];
    return spec?.type === "choice" ? (Object.keys(spec.options)[0] ?? "") : `some_${name}`;
  };
  const row = (table: string): Row => {
    const input = mechanism.inputs[table];
    const columns = input?.type === "table" ? input.columns : {};
    return {
      table,
      id: "r1",
      has: () => true,
      word: (name) => word(columns, name),
      is: (name, is) => word(columns, name) === is,
    };
  };
  return {
    id: "probe",
    has: () => true,
    word: (name) => word(mechanism.inputs, name),
    is: (name, is) => word(mechanism.inputs, name) === is,
    rows: (table) => [row(table)],
  };
}
