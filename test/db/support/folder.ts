import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";

/** A folder of its own for one test file, removed at its end. */
export function temporaryFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "pingheng-db-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => {
    const path = join(folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    return path;
  };
}

/** Runs `work` and requires that it neither changed the file's bytes nor so much as wrote to it. */
export async function untouched<T>(path: string, work: () => Promise<T>): Promise<T> {
  const longAgo = new Date("2020-02-03T04:05:06Z");
  utimesSync(path, longAgo, longAgo);
  const before = readFileSync(path);
  const result = await work();
  expect(statSync(path).mtime).toEqual(longAgo);
  expect(readFileSync(path).equals(before)).toBe(true);
  return result;
}
