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

  test.each([
    [[plan, "-o", out], "export.form"],
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
