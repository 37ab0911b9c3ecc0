import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { small } from "../analysis/actuals/support.ts";
import { jsonOf, pingheng } from "./support.ts";

let folder = "";
const at = (name: string): string => join(folder, name);
const { actuals: _none, ...plan } = small({});
const stored = () => JSON.parse(readFileSync(at("plan.json"), "utf8")).actuals;
const SOURCE = ["--document", "月报", "--date", "2027-04-05", "--by", "张三"];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pingheng-actuals-"));
  writeFileSync(at("plan.json"), JSON.stringify(plan));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `行,2027年1月` as spreadsheets here save CSV. */
const GBK_HEAD = Buffer.from([0xd0, 0xd0, 0x2c, ...Buffer.from("2027"), 0xc4, 0xea, 0x31, 0xd4, 0xc2]);

describe("actuals", () => {
  it("gives a table to fill in, and says that there is nothing yet", async () => {
    const table = await pingheng(["actuals", "template", at("plan.json"), "--year", "2027"]);
    expect(table.stdout.split("\n")[0]).toBe(
      `行代码,名称,${Array.from({ length: 12 }, (_unused, index) => `2027-${String(index + 1).padStart(2, "0")}`).join(",")}`,
    );
    expect(table.stdout).toContain("works,works,");
    const shown = await pingheng(["actuals", at("plan.json"), "--lang", "en"]);
    expect(shown.status).toBe(1);
    expect(shown.stderr).toContain("actuals.none");
  });

  it("takes nothing of a table with a mistake, and names the cell", async () => {
    writeFileSync(at("bad.csv"), "行,2027-01\nworks,abc\nroof,1\n");
    const ran = await pingheng(["actuals", "import", at("plan.json"), at("bad.csv"), ...SOURCE]);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain("actuals.number B2");
    expect(ran.stderr).toContain("actuals.name_unknown A3");
    expect(stored()).toBeUndefined();
  });

  it("asks for the source", async () => {
    const ran = await pingheng(["actuals", "import", at("plan.json"), at("bad.csv"), "--document", "月报"]);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain("--date");
  });

  it("takes a table with its source, the closing month and the rule", async () => {
    writeFileSync(at("first.csv"), Buffer.concat([GBK_HEAD, Buffer.from(",2027-02,2027-03\nworks,110,,330\n")]));
    const ran = await pingheng([
      "actuals",
      "import",
      at("plan.json"),
      at("first.csv"),
      ...SOURCE,
      "--closed",
      "2027-03",
      "--json",
    ]);
    expect(jsonOf(ran)).toMatchObject({
      report: expect.stringMatching(/^report_20270405_[0-9a-f]{6}$/),
      lines: 1,
      figures: 2,
      empty: 1,
      replaced: 0,
    });
    expect(stored()).toEqual({
      closed: "2027-03",
      reports: [
        {
          id: expect.stringMatching(/^report_20270405_[0-9a-f]{6}$/),
          document: "月报",
          date: "2027-04-05",
          by: "张三",
          figures: { works: { "2027-01": "110", "2027-03": "330" } },
        },
      ],
    });
    const set = await pingheng(["actuals", "set", at("plan.json"), "--rest", "shift:1", "--rest", "works=plan"]);
    expect(set.status).toBe(0);
    expect(stored()).toMatchObject({ rest: { rule: "shift", months: 1 }, restOf: { works: { rule: "plan" } } });
    const word = await pingheng(["actuals", "set", at("plan.json"), "--rest", "later"]);
    expect([word.status, word.stderr.split(" ")[0]]).toEqual([2, "actuals.rest_word"]);
  });

  it("says what is not reported, and explains it", async () => {
    const ran = await pingheng(["actuals", at("plan.json"), "--year", "2027"]);
    expect(ran.status).toBe(1);
    expect(ran.stdout).toMatch(/works +2027-02 +200\.00 +200\.00 +未填报/);
    const why = await pingheng(["explain", at("plan.json"), "forecast:actuals.works.actual@2027-02", "--lang", "en"]);
    expect(why.stdout).toContain("2027-02 not reported");
  });

  it("corrects only where that is said", async () => {
    writeFileSync(at("second.csv"), "行,2027-02,2027-03\nworks,190,300\n");
    const words = [
      "actuals",
      "import",
      at("plan.json"),
      at("second.csv"),
      "--document",
      "更正",
      "--date",
      "2027-04-20",
      "--by",
      "李四",
    ];
    const refused = await pingheng(words);
    expect([refused.status, refused.stderr.split(" ")[0]]).toEqual([2, "actuals.there"]);
    expect(jsonOf(await pingheng([...words, "--replace", "--json"]))).toMatchObject({ figures: 2, replaced: 1 });
    expect(stored().reports.map(({ figures }: { figures: unknown }) => figures)).toEqual([
      { works: { "2027-01": "110" } },
      { works: { "2027-02": "190", "2027-03": "300" } },
    ]);
  });

  it("prints the sheet of the year, with sources and both verdicts", async () => {
    const ran = await pingheng(["actuals", "sheet", at("plan.json"), "--year", "2027"]);
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain("2027 年度监测表");
    // 110 + 190 + 300 = 600 as planned: 7,800 in all.
    expect(ran.stdout).toMatch(
      /works +7,800\.00 +600\.00 +600\.00 +0\.00 +100\.0% +600\.00 +600\.00 +7,800\.00 +7,800\.00/,
    );
    expect(ran.stdout).toContain("更正，2027-04-20，李四");
    expect(ran.stdout).toMatch(/B2 静态总平衡 .* → /);
    const lines = await pingheng(["lines", at("plan.json"), "--forecast", "--match", "works", "--csv"]);
    expect(lines.stdout).toContain("works,works,CNY,110,190,300,400,500");
  });
});
