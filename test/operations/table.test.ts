import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Operation } from "../../models/operations/operation.ts";
import { unitLetters } from "../../models/operations/signature.ts";
import { operations } from "../../models/operations/table.ts";

/** What every row must have; a column added to the table is added here, which the type sees to. */
const columns: Readonly<Record<keyof Operation, "function" | "string" | "number" | "object">> = {
  signature: "object",
  reads: "string",
  opening: "string",
  value: "function",
  inUse: "function",
  cells: "function",
  fault: "function",
  adjoint: "function",
  excel: "object",
  machine: "function",
  calls: "function",
  decisive: "function",
  remark: "function",
  binds: "number",
  write: "function",
};

const folder = join(import.meta.dirname, "../../models/operations");
const rows = Object.entries(operations);

describe("the table of operations", () => {
  it.each(rows)("%s has every column", (_name, row) => {
    const kinds = Object.fromEntries(Object.entries(row).map(([column, value]) => [column, typeof value]));
    expect(kinds).toEqual(columns);
    expect(unitLetters(row.signature).result.length).toBeGreaterThan(0);
  });

  it.each(rows)("%s has a file of its own", (name) => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(files.filter((file) => file.endsWith(`/${name}.ts`))).toHaveLength(1);
  });

  it("an operation that reads a line says what its opening value is", () => {
    for (const [name, { reads, opening }] of rows) {
      if (reads === "none") expect([name, opening]).not.toEqual([name, "line"]);
      else expect([name, ["line", "nothing", "itself"].includes(opening)]).toEqual([name, true]);
    }
  });
});
