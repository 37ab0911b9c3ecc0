import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTextFile, writeTextFile } from "../../db/disk/text.ts";
import { problemOf } from "./support/expect.ts";
import { temporaryFolder, untouched } from "./support/folder.ts";
import { accepted } from "./support/result.ts";

const at = temporaryFolder();

describe("a plain text file", () => {
  it("comes back as written, without the byte order mark some editors add", async () => {
    accepted(await writeTextFile(at("模型.json"), '{"项目": "平衡"}\n'));
    expect(accepted(await readTextFile(at("模型.json")))).toBe('{"项目": "平衡"}\n');
    writeFileSync(at("marked.json"), "\ufeff{}");
    expect(accepted(await readTextFile(at("marked.json")))).toBe("{}");
  });

  it("in another encoding is refused, not guessed", async () => {
    writeFileSync(at("gbk.json"), Buffer.from([0xc6, 0xbd, 0xba, 0xe2]));
    const result = await untouched(at("gbk.json"), () => readTextFile(at("gbk.json")));
    expect(problemOf(result).code).toBe("file.not_utf8");
  });

  it("beyond the size limit is refused before it is read", async () => {
    writeFileSync(at("large.json"), Buffer.alloc(32 * 1024 * 1024 + 1, 32));
    expect(problemOf(await readTextFile(at("large.json"))).code).toBe("file.too_large");
    expect(problemOf(await readTextFile(at("none.json"))).code).toBe("disk.missing");
  });

  it("is replaced only where it is what the caller last saw", async () => {
    writeFileSync(at("seen.json"), "theirs");
    const refused = await writeTextFile(at("seen.json"), "ours", { expected: "0".repeat(64) });
    expect(problemOf(refused).code).toBe("disk.changed_elsewhere");
    expect(readFileSync(at("seen.json"), "utf8")).toBe("theirs");
  });
});
