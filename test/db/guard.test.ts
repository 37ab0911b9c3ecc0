import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type GuardChild, type LaunchGuard, launchByFork } from "../../db/guard/launch.ts";
import { answerIn, requestIn } from "../../db/guard/protocol.ts";
import { openModelBytes, openModelFile } from "../../db/model-file.ts";
import { problemOf } from "./support/expect.ts";
import { temporaryFolder, untouched } from "./support/folder.ts";
import { disguised, soundFile } from "./support/hostile.ts";
import { accepted } from "./support/result.ts";

const at = temporaryFolder();

/** A process that is already over: it answers with what it is given, or ends. */
function answering(message: unknown): { launch: LaunchGuard; killed: () => number } {
  let kills = 0;
  const child = (): GuardChild => {
    let listener: (message: unknown) => void = () => undefined;
    return {
      send: () => queueMicrotask(() => listener(message)),
      onMessage: (next) => {
        listener = next;
      },
      onExit: () => undefined,
      kill: () => {
        kills += 1;
      },
    };
  };
  return { launch: child, killed: () => kills };
}

describe("the process that reads a file", () => {
  it("is killed when a file keeps SQLite busy, and the file stays as it was", async () => {
    const path = at("busy.pingheng");
    // Each row costs a pass over 200 MB when the integrity check reads it.
    const busy = "CREATE TABLE t (a CHECK (length(hex(zeroblob(100000000))) > a))";
    const rows =
      "PRAGMA ignore_check_constraints = ON; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) INSERT INTO t SELECT i FROM n";
    writeFileSync(path, disguised(`${busy}; ${rows}`));
    const started = performance.now();
    const ends: string[] = [];
    const launch: LaunchGuard = (program) => {
      const child = launchByFork(program);
      child.onExit((detail) => ends.push(detail));
      return child;
    };
    const problem = problemOf(await untouched(path, () => openModelFile(path, { launch, timeoutMs: 1_500 })));
    expect(problem.code).toBe("file.timeout");
    expect(problem.message.en).toContain("2 s");
    await expect.poll(() => ends).toEqual(["SIGKILL"]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("may crash without harm", async () => {
    const path = at("crash.pingheng");
    writeFileSync(path, soundFile());
    const problem = problemOf(await openModelFile(path, { launch: () => launchByFork("/no/such/program.ts") }));
    expect(problem.code).toBe("file.reader_ended");
  });

  it("is not believed where its answer has the wrong shape", async () => {
    for (const answer of [undefined, "ok", { ok: true, value: {} }, { ok: false, problems: [] }, { ok: "yes" }]) {
      const fake = answering(answer);
      const problem = problemOf(await openModelFile("/anywhere.pingheng", { launch: fake.launch }));
      expect(problem.code).toBe("file.reader_ended");
      expect(fake.killed()).toBe(1);
    }
  });

  it("hands over nothing but the fields it is asked for", async () => {
    const stored = accepted(await openModelBytes("sound", soundFile()));
    expect(answerIn({ ok: true, value: stored })).toEqual({ ok: true, value: stored });
    expect(answerIn({ ok: true, value: { ...stored, more: 1 } })).toBeUndefined();
    expect(answerIn({ ok: true, value: { ...stored, head: 1 } })).toBeUndefined();
  });

  it("accepts requests of one shape only", () => {
    expect(() => requestIn({ path: "a" })).toThrow();
    const request = { path: "a", bytes: null, revision: null, whole: false };
    expect(() => requestIn({ ...request, sql: "DROP" })).toThrow();
    expect(requestIn(request)).toEqual(request);
  });

  it("speaks to Electron's utility process as it does to Node's fork", () => {
    // The same program file, with the port that Electron puts on `process`, run in a plain Node process.
    const path = at("utility.pingheng");
    writeFileSync(path, soundFile());
    const program = new URL("../../db/guard/reader.process.ts", import.meta.url);
    const script = `
      const port = {
        once: (name, listener) => setImmediate(() => listener({ data: { path: ${JSON.stringify(path)}, bytes: null, revision: null, whole: false } })),
        postMessage: (answer) => console.log(JSON.stringify({ ok: answer.ok, head: answer.value.head.length })),
      };
      process.parentPort = port;
      await import(${JSON.stringify(program.href)});`;
    const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect(JSON.parse(said)).toEqual({ ok: true, head: 16 });
  });

  it("refuses to run on its own", () => {
    const program = new URL("../../db/guard/reader.process.ts", import.meta.url);
    const { status, stderr } = spawnSync(process.execPath, [program.pathname], { encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain("started by another program");
  });
});
