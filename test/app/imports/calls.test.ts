import { readFileSync } from "node:fs";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Running } from "../support/running.ts";

let running: Running;
let session = "";
beforeAll(async () => {
  running = new Running();
  ({ session } = await running.open(JSON.parse(readFileSync("examples/rebuild.json", "utf8"))));
});
afterAll(() => running.end());

const TARGET = "components/equity/inputs/schedule";
const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString("base64");
const asked = { scenario: "base", lang: "zh", target: TARGET } as const;
const SERIES = base64("年份,金额（万元）\n2026,7000\n2027,1\n");

test("a table is looked through, and then taken over as one step of undo", async () => {
  const args = { ...asked, session, job: "a", name: "s.csv", base64: SERIES };
  const view = await running.value("mapTables", { ...args, apply: false });
  expect(view).toMatchObject({
    unit: "wan",
    type: "series",
    count: 2,
    faults: [],
    key: expect.stringMatching(/schedule$/),
  });
  expect(view.session).toBeUndefined();
  const { columns, head } = view;
  const chosen = Object.fromEntries(columns.map(({ column, field }) => [field ?? "", column]));
  const taken = await running.value("mapTables", { ...args, head, columns: chosen, unit: "wan", apply: true });
  expect(taken.session).toMatchObject({ canUndo: true, dirty: true });
  expect(JSON.stringify(taken.session)).toContain('"values":["70000000","10000"]');
  const undone = await running.value("undo", { session, scenario: "base" });
  expect(JSON.stringify(undone)).not.toContain('"values":["70000000","10000"]');
});

test("nothing is taken over where a cell is wrong", async () => {
  const wrong = { ...asked, session, job: "b", name: "s.csv", base64: base64("年份,金额\n2026,x\n"), apply: true };
  const view = await running.value("mapTables", wrong);
  expect(view.faults).toMatchObject([{ code: "sheet.text_for_number", path: "s!B2" }]);
  expect(view.session).toBeUndefined();
});

test("a large file is read beside the host, which answers meanwhile, and can be given up", async () => {
  const row = Array.from({ length: 100 }, (_, i) => i);
  const large = await writeXlsx({ sheets: [{ name: "表", rows: Array.from({ length: 2900 }, () => row) }] });
  const order: string[] = [];
  const reading = running.app
    .call("mapTables", { ...asked, session, job: "large", name: "l.xlsx", base64: base64(large), apply: true })
    .then((reply) => {
      order.push("read");
      return reply;
    });
  await running.value("session", { session, scenario: "base" }).then(() => order.push("session"));
  expect((await running.value("cancel", { job: "large" })) !== undefined).toBe(true);
  const reply = await reading;
  expect(order).toEqual(["session", "read"]);
  expect(reply).toMatchObject({ ok: false, problems: [{ code: "open.stopped" }] });
  // The next file is read by another thread.
  const next = { ...asked, session, job: "c", name: "s.csv", base64: SERIES, apply: false };
  expect((await running.value("mapTables", next)).faults).toEqual([]);
  expect(running.logged).toEqual([]);
});

test("what the model became while a file was read is not written over", async () => {
  const reading = running.problems("mapTables", {
    ...asked,
    session,
    job: "d",
    name: "s.csv",
    base64: SERIES,
    apply: true,
  });
  // The file is with its thread by now.
  await new Promise(setImmediate);
  const edits = [{ path: "project/name", value: "改名" }];
  await running.value("edit", { session, edits, label: { zh: "改", en: "edit" } });
  expect(await reading).toMatchObject([{ code: "import.changed" }]);
});
