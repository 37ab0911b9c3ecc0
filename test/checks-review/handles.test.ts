import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { variedLines } from "../../docs/pages/variants.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";

const FOLDER = new URL("../../models/checks/review/", import.meta.url);
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), "utf8") }));

/** Ways of naming a line or a mechanism by a string somebody made up. */
const MADE_UP: readonly RegExp[] = [
  /`\$\{\w*(?:part|elsewhere|component|fact|own)\w*\.id\}\.[a-z]/u,
  /\.endsWith\(["`]\.[a-z]/u,
  /mechanism(?:\.id)? === "/u,
  /(?:scalar|series|yearly)\(["`]/u,
  /\bid \}\) => \/.*\/\.test\(id\)/u,
];
/** Where inputs and lines are bound to their handles. */
const BINDS = new Set(["parts.ts"]);

describe("checks of the review", () => {
  it("refer to lines and mechanisms by handles only", () => {
    const found = files
      .filter(({ name }) => !BINDS.has(name))
      .flatMap(({ name, text }) =>
        text
          .split("\n")
          .flatMap((line, at) => (MADE_UP.some((way) => way.test(line)) ? [`${name}:${at + 1} ${line.trim()}`] : [])),
      );
    expect(found).toEqual([]);
  });

  it.each([
    "review.view.scalar(`${part.id}.height`)",
    'lines.filter(({ id }) => id.endsWith(".subsidy_asked"))',
    'part.mechanism === "works"',
    'view.series("project.cash")',
  ])("would see %s", (line) => {
    expect(MADE_UP.some((way) => way.test(line))).toBe(true);
  });

  it("read lines their mechanisms have", () => {
    const lost = [...mechanisms.values()].flatMap((mechanism) => {
      if (mechanism.offers === undefined) return [];
      const names = new Set(variedLines(mechanism).map(({ line }) => line.id.split(".")[1] ?? ""));
      return mechanism.offers.filter((name) => !names.has(name)).map((name) => `${mechanism.id}.${name}`);
    });
    expect(lost).toEqual([]);
  });
});
