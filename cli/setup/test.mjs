import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { runChild } from "./child.mjs";
import { ensureTools } from "./debian.mjs";
import { inRoot } from "./paths.mjs";
import { SetupError, say } from "./say.mjs";
import { deservesAnother, replaced } from "./secondTry.mjs";
import { checkSteps, runSteps } from "./steps.mjs";
import { howToGet } from "./tools.mjs";

/** @typedef {import("./secondTry.mjs").Count} Count */
/** @typedef {import("./secondTry.mjs").Summary} Summary */

/**
 * Runs Vitest and reads its own count.
 * @param {string} node
 * @param {readonly string[]} args
 * @returns {Promise<Summary>} one failure where Vitest ended without writing a count
 */
async function vitest(node, args) {
  const folder = mkdtempSync(join(tmpdir(), "pingheng-test-"));
  const summary = join(folder, "summary.json");
  const reporters = ["--reporter=default", `--reporter=${inRoot("test", "checks", "reporter.ts")}`];
  const status = await runChild(node, [inRoot("node_modules", "vitest", "vitest.mjs"), "run", ...reporters, ...args], {
    env: { ...process.env, PINGHENG_TEST_SUMMARY: summary },
    stdio: ["ignore", "inherit", "inherit"],
  });
  try {
    /** @type {Summary} */
    const count = JSON.parse(readFileSync(summary, "utf8"));
    if (status !== 0 && count.failed === 0) count.failed = 1;
    return count;
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failedFiles: {} };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs the tests; what drove a browser and failed beside others is run again, each file from its start and with nothing beside it.
 * @param {string} node
 * @param {readonly string[]} args
 * @returns {Promise<Count>}
 */
async function everyTest(node, args) {
  const summary = await vitest(node, args);
  const files = deservesAnother(summary);
  if (files.length === 0) return summary;
  say(`单独再运行一次:${files.join("、")}`, `Once more, alone: ${files.join(", ")}`);
  return replaced(summary, files, await vitest(node, ["--maxWorkers=1", ...files]));
}

/** @param {Count} total @returns {number} exit status */
function finish(total) {
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
  return total.failed === 0 ? 0 : 1;
}

/** @param {string} node @param {Count} total @param {"renderer" | "electron"} bundle */
async function countBuild(node, total, bundle) {
  try {
    await ensureBuilt(node, bundle);
    total.passed += 1;
    process.stdout.write(`✓ build of ${bundle}\n`);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    total.failed += 1;
    process.stdout.write(`✗ build of ${bundle}\n${error.zh}\n${error.en}\n`);
  }
}

/** @param {Count} total */
async function countTools(total) {
  const missing = await ensureTools();
  const strict = process.env["CI"] === "true";
  for (const tool of missing) process.stdout.write(`${strict ? "✗" : "–"} missing / 缺少 ${howToGet(tool)}\n`);
  if (missing.length === 0) total.passed += 1;
  else if (strict) total.failed += missing.length;
  else say("需要它们的测试会跳过并计数。", "The tests that need them are skipped and counted.");
}

/**
 * `npm test [-- vitest arguments]`: the checks, the builds and every test; with arguments only the tests they select.
 * @param {string} node
 * @param {readonly string[]} args
 */
export async function test(node, args) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  await countTools(total);
  if (args.length === 0) {
    const checks = await runSteps(node, checkSteps);
    total.passed += checks.passed;
    total.failed += checks.failed;
  }
  await countBuild(node, total, "renderer");
  await countBuild(node, total, "electron");
  const tests = await everyTest(node, args);
  for (const key of /** @type {const} */ (["passed", "failed", "skipped"])) total[key] += tests[key];
  return finish(total);
}

/**
 * `npm run check`: everything that can be said about the sources, and that every review check and red line has its fixtures.
 * @param {string} node
 */
export async function check(node) {
  const checks = await runSteps(node, checkSteps);
  const tests = await vitest(node, ["test/checks/", "test/checks-review/", "test/checks-trust/"]);
  return finish({
    passed: checks.passed + tests.passed,
    failed: checks.failed + tests.failed,
    skipped: tests.skipped,
  });
}
