import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headerProblem } from "../../db/layout/header.ts";
import { applicationId, firstLayout, layoutVersion } from "../../db/layout/identity.ts";
import { limits } from "../../db/layout/limits.ts";
import { soundFile } from "./support/hostile.ts";

const sound = soundFile();
/** Where things stand in the header of an SQLite file. */
const PAGE_SIZE = 16;
const WRITE_FORMAT = 18;
const READ_FORMAT = 19;
const PAGES = 28;
const ENCODING = 56;
const USER_VERSION = 60;
const APPLICATION = 68;

/** What is said of the sound file with something written into its header. */
function judged(write: (bytes: Buffer) => void): { readonly code: string | undefined; readonly detail: string } {
  const bytes = Buffer.from(sound);
  write(bytes);
  const problem = headerProblem(bytes, "some.pingheng");
  return { code: problem?.code, detail: problem?.message.en ?? "" };
}

describe("the header of a model file", () => {
  it("of a sound file has nothing wrong", () => {
    expect(headerProblem(sound, "some.pingheng")).toBeUndefined();
    expect(judged((bytes) => bytes.writeUInt32BE(firstLayout, USER_VERSION)).code).toBeUndefined();
    expect(sound.readUInt32BE(APPLICATION)).toBe(applicationId);
    expect(sound.readUInt32BE(USER_VERSION)).toBe(layoutVersion);
  });

  it.each([
    ["another program's mark", (b: Buffer) => b.writeUInt32BE(applicationId + 1, APPLICATION), "file.foreign"],
    ["no mark", (b: Buffer) => b.writeUInt32BE(0, APPLICATION), "file.foreign"],
    [
      "the layout of a later version",
      (b: Buffer) => b.writeUInt32BE(layoutVersion + 1, USER_VERSION),
      "file.version_future",
    ],
    [
      "a layout before the first",
      (b: Buffer) => b.writeUInt32BE(firstLayout - 1, USER_VERSION),
      "file.version_unknown",
    ],
    ["writing into a log", (b: Buffer) => b.writeUInt8(2, WRITE_FORMAT), "file.wal"],
    ["reading from a log", (b: Buffer) => b.writeUInt8(2, READ_FORMAT), "file.wal"],
    ["a page size that is no power of two", (b: Buffer) => b.writeUInt16BE(4095, PAGE_SIZE), "file.damaged"],
    ["a page size below the least", (b: Buffer) => b.writeUInt16BE(256, PAGE_SIZE), "file.damaged"],
    ["a page more than there is", (b: Buffer) => b.writeUInt32BE(b.readUInt32BE(PAGES) + 1, PAGES), "file.truncated"],
    ["a page fewer than there is", (b: Buffer) => b.writeUInt32BE(b.readUInt32BE(PAGES) - 1, PAGES), "file.damaged"],
    ["text in UTF-16", (b: Buffer) => b.writeUInt32BE(2, ENCODING), "file.damaged"],
    ["another first letter", (b: Buffer) => b.write("s", 0), "file.not_model"],
  ])("with %s is refused", (_name, write, code) => {
    expect(judged(write).code).toBe(code);
  });

  it("knows the largest page size, which is stored as 1", () => {
    const { code, detail } = judged((bytes) => {
      bytes.writeUInt16BE(1, PAGE_SIZE);
      bytes.writeUInt32BE(1, PAGES);
    });
    expect(code).toBe(sound.length < 65_536 ? "file.truncated" : "file.damaged");
    expect(detail).not.toMatch(/page size/);
  });

  it("is asked whose file it is before how it is made: what another program does with its file is its own affair", () => {
    const both = judged((bytes) => {
      bytes.writeUInt32BE(7, APPLICATION);
      bytes.writeUInt8(2, WRITE_FORMAT);
    });
    expect(both.code).toBe("file.foreign");
  });

  it.each([
    ["nothing at all", "", "file.empty"],
    ["a JSON object", '{"format":"pingheng/model"}', "file.is_json"],
    ["a JSON list after blanks", " \n [1]", "file.is_json"],
    ["JSON behind a byte-order mark", '\uFEFF{"a":1}', "file.is_json"],
    ["text", "资金平衡", "file.not_model"],
    ["a picture", "\u0089PNG\r\n", "file.not_model"],
  ])("of %s is none, and says what the file is", (_name, text, code) => {
    expect(headerProblem(Buffer.from(text), "x")?.code).toBe(code);
  });

  it("cut off anywhere makes the file refused, never opened", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: sound.length - 1 }), (length) => {
        const code = headerProblem(sound.subarray(0, length), "x")?.code;
        const expected = length === 0 ? "file.empty" : length < 16 ? "file.not_model" : "file.truncated";
        expect(code).toBe(expected);
      }),
      { seed: 20261128, numRuns: 300, examples: [[0], [1], [15], [16], [99], [100], [sound.length - 1]] },
    );
  });

  it("with any byte behind the end makes the file damaged", () => {
    expect(headerProblem(Buffer.concat([sound, Buffer.of(0)]), "x")?.code).toBe("file.damaged");
  });

  it("of a file larger than any model is not even looked at", () => {
    const large = new Uint8Array(0);
    Object.defineProperty(large, "length", { value: limits.fileBytes + 1 });
    expect(headerProblem(large, "x")?.code).toBe("file.too_large");
  });
});
