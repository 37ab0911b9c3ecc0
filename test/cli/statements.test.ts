import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallDocument } from "../app/fixtures/small.ts";
import { jsonOf, pingheng } from "./support.ts";

let folder = "";
const file = (): string => join(folder, "small.json");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pingheng-statements-"));
  writeFileSync(file(), JSON.stringify(smallDocument()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("statements", () => {
  it("prints all tables as one JSON value", async () => {
    const ran = await pingheng(["statements", file(), "--json", "--lang", "en"]);
    expect(ran.status).toBe(0);
    const { statements } = jsonOf(ran) as {
      readonly statements: readonly { readonly id: string; readonly notes: readonly string[] }[];
    };
    expect(statements.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "area",
        "funding",
        "project",
        "equity",
        "plan",
        "profit",
        "balance",
        "debt",
        "sources_uses",
        "annual",
      ]),
    );
    for (const { notes } of statements) expect(notes.join(" ")).toMatch(/VAT/);
  });

  it("prints one table by period in the shape outsiders rely on", async () => {
    const ran = await pingheng(["statements", file(), "balance", "--by", "period", "--json"]);
    expect(jsonOf(ran)).toMatchObject({
      statements: [
        {
          id: "balance",
          title: expect.any(String),
          columns: expect.any(Array),
          rows: expect.arrayContaining([expect.objectContaining({ no: "1", line: "stmt_balance.r1" })]),
          notes: expect.any(Array),
        },
      ],
    });
  });

  it("prints the same from the fast engine", async () => {
    const [record, kernel] = await Promise.all(
      ["record", "kernel"].map(async (engine) =>
        jsonOf(await pingheng(["statements", file(), "plan", "--engine", engine, "--json"])),
      ),
    );
    expect(kernel).toEqual(record);
  });

  it("refuses a table there is not, and a grouping there is not, with status 2", async () => {
    for (const words of [["nothing"], ["--by", "century"], ["--perspective", "party.nobody"], ["--engine", "abacus"]]) {
      const ran = await pingheng(["statements", file(), ...words]);
      expect(ran.status).toBe(2);
      expect(ran.stdout).toBe("");
      expect(ran.stderr).toMatch(/^(statements|call)\./);
    }
  });
});
