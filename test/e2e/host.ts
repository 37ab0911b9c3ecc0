import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program } from "../support/program.ts";

const root = join(import.meta.dirname, "../..");
const startMs = 30_000;

export interface ServedProduct {
  readonly url: string;
  /** A folder of its own for what the product remembers and for files the test saves. */
  readonly folder: string;
  close(): Promise<void>;
  /** Ends it as a power cut would, and leaves the folder. */
  kill(): Promise<void>;
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const timer = setTimeout(() => reject(new Error(`no address within ${startMs} ms: ${printed}`)), startMs);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    child.stderr?.on("data", (chunk) => {
      printed += chunk;
    });
    child.stdout?.on("data", (chunk) => {
      printed += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(printed)?.[0];
      if (url) settle(() => resolve(url));
    });
    child.on("exit", (code) => settle(() => reject(new Error(`serve ended with ${code}: ${printed}`))));
  });
}

/** Starts `pingheng serve` as a user would, with a data folder of its own. */
export function serveProduct(...args: readonly string[]): Promise<ServedProduct> {
  return serveIn(mkdtempSync(join(tmpdir(), "pingheng-e2e-")), ...args);
}

/** The same with the folder of a product that ran before. */
export async function serveIn(folder: string, ...args: readonly string[]): Promise<ServedProduct> {
  const child = spawn(process.execPath, [await program(), "serve", ...args], {
    cwd: root,
    env: { ...process.env, PINGHENG_DATA: join(folder, "data") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  try {
    const url = await addressOf(child);
    return {
      url,
      folder,
      close: async () => {
        child.kill("SIGTERM");
        await ended;
        rmSync(folder, { recursive: true, force: true });
      },
      kill: async () => {
        child.kill("SIGKILL");
        await ended;
      },
    };
  } catch (error) {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
