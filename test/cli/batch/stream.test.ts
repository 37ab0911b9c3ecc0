import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runBatch } from "../../../cli/batch/run.ts";
import { program } from "../../support/program.ts";
import { example } from "./support.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Lines too long to be jobs: they are answered without a thread, so that many of them cost nothing. */
async function* tooLong(count: number, taken: { lines: number }): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) {
    taken.lines += 1;
    yield Buffer.from("x".repeat(50).concat("\n"));
  }
}

const run = (input: AsyncIterable<Uint8Array>, output: Writable, workers: number) =>
  runBatch({
    input,
    output,
    terms: { lang: "en", limitS: 60 },
    workers,
    stop: new AbortController().signal,
    lineMax: 10,
  });

describe("a stream of jobs", () => {
  it("is taken no faster than its answers are", async () => {
    const taken = { lines: 0 };
    const held: (() => void)[] = [];
    let answers = 0;
    let open = false;
    const output = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => {
        answers += 1;
        if (open) done();
        else held.push(done);
      },
    });
    const done = run(tooLong(1000, taken), output, 3);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(taken.lines).toBeLessThanOrEqual(4);
    open = true;
    for (const release of held) release();
    expect(await done).toEqual({ answered: 1000, failed: 1000 });
    expect(answers).toBe(1000);
  });

  it("of 100,000 lines is answered line by line, numbered", async () => {
    const numbers: number[] = [];
    const output = new Writable({
      write: (chunk, _encoding, done) => {
        numbers.push((JSON.parse(String(chunk)) as { line: number }).line);
        done();
      },
    });
    await run(tooLong(100_000, { lines: 0 }), output, 2);
    expect(numbers).toHaveLength(100_000);
    expect(numbers.every((number, index) => number === index + 1)).toBe(true);
  });
});

const jobOf = (id: number): string => `${JSON.stringify({ id, command: "scenarios", file: example("zhegong") })}\n`;

describe("the command", () => {
  it("ends with the reader of its answers, without a complaint", async () => {
    const child = spawn(process.execPath, [await program(), "batch", "--workers", "1"], {
      cwd: root,
      stdio: ["pipe", "pipe", "pipe"],
    });
    let complaint = "";
    child.stderr.on("data", (chunk) => {
      complaint += String(chunk);
    });
    child.stdin.on("error", () => undefined);
    for (const id of Array(2000).keys()) child.stdin.write(jobOf(id));
    await once(child.stdout, "data");
    child.stdout.destroy();
    const [status] = await once(child, "close");
    expect({ status, complaint }).toEqual({ status: 0, complaint: "" });
  });

  it("is interrupted between answers: those written are whole", async () => {
    const child = spawn(process.execPath, [await program(), "batch", "--workers", "1"], {
      cwd: root,
      stdio: ["pipe", "pipe", "pipe"],
    });
    const lines: string[] = [];
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += String(chunk);
    });
    const reader = createInterface({ input: child.stdout });
    child.stdin.on("error", () => undefined);
    for (const id of Array(50).keys()) child.stdin.write(jobOf(id));
    reader.on("line", (line) => {
      lines.push(line);
      if (lines.length === 1) child.kill("SIGINT");
    });
    const [status] = await once(child, "close");
    expect(status).toBe(130);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ exit: 0 });
    expect(said).toContain("已中断");
  });

  it("takes a sensible number of threads only", async () => {
    const child = spawn(process.execPath, [await program(), "batch", "--workers", "0"], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += String(chunk);
    });
    const [status] = await once(child, "close");
    expect(status).toBe(2);
    expect(said).toContain("batch.workers --workers");
  });
});
