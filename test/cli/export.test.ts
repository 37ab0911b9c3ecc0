import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, test } from "vitest";
import { jsonOf, pingheng } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "pingheng-export-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const out = join(folder, "plan.xlsx");
const plan = "examples/special-bond.json";

interface Tables {
  readonly statements: readonly {
    readonly columns: readonly string[];
    readonly rows: readonly { readonly values: readonly (string | null)[] }[];
  }[];
}

describe("export", () => {
  test("writes a workbook, and over a file only when told to", async () => {
    const first = await pingheng(["export", plan, "--to", "xlsx", "-o", out, "--json"]);
    expect([first.status, jsonOf(first)]).toEqual([0, { file: out, bytes: readFileSync(out).length }]);
    const book = await readXlsx(readFileSync(out), { sheets: ["结论与指标"] });
    expect(book.sheets[0]?.rows[4]?.[0]).toBe("B1");
    writeFileSync(out, "mine");
    const again = await pingheng(["export", plan, "--to", "xlsx", "-o", out]);
    expect(again.status).toBe(2);
    expect(readFileSync(out, "utf8")).toBe("mine");
    expect((await pingheng(["export", plan, "--to", "xlsx", "-o", out, "--force", "--lang", "en"])).status).toBe(0);
    expect((await readXlsx(readFileSync(out), { sheets: ["Results"] })).sheets).toHaveLength(1);
  });

  test("writes the standard tables to be printed, in the unit asked for", async () => {
    const tables = join(folder, "tables.xlsx");
    const made = await pingheng(["export", plan, "--to", "xlsx-tables", "-o", tables, "--unit", "yuan"]);
    expect(made.status).toBe(0);
    const { sheets } = await readXlsx(readFileSync(tables));
    expect(sheets.map(({ name }) => name).slice(0, 3)).toEqual(["目录", "1 面积平衡表", "2 总投资估算表"]);
    expect(sheets[2]?.rows[1]).toContain("单位：元");
    expect(sheets[2]?.pageSetup?.orientation).toBe("landscape");
    expect(sheets[2]?.pageSetup?.printTitlesRow).toBe("$1:$3");
    expect(
      [...(sheets[2]?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined).length,
    ).toBeGreaterThan(50);
  });

  test("writes the funding plan as a Word file", async () => {
    const file = join(folder, "plan.docx");
    const made = await pingheng(["export", plan, "--to", "docx", "-o", file, "--json"]);
    expect(made.status).toBe(0);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe("PK");
  });

  test.each(["csv", "tsv"] as const)(
    "writes one table as %s that spreadsheets read as UTF-8, with the figures of `statements`",
    async (form) => {
      const file = join(folder, `plan.${form}`);
      expect((await pingheng(["export", plan, "--to", form, "-o", file, "--table", "plan"])).status).toBe(0);
      const text = readFileSync(file, "utf8");
      expect(text.startsWith("\uFEFF序号")).toBe(true);
      const [head, ...rows] = text
        .slice(1)
        .split("\r\n")
        .map((line) => line.split(form === "csv" ? "," : "\t"));
      const { statements } = jsonOf(await pingheng(["statements", plan, "plan", "--json"])) as Tables;
      expect(head?.slice(3)).toEqual(statements[0]?.columns);
      expect(rows.slice(0, -1).map((row) => row.slice(3))).toEqual(
        statements[0]?.rows.map(({ values }) => values.map((value) => value ?? "")),
      );
    },
  );

  test("writes every line in every period, or by year, and no formula of what people wrote", async () => {
    const file = join(folder, "planted.json");
    const planted = readFileSync(plan, "utf8").replaceAll('"zh": "', '"zh": "=1+');
    writeFileSync(file, planted);
    const lines = join(folder, "lines.csv");
    expect((await pingheng(["export", file, "--to", "csv", "-o", lines, "--table", "lines"])).status).toBe(0);
    const rows = readFileSync(lines, "utf8").split("\r\n");
    expect(rows.length).toBeGreaterThan(500);
    expect(rows[0]).toContain("2026-");
    const cells = rows.flatMap((row) => row.split(","));
    expect(cells.filter((cell) => cell.startsWith("'=1+")).length).toBeGreaterThan(10);
    expect(cells.filter((cell) => /^[=+@\t]/.test(cell))).toEqual([]);
    expect(
      (await pingheng(["export", file, "--to", "csv", "-o", lines, "--table", "lines", "--by", "year", "--force"]))
        .status,
    ).toBe(0);
    expect(readFileSync(lines, "utf8").split("\r\n")[0]).toContain(",2026,2027,");
  });

  test.each([
    [[plan, "-o", out], "export.form"],
    [[plan, "--to", "csv", "-o", join(folder, "a.csv")], "export.table"],
    [[plan, "--to", "csv", "-o", join(folder, "a.csv"), "--table", "nothing"], "statements.unknown"],
    [[plan, "--to", "csv", "-o", join(folder, "a.csv"), "--table", "plan", "--by", "century"], "call.by"],
    [[plan, "--to", "xlsx-tables", "-o", join(folder, "a.xlsx"), "--unit", "yi"], "export.unit"],
    [[plan, "--to", "docx", "-o", join(folder, "a.docx"), "--unit", "yi"], "export.unit"],
    [[plan, "--to", "doc", "-o", out], "export.form"],
    [[plan, "--to", "xlsx"], "export.out"],
    [["examples/nowhere.json", "--to", "xlsx", "-o", join(folder, "x.xlsx")], "disk.missing"],
    [[plan, "--to", "xlsx", "-o", join(folder, "y.xlsx"), "--scenario", "nope"], "document.scenario_unknown"],
    [["examples/portfolio.json", "--to", "xlsx", "-o", join(folder, "z.xlsx")], "portfolio.use"],
  ])("refuses %j with %s and writes nothing", async (words, code) => {
    const refused = await pingheng(["export", ...words, "--json"]);
    expect(refused.status).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain(code);
  });
});
