import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallDocument } from "../app/fixtures/small.ts";
import { jsonOf, pingheng, type Ran } from "./support.ts";

let folder = "";
const at = (name: string): string => join(folder, name);
const write = (name: string, content: string | Buffer | object): string => {
  const isText = typeof content === "string" || Buffer.isBuffer(content);
  writeFileSync(at(name), isText ? content : JSON.stringify(content));
  return at(name);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pingheng-cli-"));
  write("small.json", smallDocument());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `CODE path: message (hint)`, one line a problem, never a stack. */
function expectProblem({ stdout, stderr }: Ran, code: string): void {
  expect(stdout).toBe("");
  expect(stderr).toMatch(new RegExp(`^${code.replaceAll(".", "\\.")}[\\w.]* .*: `, "m"));
  expect(stderr).not.toMatch(/\n\s+at /);
}

/** Flats at 60 元/㎡ are said to be unlikely. */
const UNLIKELY = "document\\.unlikely_low components/flats/inputs/price: [^\n]*\n";

describe("evaluate", () => {
  it("prints one JSON value with verdicts, indicators and problems, whatever the verdicts say", async () => {
    const ran = await pingheng(["evaluate", at("small.json"), "--json"]);
    expect(ran).toMatchObject({ status: 0, stderr: expect.stringMatching(new RegExp(`^${UNLIKELY}$`, "u")) });
    expect(jsonOf(ran)).toMatchObject({
      model: { name: "小项目", revision: expect.stringMatching(/^sha256:/) },
      scenario: "base",
      engine: "record",
      timeline: { start: "2026-01", step: "year", periods: 10 },
      indicators: { "balance.static": { value: expect.stringMatching(/^-?\d+\.\d\d$/), unit: "CNY" } },
      problems: [{ code: "document.unlikely_low" }],
    });
    const { verdicts } = jsonOf(ran) as { verdicts: { id: string; pass: boolean }[] };
    expect(verdicts.find(({ id }) => id === "B6")?.pass).toBe(false);
  });

  it("gives the same verdicts with both engines, in either language", async () => {
    const [record, kernel] = await Promise.all(
      ["record", "kernel"].map((engine) =>
        pingheng(["evaluate", at("small.json"), "--json", "--lang", "en", "--engine", engine, "--scenario", "higher"]),
      ),
    );
    if (record === undefined || kernel === undefined) throw new Error("both ran");
    const passes = (ran: Ran) => (jsonOf(ran) as { verdicts: { id: string; pass: boolean | null }[] }).verdicts;
    expect(passes(kernel).map(({ id, pass }) => [id, pass])).toEqual(passes(record).map(({ id, pass }) => [id, pass]));
    expect(record.stdout).toContain("surplus");
    expect(jsonOf(kernel)).toMatchObject({ engine: "kernel", scenario: "higher" });
  });

  it("exits 1 where a required verdict is not met, still printing everything", async () => {
    const unmet = await pingheng(["evaluate", at("small.json"), "--json", "--require", "B2,B6", "--accept-conditions"]);
    expect(unmet.status).toBe(1);
    expect(unmet.stderr).toMatch(new RegExp(`^${UNLIKELY}evaluate.unmet B6\n$`, "u"));
    expect(jsonOf(unmet)).toHaveProperty("verdicts");
    const met = ["evaluate", at("small.json"), "--json", "--require", "B2", "--accept-conditions"];
    expect((await pingheng(met)).status).toBe(0);
  });

  it("takes a ✓ with a condition for unmet unless conditions are accepted, and `B1?` for met where it does not apply", async () => {
    const unusual = structuredClone(smallDocument()) as { conventions?: Record<string, unknown> };
    unusual.conventions = { ...unusual.conventions, dscrTarget: "0.5" };
    const file = write("unusual.json", unusual);
    const refused = await pingheng(["evaluate", file, "--json", "--require", "B5"]);
    expect(refused).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(new RegExp(`^${UNLIKELY}evaluate.unmet B5\n$`, "u")),
    });
    expect(jsonOf(refused)).toMatchObject({
      trust: {
        clean: false,
        points: expect.arrayContaining([
          expect.objectContaining({ grade: "condition", kind: "convention", verdicts: ["B5"] }),
        ]),
      },
    });
    expect((await pingheng(["evaluate", file, "--require", "B5", "--accept-conditions"])).status).toBe(0);
    expect((await pingheng(["evaluate", file, "--require", "B1"])).status).toBe(1);
    expect((await pingheng(["evaluate", file, "--require", "B1?"])).status).toBe(0);
  });

  it("gives a terminal nothing to obey: names are shown with their commands written out", async () => {
    const hostile = structuredClone(smallDocument()) as { project: { name: string } };
    hostile.project.name = "\u001b]0;x\u0007甲\n✓ B1\u202e";
    const file = write("hostile.json", hostile);
    for (const words of [
      ["evaluate", file],
      ["evaluate", file, "--json"],
      ["check", file],
    ]) {
      const { stdout, stderr } = await pingheng(words);
      expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
    }
    expect((await pingheng(["evaluate", file])).stdout.split("\n")[0]).toContain("甲\\u000a✓ B1");
    expect(jsonOf(await pingheng(["evaluate", file, "--json"]))).toMatchObject({
      model: { name: hostile.project.name },
    });
  });
});

