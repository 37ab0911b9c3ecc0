import { spawn } from "node:child_process";
import { root } from "./paths.mjs";

/**
 * Runs a program to its end with the terminal of this process, and passes Ctrl-C and termination on.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{env?: NodeJS.ProcessEnv, cwd?: string, stdio?: import("node:child_process").StdioOptions, shell?: boolean}} [options]
 * @returns {Promise<number>} exit status; 128 + n where a signal ended it, 127 where it could not be started
 */
export function runChild(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: options.stdio ?? "inherit",
      shell: options.shell ?? false,
    });
    const stop = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
    const finish = (/** @type {number} */ status) => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      resolve(status);
    };
    child.on("error", (error) => {
      process.stderr.write(`${program}: ${error.message}\n`);
      finish(127);
    });
    child.on("close", (code, signal) => finish(code ?? 128 + (signal === "SIGINT" ? 2 : 15)));
  });
}

/**
 * Runs a program and keeps what it prints.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{env?: NodeJS.ProcessEnv, timeoutMs?: number, cwd?: string}} [options]
 * @returns {Promise<{status: number, output: string}>} stdout and stderr together; status 127 where it could not be started
 */
export function captureChild(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const timer = options.timeoutMs ? setTimeout(() => child.kill("SIGKILL"), options.timeoutMs) : undefined;
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve({ status: 127, output: error.message });
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ status: code ?? 1, output });
    });
  });
}
