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
import { randomDocument } from "../compile/random.ts";
import { accepted } from "../document/support.ts";
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
      expect(page, clause).toContain(`\n| ${article}<br>\`${clause}\``);
    }
    for (const { id: parameter, values } of pack.parameters)
      for (const { value, from } of values) expect(page, parameter).toContain(`${value} ${from}`);
    for (const { title, number } of pack.laws ?? [])
      expect(page).toContain(`## ${title.zh} ${title.en}\n\n${number} · `);
  });

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
