import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readExample } from "../../../app/files/examples.ts";
import { reviewOf } from "../../../app/model/review.ts";
import { commandLine } from "../../../cli/setup/build.mjs";
import { parseDocument } from "../../../models/document/parse.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { type Community, city } from "../../support/city/city.ts";
import { preparedOf } from "../../support/prepared.ts";
import { tool } from "../../support/tools.ts";
import { answersTo } from "./support.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Several processes and threads start at once, on machines that may have little to spare. */
const PATIENCE_MS = 300_000;

/** Communities looked at; PINGHENG_CITY=110 takes the whole city. */
const COUNT = Number(process.env["PINGHENG_CITY"] ?? 3);

async function gathered(count: number, seed?: number): Promise<Community[]> {
  const found: Community[] = [];
  for await (const community of city(count, seed)) found.push(community);
  return found;
}

const communities = await gathered(COUNT);
const jobs = communities.flatMap(({ id, document }) => [
  { id, command: "evaluate", document, args: ["--engine", "kernel"] },
  { id: `${id} draws`, command: "simulate", document, args: ["--draws", 20, "--seed", 1] },
]);

/** Breaches; that a verdict is not met is none, whether the money balances is what the file is for. */
const redOf = (document: ModelDocument): readonly string[] =>
  reviewOf(preparedOf(document)).findings.flatMap(({ answer, severity, id, path }) =>
    answer.is === "fails" && severity === "R" && !path.startsWith("verdict.") ? [`${id} ${path}`] : [],
  );

describe("a generated city", () => {
  it("is the same for the same seed, and no two communities of it are", async () => {
    const again = await gathered(COUNT);
    expect(again).toEqual(communities);
    const other = await gathered(COUNT, 2);
    expect(new Set([...communities, ...other].map(({ document }) => JSON.stringify(document))).size).toBe(2 * COUNT);
  });

  it.each(communities)(
    "$id of $kind opens, computes and breaches nothing its example does not",
    async ({ kind, document }: Community) => {
      const parsed = parseDocument(JSON.parse(JSON.stringify(document)), mechanisms);
      if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message.en).join("; "));
      expect(parsed.value.problems).toEqual([]);
      expect(preparedOf(parsed.value.document).problems).toEqual([]);
      const read = await readExample(kind);
      if (!read.ok) throw new Error(kind);
      const known = new Set(redOf(read.value));
      expect(redOf(parsed.value.document).filter((breach) => !known.has(breach))).toEqual([]);
    },
  );
});

describe("a city through batch", () => {
  it(
    "gives the same answers in any order, on one thread or two, among like or unlike documents",
    async () => {
      // Each job twice, under a name of its own.
      const twice = [...jobs].reverse().flatMap((job) => ["1", "2"].map((n) => ({ ...job, id: `${job.id} ${n}` })));
      const [one, two] = await Promise.all([answersTo(jobs), answersTo(twice, { workers: 2 })]);
      expect(one.answers.every(({ exit }) => exit === 0)).toBe(true);
      const sorted = [...one.lines].sort();
      const asOnce = two.lines.map((line) => line.replace(/^\{"id":"(.*?) [12]"/, '{"id":"$1"'));
      expect(asOnce.sort()).toEqual(sorted.flatMap((line) => [line, line]));
    },
    PATIENCE_MS,
  );

  const { path: parallel, why } = tool("parallel");

  it.skipIf(parallel === undefined)(
    `gives the same through GNU parallel (${why})`,
    async () => {
      const program = await commandLine(process.execPath);
      const input = jobs.map((job) => `${JSON.stringify(job)}\n`).join("");
      const words = ["--pipe", "-N", "2", "-j", "2", process.execPath, program, "batch", "--workers", "1"];
      const piped = spawnSync(parallel ?? "", words, { cwd: root, input, encoding: "utf8", maxBuffer: 1 << 28 });
      expect(piped).toMatchObject({ status: 0, stderr: "" });
      const alone = spawnSync(process.execPath, [program, "batch"], {
        cwd: root,
        input,
        encoding: "utf8",
        maxBuffer: 1 << 28,
      });
      const sorted = (text: string): readonly string[] => text.split("\n").sort();
      expect(sorted(piped.stdout)).toEqual(sorted(alone.stdout));
      expect(sorted(piped.stdout)).toHaveLength(jobs.length + 1);
    },
    PATIENCE_MS,
  );
});
