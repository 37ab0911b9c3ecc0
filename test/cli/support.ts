import { spawn } from "node:child_process";
import { program } from "../support/program.ts";

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command, with lines on its standard input or none, as a process of its own, the way people and other programs do. */
export async function pingheng(
  words: readonly string[],
  options: { readonly cwd?: string; readonly node?: readonly string[]; readonly input?: readonly string[] } = {},
): Promise<Ran> {
  const main = await program();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...(options.node ?? []), main, ...words], {
      cwd: options.cwd,
      stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    child.stdin?.end(options.input?.map((line) => `${line}\n`).join(""));
    let [stdout, stderr] = ["", ""];
    // A character may be cut by the end of a chunk.
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}

/** The one JSON value on stdout; anything beside it makes this throw. */
export function jsonOf({ stdout }: Ran): unknown {
  return JSON.parse(stdout);
}
