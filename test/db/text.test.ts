import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { readBounded } from "../../db/disk/read.ts";
import { writeTextFile } from "../../db/disk/text.ts";
import { problemOf } from "./support/expect.ts";
import { temporaryFolder } from "./support/folder.ts";
import { accepted } from "./support/result.ts";

const at = temporaryFolder();

describe("a plain text file", () => {
  it("is written as UTF-8, in place of what was there, with nothing left beside it", async () => {
    const path = at("文档/模型.json");
    accepted(await writeTextFile(path, "old"));
    accepted(await writeTextFile(path, '{"项目": "平衡"}\n'));
    expect(readFileSync(path, "utf8")).toBe('{"项目": "平衡"}\n');
    expect(readdirSync(dirname(path))).toEqual(["模型.json"]);
  });

  it("is replaced only where it is what the caller last saw", async () => {
    writeFileSync(at("seen.json"), "theirs");
    const refused = await writeTextFile(at("seen.json"), "ours", { expected: "0".repeat(64) });
    expect(problemOf(refused).code).toBe("disk.changed_elsewhere");
    expect(readFileSync(at("seen.json"), "utf8")).toBe("theirs");
  });

  it("that must be new is written once, however many write it at the same moment", async () => {
    const path = at("fresh.json");
    const written = await Promise.all(
      ["one", "two", "three"].map((text) => writeTextFile(path, text, { fresh: true })),
    );
    const refused = written.filter(({ ok }) => !ok);
    expect(refused.map((one) => problemOf(one).code)).toEqual(["disk.exists", "disk.exists"]);
    const winner = ["one", "two", "three"][written.findIndex(({ ok }) => ok)];
    expect(readFileSync(path, "utf8")).toBe(winner);
  });
});

describe("reading within a limit", () => {
  it("refuses a file one byte too large before it is read, and takes the largest allowed", async () => {
    writeFileSync(at("limit"), "12345");
    expect(problemOf(await readBounded(at("limit"), 4)).code).toBe("file.too_large");
    expect(Buffer.from(accepted(await readBounded(at("limit"), 5))).toString()).toBe("12345");
    expect(problemOf(await readBounded(at("none"), 5)).code).toBe("disk.missing");
  });
});
