import { describe, expect, it } from "vitest";
import { type Line, linesOf } from "../../../cli/batch/lines.ts";

async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function read(bytesMax: number, ...texts: readonly string[]): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const { number, bytes } of linesOf(chunks(...texts), bytesMax))
    found.push([number, bytes === undefined ? undefined : Buffer.from(bytes).toString()]);
  return found;
}

describe("lines of a stream", () => {
  it("are whole however the stream was cut, and the last needs no end", async () => {
    expect(await read(100, "ab", "c\nd", "", "e\n", "\n \t\r\nf")).toEqual([
      [1, "abc"],
      [2, "de"],
      [5, "f"],
    ]);
  });

  it("may cut a character of several bytes", async () => {
    const bytes = Buffer.from("平衡\n");
    const cut = async function* () {
      yield bytes.subarray(0, 2);
      yield bytes.subarray(2);
    };
    const lines: Line[] = [];
    for await (const line of linesOf(cut(), 100)) lines.push(line);
    expect(lines.map(({ bytes: found }) => Buffer.from(found ?? []).toString())).toEqual(["平衡"]);
  });

  it("that are too long are named by their number and not kept", async () => {
    expect(await read(3, "abc\nabcd\na", "bc", "d", "\nx")).toEqual([
      [1, "abc"],
      [2, undefined],
      [3, undefined],
      [4, "x"],
    ]);
  });
});