describe("lines, explain, check, solve", () => {
  it("print lines as JSON and as CSV a spreadsheet reads", async () => {
    const json = await pingheng(["lines", at("small.json"), "--match", "project.cash_*", "--by", "year", "--json"]);
    expect(jsonOf(json)).toMatchObject({
      lines: expect.arrayContaining([expect.objectContaining({ id: "project.cash_in", unit: "CNY", kind: "flow" })]),
    });
    const csv = await pingheng(["lines", at("small.json"), "--match", "project.cash_in", "--csv"]);
    const [head, row, end] = csv.stdout.split("\n");
    expect(head).toMatch(/^id,label,unit,2026,2027/);
    expect(row).toMatch(/^project\.cash_in,/);
    expect(row?.split(",")).toHaveLength(head?.split(",").length ?? 0);
    expect(end).toBe("");
  });

  it("lines are results too, by either engine", async () => {
    const values = async (engine: string) => {
      const ran = await pingheng(["lines", at("small.json"), "--engine", engine, "--by", "year", "--json"]);
      const { lines } = jsonOf(ran) as { lines: { id: string; values: (string | null)[] }[] };
      const ids = ["npv.project.posttax", "firr.equity", "verdict.B2.margin", "verdict.B4.test", "cash.minimum_period"];
      return ids.map((id) => [id, Number(lines.find((line) => line.id === id)?.values[0] ?? Number.NaN).toFixed(6)]);
    };
    const [record, kernel] = await Promise.all(["record", "kernel"].map(values));
    expect(kernel).toEqual(record);
    expect(record?.flat()).not.toContain("NaN");
    expectProblem(await pingheng(["lines", at("small.json"), "--engine", "slow"]), "call.engine");
  });

  it("a result and a verdict are explained like any line", async () => {
    const npv = jsonOf(await pingheng(["explain", at("small.json"), "npv.project.posttax", "--json"])) as {
      terms: { ref: string }[];
    };
    expect(npv.terms.map(({ ref }) => ref)).toContain("npv.project.posttax.discounted@total");
    const verdict = jsonOf(await pingheng(["explain", at("small.json"), "verdict.B2", "--json"]));
    expect(verdict).toMatchObject({
      line: "verdict.B2.margin",
      unit: "CNY",
      terms: [{ ref: "project.static_balance" }],
    });
  });

  it("explain a number with its terms", async () => {
    const ran = await pingheng(["explain", at("small.json"), "project.cash@2028", "--json"]);
    expect(ran.status).toBe(0);
    expect(jsonOf(ran)).toMatchObject({ line: "project.cash", period: "2028", unit: "CNY", terms: expect.any(Array) });
    expectProblem(await pingheng(["explain", at("small.json"), "nothing.here"]), "explain.line_unknown");
    expectProblem(await pingheng(["explain", at("small.json"), "project.cash@1999"]), "explain.period_unknown");
  });

  it.each(["project.sources@total", "npv.project.posttax", "verdict.B2.margin", "flow.in.buyers@total"])(
    "explain %s with terms that can be explained in turn",
    async (cell) => {
      const { terms } = jsonOf(await pingheng(["explain", at("small.json"), cell, "--json"])) as {
        readonly terms: readonly { readonly ref: string; readonly value: string }[];
      };
      expect(terms.length).toBeGreaterThan(0);
      const [{ ref, value } = { ref: "", value: "" }] = terms;
      expect(jsonOf(await pingheng(["explain", at("small.json"), ref, "--json"]))).toMatchObject({ value });
    },
  );

  it("explain a line in words", async () => {
    const ran = await pingheng(["explain", at("small.json"), "project.cash@2028", "--lang", "en"]);
    expect(ran.stdout).toMatch(/^project\.cash@2028 cumulative cash of the project = /);
    expect(ran.stdout).toContain("project.net@2028");
  });

  it("check exits 1 where a finding stands against the model", async () => {
    const ran = await pingheng(["check", at("small.json"), "--json"]);
    const { findings } = jsonOf(ran) as { findings: { id: string; severity: string; answer: string }[] };
    expect(findings.length).toBeGreaterThan(0);
    const against = findings.some(({ severity, answer }) => severity === "R" && answer === "fails");
    expect(ran.status).toBe(against ? 1 : 0);
  });

  it.each(["zh", "en"] as const)(
    "check and explain name laws, never ids of clauses, in %s: also without a pack",
    async (lang) => {
      const rebuild = JSON.parse(readFileSync("examples/rebuild.json", "utf8"));
      const file = write("unlisted.json", { ...rebuild, packs: [] });
      const cited = async (words: readonly string[]) =>
        (await pingheng([...words, "--lang", lang])).stdout.split("\n").filter((line) => line.includes("§ "));
      const [checked, explained] = [await cited(["check", file]), await cited(["explain", file, "rebate.rebate@2030"])];
      expect(checked.length).toBeGreaterThan(0);
      expect(explained.length).toBeGreaterThan(0);
      for (const line of [...checked, ...explained])
        expect(line).toMatch(lang === "zh" ? /§ 《[^》]+》\([^)]+\)/ : /§ [A-Z][^()]+ \([^)]+\)/);
    },
  );

  it("solve exits 0 with an answer that holds, 1 without one", async () => {
    const vary = ["--vary", "components/flats/inputs/price", "--json"];
    const solved = await pingheng(["solve", at("small.json"), ...vary, "--until", "balance.static>=5000"]);
    expect(solved.status).toBe(0);
    const { roots } = jsonOf(solved) as { roots: { value: string; confirmed: boolean }[] };
    expect(roots).toMatchObject([{ confirmed: true }]);
    const document = smallDocument();
    const flats = (document["components"] as { id: string; inputs: Record<string, unknown> }[]).find(
      ({ id }) => id === "flats",
    );
    if (flats === undefined) throw new Error("the small document has flats");
    flats.inputs["price"] = roots[0]?.value;
    const again = await pingheng(["evaluate", write("solved.json", document), "--json"]);
    const { indicators } = jsonOf(again) as { indicators: Record<string, { value: string }> };
    expect(Number(indicators["balance.static"]?.value)).toBeCloseTo(5000, 1);
    const none = await pingheng([
      "solve",
      at("small.json"),
      ...vary,
      "--until",
      "balance.static>=1e15",
      "--max",
      "100",
    ]);
    expect(none.status).toBe(1);
    expect(jsonOf(none)).toMatchObject({ roots: [] });
  });
});

