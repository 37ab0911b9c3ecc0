import { describe, expect, test } from "vitest";
import { deservesAnother, replaced } from "../../../cli/setup/secondTry.mjs";

const count = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped });
const summary = (all: ReturnType<typeof count>, failedFiles: Record<string, ReturnType<typeof count>>) => ({
  ...all,
  failedFiles,
});

describe("tests in a browser that failed beside others", () => {
  test("are run once more, others are not", () => {
    const failedFiles = { "test/e2e/a.test.ts": count(1, 1), "test/engines/b.test.ts": count(0, 1) };
    expect(deservesAnother(summary(count(10, 2), failedFiles))).toEqual(["test/e2e/a.test.ts"]);
    expect(deservesAnother(summary(count(10, 0), {}))).toEqual([]);
  });

  test("are not run again where many fail at once", () => {
    const failedFiles = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`test/e2e/${n}.test.ts`, count(0, 1)]));
    expect(deservesAnother(summary(count(0, 5), failedFiles))).toEqual([]);
  });

  const first = summary(count(10, 3, 2), {
    "test/e2e/a.test.ts": count(1, 2, 1),
    "test/engines/b.test.ts": count(0, 1),
  });

  test("count as they came out alone; a failure of others stands", () => {
    const alone = summary(count(4, 0), {});
    const total = replaced(first, ["test/e2e/a.test.ts"], alone);
    expect(total).toEqual(summary(count(13, 1, 1), { "test/engines/b.test.ts": count(0, 1) }));
  });

  test("fail where they fail again, and where the second run broke", () => {
    const again = summary(count(3, 1), { "test/e2e/a.test.ts": count(3, 1) });
    expect(replaced(first, ["test/e2e/a.test.ts"], again).failed).toBe(2);
    expect(replaced(first, ["test/e2e/a.test.ts"], summary(count(0, 1), {})).failed).toBe(2);
  });
});
