import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../app/app.ts";
import type { CallName, Calls, Reply, SessionView } from "../../app/contract.ts";
import { readExample } from "../../app/files/examples.ts";
import type { AppHandle } from "../../app/host.ts";
import { listPaths } from "../../models/document/list.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { compiledOf } from "../support/prepared.ts";
import { byMonth } from "./byMonth.ts";

const EDITS = 31;

async function value<N extends CallName>(app: AppHandle, name: N, args: object): Promise<Calls[N]["value"]> {
  const reply = (await app.call(name, { lang: "zh", ...args })) as Reply<Calls[N]["value"]>;
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.problems)}`);
  return reply.value;
}

/** Milliseconds from sending an edit of one number to holding the new board, through the threads; sorted. */
async function editTimes(app: AppHandle, view: SessionView, document: ModelDocument): Promise<readonly number[]> {
  const { session } = view;
  const [number] = listPaths(document, mechanisms).filter(({ kind, from }) => kind === "number" && from === undefined);
  if (number === undefined || typeof number.value !== "string") throw new Error("the model has no number to change");
  const times: number[] = [];
  await value(app, "board", { session, scenario: "base" });
  for (let edit = 0; edit < EDITS; edit += 1) {
    const typed = (Number(number.value) * (1 + edit / 1000)).toFixed(4);
    const start = performance.now();
    await value(app, "edit", {
      session,
      edits: [{ path: number.path, value: typed }],
      label: { zh: "改", en: "change" },
    });
    await value(app, "board", { session, scenario: "base" });
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

/** Measures edit-to-board latency and opening at the examples and at one of them by month. */
export async function runAppBench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "pingheng-bench-"));
  const app = createApp({ host: { kind: "loopback", contract: 2, version: "bench" }, dataFolder: folder });
  const rows: Record<string, Record<string, string>> = {};
  try {
    for (const { id, kind } of await value(app, "examples", {})) {
      if (kind === "portfolio") continue;
      const read = await readExample(id);
      if (!read.ok) continue;
      const variants =
        id === "rebuild" ? { [id]: read.value, [`${id} by month`]: byMonth(read.value) } : { [id]: read.value };
      for (const [name, document] of Object.entries(variants)) {
        const path = join(folder, `${name}.json`);
        writeFileSync(path, JSON.stringify(document));
        const start = performance.now();
        const view = await value(app, "openPath", { path });
        await value(app, "board", { session: view.session, scenario: "base" });
        const openMs = performance.now() - start;
        const times = await editTimes(app, view, document);
        const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? Number.NaN).toFixed(1);
        const { lines } = compiledOf(document).graph;
        const size = `${lines.length} lines × ${document.timeline.periods}`;
        rows[name] = {
          size,
          "open to board, ms": openMs.toFixed(0),
          "edit to board, median ms": at(0.5),
          "slowest tenth": at(0.9),
        };
      }
    }
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log("application: from an edit to the new board, through the application and its threads");
  console.table(rows);
}
