import { writeFileSync } from "node:fs";
import type { Reporter, TestModule, TestRunEndReason } from "vitest/node";

/** What the set-up adds up into `N passed, N failed, N skipped`. */
type Count = { passed: number; failed: number; skipped: number };

/** The same with the counts of each file that failed, by its path, so that it can be run again alone. */
type Summary = Count & { failedFiles: Record<string, Count> };

/** Counts one file: its tests, and one failure for each thing that broke outside a test (import, hook). */
export function countModule(module: TestModule): Count & { reasons: string[] } {
  const count = { passed: 0, failed: module.errors().length, skipped: 0, reasons: [] as string[] };
  for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
  for (const test of module.children.allTests()) {
    const result = test.result();
    if (result.state === "passed") count.passed += 1;
    else if (result.state === "failed") count.failed += 1;
    else {
      count.skipped += 1;
      const note = result.state === "skipped" ? result.note : undefined;
      count.reasons.push(note ?? `${module.relativeModuleId}: ${test.fullName}`);
    }
  }
  return count;
}

const counted = ({ passed, failed, skipped }: Count): Count => ({ passed, failed, skipped });

/** Writes the counts to the file the set-up asked for, and says why tests were skipped. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandled: ReadonlyArray<unknown>, reason: TestRunEndReason): void {
    const total: Summary = { passed: 0, failed: unhandled.length, skipped: 0, failedFiles: {} };
    const reasons = new Map<string, number>();
    for (const module of modules) {
      const count = countModule(module);
      total.passed += count.passed;
      total.failed += count.failed;
      total.skipped += count.skipped;
      if (count.failed > 0) total.failedFiles[module.relativeModuleId] = counted(count);
      for (const note of count.reasons) reasons.set(note, (reasons.get(note) ?? 0) + 1);
    }
    if (reason !== "passed" && total.failed === 0) total.failed = 1;
    for (const [note, times] of reasons) process.stdout.write(`– ${times} skipped: ${note}\n`);
    const file = process.env["PINGHENG_TEST_SUMMARY"];
    if (file) writeFileSync(file, JSON.stringify(total));
  }
}
