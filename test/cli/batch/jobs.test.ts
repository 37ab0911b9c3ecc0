import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { JobThread } from "../../../cli/batch/thread.ts";
import { commands } from "../../../cli/run.ts";
import { jsonOf, pingheng } from "../support.ts";
import { answersTo, example } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "pingheng-batch-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const zhegong: unknown = JSON.parse(readFileSync(example("zhegong"), "utf8"));

/** Shorter than the job takes, longer than refusing a line does. */
const DEADLINE_MS = 300;

/** What other commands are asked with, and whether a document may come with the line. */
const QUESTIONS: readonly (readonly [command: string, ...args: readonly string[]])[] = [
  ["evaluate"],
  ["lines", "--match", "project.*", "--by", "year"],
  ["explain", "verdict.B2"],
  ["check"],
  ["rules", "--pack", "national-law"],
  ["statements", "plan"],
  ["solve", "--vary", "components/extension/inputs/pricePerM2", "--until", "balance.static>=0"],
  ["scenarios"],
  ["sensitivity", "--of", "balance.static", "--top", "0"],
];

describe("a job", () => {
  it("is answered as the command alone answers, from a file or with its document", async () => {
    const jobs = QUESTIONS.flatMap(([command, ...args]) => [
      { id: `${command} file`, command, file: example("zhegong"), args },
      { id: `${command} document`, command, document: zhegong, args },
    ]);
    const { answers } = await answersTo(jobs);
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    expect(byId.size).toBe(jobs.length);
    for (const [command] of QUESTIONS) {
      const [file, brought] = ["file", "document"].map((of) => byId.get(`${command} ${of}`));
      expect(file?.error, command).toBeUndefined();
      // A document is told apart by the text it came as.
      const same = (value: unknown): string => JSON.stringify(value).replace(/"revision":"[^"]*"/, "");
      expect(same({ ...brought, id: command })).toBe(same({ ...file, id: command }));
    }
    const [evaluated, checked] = await Promise.all([
      pingheng(["evaluate", example("zhegong"), "--json"]),
      pingheng(["check", example("zhegong"), "--json"]),
    ]);
    expect(byId.get("evaluate file")).toMatchObject({ exit: evaluated.status, result: jsonOf(evaluated) });
    expect(byId.get("check file")).toMatchObject({ exit: checked.status, result: jsonOf(checked) });
  });

  it("of any command that may take a document takes one that came with the line", async () => {
    // Whatever else a command lacks, it has its document: nothing is looked for on the disk.
    const refused = new Set(["batch.needs_file", "batch.never"]);
    const pool: unknown = JSON.parse(readFileSync(example("portfolio"), "utf8"));
    const jobs = Object.keys(commands).map((command) => ({
      ...{ id: command, command },
      document: command === "portfolio" ? pool : zhegong,
    }));
    const { answers } = await answersTo(jobs);
    for (const { id, error } of answers) {
      if (refused.has(error?.code ?? "")) continue;
      expect(error?.code ?? "", String(id)).not.toMatch(/^disk\./);
    }
    expect(answers.find(({ id }) => id === "portfolio")).toMatchObject({ exit: 0 });
  });

  it("that is none is answered with the number of its line, and the others go on", async () => {
    const jobs = [
      "{bad",
      "[1]",
      { command: "evaluate" },
      { id: "a", command: "evaluate", file: "x.json", colour: "red" },
      { id: "b", command: "evaluate", file: "x.json", document: {} },
      { id: "c", command: "evaluate", file: example("zhegong"), args: [true] },
      { id: 7, command: "serve" },
      { id: "d", command: "batch" },
      { id: "e", command: "evalaute" },
      { id: "f", command: "evaluate" },
      { id: "g", command: "evaluate", document: { format: "other" } },
      { id: "h", command: "verify", document: zhegong },
      { id: "i", command: "evaluate", file: "nowhere.json" },
      { id: "j", command: "solve", file: example("zhegong") },
      { id: "k", command: "evaluate", file: example("zhegong"), args: ["--require", "B2"] },
      { id: "l", command: "check", file: example("zhegong"), args: ["--time-limit", "0.001"] },
      { id: 7, command: "scenarios", file: example("zhegong") },
      { id: "m", command: "simulate", file: example("rebuild"), args: ["--draws", 9, "--seed", 1, "--workers", 2] },
      { id: "n", command: "evaluate", file: example("zhegong"), args: ["--require", "B2,B10"] },
    ];
    const { answers, tally } = await answersTo(jobs);
    const said = answers.map(({ id, line, exit, error, notes }) => [id, line, exit, error?.code ?? notes?.[0]]);
    expect(said).toEqual([
      [null, 1, 2, "document.json_syntax"],
      [null, 2, 2, "batch.object"],
      [null, 3, 2, "batch.id"],
      ["a", 4, 2, "batch.key"],
      ["b", 5, 2, "batch.both"],
      ["c", 6, 2, "batch.args"],
      [7, undefined, 2, "batch.never"],
      ["d", undefined, 2, "batch.never"],
      ["e", undefined, 2, "call.command_unknown"],
      ["f", undefined, 2, "call.words"],
      ["g", undefined, 2, "document.format_foreign"],
      ["h", undefined, 2, "batch.needs_file"],
      ["i", undefined, 2, "disk.missing"],
      ["j", undefined, 2, "call.missing"],
      ["k", undefined, 1, "evaluate.unmet B2"],
      ["l", undefined, 4, "limit.time"],
      [7, 17, 2, "batch.id_taken"],
      ["m", undefined, 2, "batch.workers"],
      ["n", undefined, 2, "evaluate.verdict_unknown"],
    ]);
    expect(answers[0]?.error?.message).toContain("第 1 行");
    expect(tally).toEqual({ answered: 19, failed: 18 });
  });

  it("writes what it names, and never over a file that is there", async () => {
    const [fresh, there] = [join(folder, "fresh.json"), join(folder, "there.json")];
    writeFileSync(there, "theirs");
    const make = (id: string, file: string, ...args: readonly string[]) => ({
      id,
      command: "new",
      file,
      args: ["--from", "zhegong", ...args],
    });
    const once = Array.from({ length: 4 }, (_, i) => make(`same ${i}`, fresh));
    const { answers } = await answersTo([...once, make("there", there), make("forced", there, "--force")], {
      workers: 2,
    });
    const exits = Object.fromEntries(answers.map(({ id, exit, error }) => [String(id), error?.code ?? exit]));
    expect(answers.filter(({ id, exit }) => String(id).startsWith("same") && exit === 0)).toHaveLength(1);
    expect(exits).toMatchObject({ there: "save.exists", forced: "batch.force" });
    expect(readFileSync(there, "utf8")).toBe("theirs");
    expect(existsSync(fresh)).toBe(true);
  });

  it("that does not look at its limit is ended, and the thread's next job is answered", async () => {
    const thread = new JobThread({ lang: "en", limitS: 60 }, DEADLINE_MS - 60_000);
    const line = (job: object) => ({ number: 1, bytes: Buffer.from(JSON.stringify(job)) });
    const { text, exit } = await thread.answer(line({ id: "long", command: "check", file: example("rebuild") }));
    expect(exit).toBe(4);
    expect(JSON.parse(text)).toMatchObject({ id: "long", error: { code: "limit.time", path: "check" } });
    expect(JSON.parse((await thread.answer(line({ id: "bad" }))).text)).toMatchObject({ id: "bad", exit: 2 });
    await thread.end();
  });
});
