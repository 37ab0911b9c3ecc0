// Every npm script passes through here. Plain JavaScript for Node 18 and newer, on Linux, Windows and macOS,
// without any package: it brings the packages and Node 24, then runs the target under that Node.
import { commandLine, ensureBuilt } from "./build.mjs";
import { runChild } from "./child.mjs";
import { nodeForApp } from "./node24.mjs";
import { ensurePackages } from "./packages.mjs";
import { calledFrom, inRoot } from "./paths.mjs";
import { SetupError } from "./say.mjs";
import { writeStamp } from "./stamp.mjs";
import { start } from "./start.mjs";
import { check, test } from "./test.mjs";

/** @type {Record<string, (node: string, args: readonly string[]) => Promise<number>>} */
const targets = {
  start,
  test,
  check,
  build: async (node) => {
    await ensureBuilt(node, "renderer");
    await ensureBuilt(node, "electron");
    return 0;
  },
  bench: (node, args) => runChild(node, [inRoot("test", "bench", "run.ts"), ...args]),
  docs: (node, args) => runChild(node, [inRoot("docs", "generate.ts"), ...args]),
  pingheng: async (node, args) => {
    if (args[0] === "--version") await writeStamp();
    return runChild(node, [await commandLine(node), ...args], { cwd: calledFrom });
  },
};

async function main() {
  const [name = "", ...args] = process.argv.slice(2);
  const target = Object.hasOwn(targets, name) ? targets[name] : undefined;
  if (!target) {
    const names = Object.keys(targets).join(", ");
    throw new SetupError(`没有这个脚本:${name}。可用:${names}。`, `No such script: ${name}. There are: ${names}.`, 2);
  }
  await ensurePackages();
  return target(nodeForApp(), args);
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error) => {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.zh}\n${error.en}\n`);
    process.exitCode = error.exit;
  },
);
