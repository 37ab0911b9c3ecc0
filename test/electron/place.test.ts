import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fileNameFor } from "../../electron/files/names.ts";
import { readPlace, writePlace } from "../../electron/window/state.ts";

const folder = mkdtempSync(join(tmpdir(), "pingheng-place-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const screens = [
  { x: 0, y: 0, width: 1920, height: 1040 },
  { x: 1920, y: 0, width: 1280, height: 1024 },
];
const path = join(folder, "data", "window.json");
const first = { width: 1280, height: 800, maximized: false };

describe("the window's place", () => {
  it("is where it was", () => {
    const place = { x: 2000, y: 50, width: 1100, height: 700, maximized: true };
    writePlace(path, place);
    expect(readPlace(path, screens)).toEqual(place);
  });

  it("keeps its size but not its position when its screen is gone", () => {
    writePlace(path, { x: 2000, y: 50, width: 1100, height: 700, maximized: false });
    expect(readPlace(path, screens.slice(0, 1))).toEqual({ width: 1100, height: 700, maximized: false });
    writePlace(path, { x: 100, y: -500, width: 1100, height: 700, maximized: false });
    expect(readPlace(path, screens)).toEqual({ width: 1100, height: 700, maximized: false });
  });

  it("is the first one where nothing sensible is known", () => {
    expect(readPlace(join(folder, "none.json"), screens)).toEqual(first);
    for (const text of [
      "",
      "{",
      "null",
      "7",
      '{"width":1}',
      '{"width":"1000","height":800}',
      '{"width":1e9,"height":800}',
    ]) {
      writeFileSync(path, text);
      expect(readPlace(path, screens), text).toEqual(first);
    }
  });
});

it("a suggested file name is one that every system accepts", () => {
  expect(fileNameFor("金华 旧城")).toBe("金华 旧城.pingheng");
  expect(fileNameFor("a.pingheng")).toBe("a.pingheng");
  expect(fileNameFor("..\\..\\x:y*?\u0007")).toBe("-..-x-y---.pingheng");
  expect(fileNameFor("   ")).toBe("pingheng.pingheng");
  expect(fileNameFor("名".repeat(500)).length).toBeLessThan(100);
  expect(fileNameFor("𠮷".repeat(500))).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  expect(fileNameFor("合同\u202egnp.exe")).toBe("合同gnp.exe.pingheng");
  expect(["CON", "nul.txt", "com1", "console"].map((name) => fileNameFor(name))).toEqual([
    ...["_CON.pingheng", "_nul.txt.pingheng", "_com1.pingheng", "console.pingheng"],
  ]);
  expect(fileNameFor("报表. . ", ".pdf")).toBe("报表.pdf");
});