describe("new", () => {
  it.each([
    [["--type", "renovation", "--mode", "rehabilitation"], "a.pingheng"],
    [["--type", "new-build"], "b.json"],
    [["--from", "rebuild"], "c.pingheng"],
  ])("writes a model that evaluates: %j", async (words, name) => {
    const ran = await pingheng(["new", at(name), ...words, "--json"]);
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    expect(jsonOf(ran)).toMatchObject({ file: at(name) });
    expect((await pingheng(["evaluate", at(name), "--json"])).status).toBe(0);
  });

  it("does not replace a file unless told to", async () => {
    const path = write("kept.json", "mine");
    const refused = await pingheng(["new", path, "--lang", "en"]);
    expect(refused.status).toBe(2);
    expectProblem(refused, "save.exists");
    expect(readFileSync(path, "utf8")).toBe("mine");
    expect((await pingheng(["new", path, "--force"])).status).toBe(0);
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ format: "pingheng/model" });
  });

  it.each([
    [["--from", "nix"], "example.unknown"],
    [["--type", "castle"], "new.type"],
    [["--type", "new-build", "--mode", "infill"], "new.mode"],
    [["--from", "rebuild", "--type", "renovation"], "new.from"],
  ])("refuses %j", async (words, code) => {
    const ran = await pingheng(["new", at("never.json"), ...words]);
    expect(ran.status).toBe(2);
    expectProblem(ran, code);
    expect(existsSync(at("never.json"))).toBe(false);
  });

  it("refuses a name that is no model file's", async () => {
    const ran = await pingheng(["new", at("model.xlsx")]);
    expect(ran.status).toBe(2);
    expectProblem(ran, "save.name");
  });
});

