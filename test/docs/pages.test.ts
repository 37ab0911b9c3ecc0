import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pages } from "../../docs/pages/index.ts";
import { variedLines } from "../../docs/pages/variants.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { flow } from "../../models/mechanisms/define/lines.ts";
import { mechanism } from "../../models/mechanisms/define/mechanism.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import { choice, money, month } from "../../models/terms/inputs.ts";
import { MONTH_MEANINGS } from "../../models/terms/months.ts";
import { accepted } from "../document/support.ts";
import { randomDocument } from "../random/documents.ts";
import { compiledOf } from "../support/prepared.ts";

const docs = new URL("../../docs/", import.meta.url);
const written = pages();

/** The page of a mechanism. */
function pageOf(id: string): string {
  const page = written.get(`mechanisms/${id}.md`);
  if (page === undefined) throw new Error(`no page of ${id}`);
  return page;
}

const known = new Map<string, ReadonlySet<string>>();

/** What stands as code in the first cells of a mechanism's tables. */
function cells(id: string): ReadonlySet<string> {
  const found =
    known.get(id) ??
    new Set(
      pageOf(id)
        .split("\n")
        .flatMap((line) => firstCell(line)),
    );
  known.set(id, found);
  return found;
}

const firstCell = (line: string): readonly string[] =>
  line.startsWith("| ") ? [...(line.split(" | ")[0] ?? "").matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text) : [];

describe("generated pages", () => {
  it.each([...written.keys()])("%s is up to date", (path) => {
    expect(readFileSync(new URL(path, docs), "utf8"), "run npm run docs").toBe(written.get(path));
  });

  it("are all there is below docs/mechanisms", () => {
    const files = readdirSync(new URL("mechanisms/", docs)).map((name) => `mechanisms/${name}`);
    expect(files.filter((path) => !written.has(path))).toEqual([]);
    expect(files).toHaveLength(mechanisms.size + 1);
  });
});

describe("the page of a mechanism", () => {
  it.each([...mechanisms.values()])("$id names every input, and what each month means", ({ id, inputs }) => {
    const page = pageOf(id);
    const specs = Object.entries(inputs).flatMap(([name, spec]) => [
      [name, spec] as const,
      ...(spec.type === "table" ? Object.entries(spec.columns) : []),
    ]);
    for (const [name, spec] of specs) {
      const row = page.split("\n").find((line) => line.startsWith(`| \`${name}\` | ${spec.label.zh}`));
      expect(row, name).toBeDefined();
      if (spec.type === "month") expect(row).toContain(MONTH_MEANINGS[spec.meaning].zh);
    }
  });

  it("has every line that documents can have", () => {
    const lost = new Set<string>();
    for (let seed = 1; seed <= 12; seed++) {
      const only = [...mechanisms.keys()];
      const draft = randomDocument(seed, { only, optional: (seed % 4) * 33, asDrawn: true });
      const { document } = accepted(parseDocument(draft, mechanisms));
      for (const { id, tags, source } of compiledOf(document).graph.lines) {
        const name = String(tags["mechanism"] ?? "");
        if (source !== "formula" || name === "") continue;
        const own = id.slice(`${name}_1.`.length);
        const row = tags["row"];
        const shown = row === undefined ? own : own.replace(new RegExp(`\\.${row}$`), ".ROW");
        // Members of a list the mechanism makes have names of their own on the page, rows of a table have not.
        if (![own, shown].some((one) => cells(name).has(one))) lost.add(`${name}.${own}`);
      }
    }
    expect([...lost]).toEqual([]);
  });

  it("says when a line is there and how its formula changes", () => {
    const fake = mechanism("fake", {
      title: { zh: "假", en: "fake" },
      summary: { zh: "假", en: "fake" },
      family: "cost",
      clauses: [],
      inputs: {
        way: choice("方式", "way", { one: { zh: "一", en: "one" }, two: { zh: "二", en: "two" } }),
        cap: money("上限", "cap", { optional: true }),
        date: month("月", "month", "within"),
      },
      lines: (c) => [
        flow("paid", "付", "paid", c.has("cap") ? "min(1, cap)" : "1"),
        ...(c.has("cap") ? [flow("capped", "限", "capped", "paid - cap")] : []),
        ...(c.word("way") === "two" ? [flow("second", "二", "second", "paid * 2")] : []),
      ],
    });
    const lines = variedLines(fake).map(({ line, needs, otherwise }) => [line.id, needs, [...otherwise]]);
    expect(lines).toEqual([
      ["fake.paid", [], [["1", ["no cap"]]]],
      ["fake.capped", ["cap"], []],
      ["fake.second", ["way = two"], []],
    ]);
  });
});

describe("the rule book", () => {
  it.each(INSTALLED_PACKS.map((pack) => [pack.id, pack] as const))(
    "%s has every clause and value with its law",
    (id, pack) => {
      const page = written.get(`rules/${id}.md`) ?? "";
      for (const { id: clause, article } of pack.clauses) {
        expect(page, clause).toContain(`\n| ${article}<br>\`${clause}\``);
      }
      for (const { id: parameter, values } of pack.parameters)
        for (const { value, from } of values) expect(page, parameter).toContain(`${value} ${from}`);
      for (const { title, number } of pack.laws ?? [])
        expect(page).toContain(`## ${title.zh} ${title.en}\n\n${number} · `);
    },
  );

  it("leads from a clause to the check that rests on it and to the fixture that proves the check", () => {
    const row = (written.get("rules/civil-code.md") ?? "")
      .split("\n")
      .find((line) => line.includes("`civil-code/705`"));
    expect(row).toContain("C23: ");
    const common = (written.get("rules/civil-code.md") ?? "")
      .split("\n")
      .find((line) => line.includes("`civil-code/282`"));
    expect(common).toMatch(/`common_income`.*C10/);
  });
});
