import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CallName, Calls, Reply, SessionView } from "../../app/contract.ts";
import { commandLine } from "../../cli/setup/build.mjs";

const root = join(import.meta.dirname, "../..");
const EDITS = 20;

/** A served product, asked over loopback as the page asks it. */
class Host {
  readonly #child;
  readonly #folder = mkdtempSync(join(tmpdir(), "pingheng-bench-"));
  #address = "";
  #token = "";

  constructor(program: string) {
    this.#child = spawn(process.execPath, [program, "serve", "--port", "0"], {
      cwd: root,
      env: { ...process.env, PINGHENG_DATA: this.#folder },
      stdio: ["ignore", "pipe", "inherit"],
    });
  }

  started(): Promise<void> {
    let printed = "";
    return new Promise((resolve) => {
      this.#child.stdout.on("data", (chunk) => {
        printed += String(chunk);
        const found = /(http:\/\/127\.0\.0\.1:\d+)\/#token=(\S+)/.exec(printed);
        if (found === null) return;
        [, this.#address = "", this.#token = ""] = found;
        resolve();
      });
    });
  }

  async call<N extends CallName>(name: N, args: object): Promise<Calls[N]["value"]> {
    const answer = await fetch(`${this.#address}/api/${name}`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.#token}`, "content-type": "application/json" },
      body: JSON.stringify({ lang: "zh", ...args }),
    });
    const reply = (await answer.json()) as Reply<Calls[N]["value"]>;
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.problems)}`);
    return reply.value;
  }

  /** Resident memory of the process, MB; Linux only. */
  residentMB(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
  }

  close(): void {
    this.#child.kill("SIGTERM");
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const COLUMNS = ["started", "board", "record", "20 edits", "records of 20 edits"] as const;

/** Resident memory of the loopback host at an example: opened, its record, after edits that change one price each. */
async function memoryAt(program: string, id: string): Promise<Record<string, string>> {
  const host = new Host(program);
  try {
    await host.started();
    const figures = [host.residentMB()];
    const view: SessionView = await host.call("openExample", { id });
    const { session } = view;
    const ask = { session, scenario: "base" };
    await host.call("board", ask);
    figures.push(host.residentMB());
    await host.call("agreement", ask);
    figures.push(host.residentMB());
    const components = (view.document["components"] ?? []) as readonly {
      id: string;
      inputs: Record<string, unknown>;
    }[];
    const place = components.flatMap(({ id: component, inputs }) =>
      Object.entries(inputs)
        .filter(([, value]) => typeof value === "string" && /^\d+(\.\d+)?$/.test(value) && Number(value) > 100)
        .map(([name, value]) => ({ path: `components/${component}/inputs/${name}`, value: Number(value) })),
    )[0];
    if (place === undefined) throw new Error(`${id} has no number to change`);
    for (const withRecord of [false, true]) {
      for (let edit = 1; edit <= EDITS; edit += 1) {
        const edits = [{ path: place.path, value: String(place.value * (1 + edit / 1000)) }];
        await host.call("edit", { session, edits, label: { zh: "改", en: "change" } });
        await host.call("board", ask);
        if (withRecord) await host.call("agreement", ask);
      }
      figures.push(host.residentMB());
    }
    return Object.fromEntries(COLUMNS.map((name, i) => [name, (figures[i] ?? Number.NaN).toFixed(0)]));
  } finally {
    host.close();
  }
}

/** Measures the resident memory of the host at every example, each in a process of its own. */
export async function runHostBench(): Promise<void> {
  const program = await commandLine(process.execPath);
  const rows: Record<string, Record<string, string>> = {};
  for (const file of readdirSync(join(root, "examples"))) {
    const id = file.replace(/\.json$/, "");
    // It has no board to wait for.
    if (id === "portfolio") continue;
    rows[id] = await memoryAt(program, id);
  }
  console.log("host: resident memory in MB");
  console.table(rows);
}
