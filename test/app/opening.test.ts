import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseSource } from "../../app/files/parse.ts";
import { smallDocument } from "./fixtures/small.ts";
import { Running } from "./support/running.ts";

let running: Running;
beforeEach(() => {
  running = new Running();
});
afterEach(() => running.end());

/** As many dated facts as a document may have, each with a long remark: some 16 MB within all limits. */
function large(): unknown {
  const note = '长"说\\明'.repeat(400);
  const records = Array.from({ length: 2000 }, (_, index) => ({
    id: `r${index}`,
    label: `记录 ${index}`,
    date: "2026-03-01",
    note,
    values: Object.fromEntries(Array.from({ length: 100 }, (_each, place) => [`v${place}`, String(place)])),
  }));
  return { ...smallDocument(), records };
}

/** Processor time this thread has used since then, in microseconds. */
function spentSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(start);
  return user + system;
}

const open = (path: string, job?: string) =>
  running.app.call("openPath", { path, lang: "zh", ...(job === undefined ? {} : { job }) });

describe("opening a file", () => {
  it("is done away from whoever answers calls: less is done here than reading a large document takes", {
    timeout: 60_000,
  }, async () => {
    const path = running.write("large.json", large());
    // The thread is up, so that its start is not measured.
    await running.open();
    const start = process.threadCpuUsage();
    const opened = await open(path);
    const opening = spentSince(start);
    expect(opened).toMatchObject({ ok: true });
    expect(running.logged).toEqual([]);
    // Only bytes, answer and problems pass through here. Both are reckoned in one run, so that a busy machine slows both.
    const again = process.threadCpuUsage();
    expect(parseSource({ path, bytes: readFileSync(path) })).toMatchObject({ ok: true });
    expect(opening).toBeLessThan(spentSince(again));
  });

  it("can be cancelled by its job, and the next file opens as ever", { timeout: 60_000 }, async () => {
    const path = running.write("large.json", large());
    const opening = open(path, "mine");
    let cancelled = false;
    while (!cancelled) {
      cancelled = (await running.value("cancel", { job: "mine" })).cancelled;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(await opening).toMatchObject({ ok: false, problems: [{ code: "open.stopped", message: "已取消打开" }] });
    expect(await running.value("cancel", { job: "mine" })).toEqual({ cancelled: false });
    expect((await running.open()).session).toEqual(expect.any(String));
    expect(running.logged).toEqual([]);
  });

  it("brings what is wrong with the document and the revision it is known by, as reading it here would", async () => {
    const document = { ...smallDocument(), notes: "甲" };
    const [component] = (document as unknown as { components: { inputs: Record<string, unknown> }[] }).components;
    Object.assign(component?.inputs ?? {}, { no_such_input: "1" });
    const view = await running.open(document);
    expect(view.problems).toMatchObject([{ code: "document.input_unknown" }]);
    expect(await running.value("session", { session: view.session })).toMatchObject({ problems: view.problems });
  });

  it("refuses what is no document in the language of the call, with its hint", async () => {
    const path = running.write("none.json", { format: "pingheng/model", version: 99 });
    const problems = await running.problems("openPath", { path, lang: "en" });
    expect(problems).toMatchObject([{ code: "document.version_future", hint: expect.any(String) }]);
    expect(problems[0]?.message).not.toMatch(/\p{Script=Han}/u);
  });
});
