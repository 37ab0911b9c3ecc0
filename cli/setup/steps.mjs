import { captureChild } from "./child.mjs";
import { inRoot } from "./paths.mjs";

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} args program file and arguments, run by Node 24
 */

/** @param {...string} parts */
const tool = (...parts) => inRoot("node_modules", ...parts);

/** @type {readonly Step[]} What `npm run check` looks at beside the style tests in test/checks. */
export const checkSteps = [
  { name: "types", args: [tool("typescript", "bin", "tsc"), "-p", "tsconfig.json"] },
  {
    name: "types of models without Node and DOM",
    args: [tool("typescript", "bin", "tsc"), "-p", "tsconfig.models.json"],
  },
  {
    name: "lint and format",
    args: [tool("@biomejs", "biome", "bin", "biome"), "ci", "--error-on-warnings", "."],
  },
  { name: "unused code", args: [tool("knip", "bin", "knip.js"), "--no-progress"] },
  { name: "dependency directions", args: [inRoot("test", "checks", "dependencies.ts")] },
];

/**
 * Runs steps two at a time, printing what a failed one said.
 * @param {string} node
 * @param {readonly Step[]} steps
 * @param {(text: string) => void} [print]
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runSteps(node, steps, print = (text) => process.stdout.write(text)) {
  const count = { passed: 0, failed: 0 };
  const waiting = [...steps];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { status, output } = await captureChild(node, step.args);
      if (status === 0) count.passed += 1;
      else count.failed += 1;
      print(`${status === 0 ? "✓" : "✗"} ${step.name}\n${status === 0 ? "" : output}`);
    }
  };
  await Promise.all([worker(), worker()]);
  return count;
}