describe("wrong calls and bad files", () => {
  it.each([
    [[], 2],
    [["nonsense"], 2],
    [["evaluate"], 2],
    [["evaluate", "--engine"], 2],
    [["evaluate", "x.json", "--colour", "red"], 2],
    [["evaluate", "missing.json"], 2],
    [["help"], 0],
  ])("%j exits %i", async (words, status) => {
    const ran = await pingheng(words, { cwd: folder });
    expect(ran.status).toBe(status);
    expect(`${ran.stdout}${ran.stderr}`).not.toMatch(/\n\s+at /);
  });

  it.each([
    ["a scenario that is not there", ["--scenario", "nix"], "document.scenario_unknown"],
    ["an engine that is not there", ["--engine", "abacus"], "call.engine"],
    ["a language that is not there", ["--lang", "fr"], "call.lang"],
  ])("%s exits 2", async (_name, words, code) => {
    const ran = await pingheng(["evaluate", at("small.json"), ...words]);
    expect(ran.status).toBe(2);
    expectProblem(ran, code);
  });

  it("JSON that is none, or no model, exits 2 with the place", async () => {
    const cut = await pingheng(["evaluate", write("cut.json", '{"format":\n "pingheng/model",'), "--json"]);
    expect(cut.status).toBe(2);
    expectProblem(cut, "document.json");
    const foreign = await pingheng(["evaluate", write("foreign.json", { format: "other" })]);
    expect(foreign.status).toBe(2);
    expectProblem(foreign, "document.format_foreign");
    const wrong = await pingheng(["evaluate", write("wrong.json", { ...smallDocument(), parties: 3 }), "--lang", "en"]);
    expect(wrong.status).toBe(2);
    expectProblem(wrong, "document");
    expect(wrong.stderr).toContain("parties");
  });

  it("a damaged or altered model file exits 3 and stays as it is", async () => {
    await pingheng(["new", at("good.pingheng")]);
    const bytes = readFileSync(at("good.pingheng"));
    const damaged = [
      write("short.pingheng", bytes.subarray(0, bytes.length / 2)),
      write("random.pingheng", Buffer.from("SQLite format 3\0 and nothing more")),
      write("empty.pingheng", ""),
    ];
    for (const path of damaged) {
      const before = readFileSync(path);
      const ran = await pingheng(["evaluate", path]);
      expect(ran.status).toBe(3);
      expectProblem(ran, "file");
      expect(readFileSync(path).equals(before)).toBe(true);
    }
  });

  it("a mistake of ours exits 70, says that it is ours, and prints nothing that looks like a result", async () => {
    const planted = "data:text/javascript,Array.prototype.toSorted=()=>{throw new Error('planted')}";
    const ran = await pingheng(["check", at("small.json"), "--json"], { node: ["--import", planted] });
    expect(ran).toMatchObject({ status: 70, stdout: "" });
    expect(ran.stderr).toMatch(/^internal: Error: planted/);
    expect(ran.stderr).toContain("程序缺陷");
  });

  it("a reader that stops early is no fault", async () => {
    const { spawnSync } = await import("node:child_process");
    const command = `"${process.execPath}" cli/main.ts lines "${at("small.json")}" | head -1`;
    const { status, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

describe("sensitivity", () => {
  it("ranks every input by what it does to a line, with the values at which the target flips", async () => {
    const ran = await pingheng([
      "sensitivity",
      at("small.json"),
      "--of",
      "balance.static>=0",
      "--json",
      "--lang",
      "en",
    ]);
    expect(ran.status).toBe(0);
    const { levers } = jsonOf(ran) as {
      levers: { path: string; up: { change: number }; flips?: { watch: string; confirmed?: boolean }[] }[];
    };
    const price = levers.find(({ path }) => path === "components/flats/inputs/price");
    expect(price?.up.change).toBeGreaterThan(0);
    expect(price?.flips?.filter(({ watch }) => watch === "target").every(({ confirmed }) => confirmed)).toBe(true);
    const table = await pingheng(["sensitivity", at("small.json"), "--of", "balance.static"]);
    expect(table.stdout).toContain("flats/price");
    expect(table.stdout).toMatch(/未逐一变动、但可能有影响的数值输入 \d+ 项[:\uff1a]法规/u);
  });

  it("refuses what it cannot analyse", async () => {
    expectProblem(await pingheng(["sensitivity", at("small.json")]), "call.missing");
    expectProblem(await pingheng(["sensitivity", at("small.json"), "--of", "nothing.here"]), "solve.indicator_unknown");
    expectProblem(await pingheng(["sensitivity", at("small.json"), "--of", "B2", "--top", "many"]), "call.value");
  });
});
