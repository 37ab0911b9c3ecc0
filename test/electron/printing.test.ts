import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { channels } from "../../electron/ipc/channels.ts";
import * as electron from "./fake/electron.ts";
import { FakeBackend, invoke, ownFrame, startFake } from "./fake/running.ts";

vi.mock("electron", () => import("./fake/electron.ts"));

let window: electron.BrowserWindow;

beforeAll(async () => {
  electron.app.folder = mkdtempSync(join(tmpdir(), "pingheng-shell-"));
  window = await startFake(new FakeBackend());
});
afterAll(() => rmSync(electron.app.folder, { recursive: true, force: true }));
beforeEach(() => {
  electron.asked.length = 0;
  window.webContents.papers.length = 0;
});

describe("printing", () => {
  const print = () => invoke(ownFrame(), channels.print);

  it("goes through the dialog of the system, backgrounds with it; sizes and page numbers are the page's own", async () => {
    window.webContents.printed = { done: true, reason: "" };
    expect(await print()).toEqual({ ok: true, value: true });
    expect(window.webContents.papers).toEqual([{ silent: false, printBackground: true }]);
  });

  it("that the user gives up is no fault; one that fails says why", async () => {
    window.webContents.printed = { done: false, reason: "Print job canceled" };
    expect(await print()).toEqual({ ok: true, value: false });
    window.webContents.printed = { done: false, reason: "Invalid printer settings" };
    expect(await print()).toMatchObject({
      ok: false,
      problems: [{ code: "print.failed", message: expect.stringContaining("Invalid printer settings") }],
    });
  });
});

describe("saving a PDF", () => {
  const save = (name: string) => invoke(ownFrame(), channels.savePdf, name);
  const path = () => join(electron.app.folder, "报表.pdf");

  it("asks where, and writes the pages as they are printed", async () => {
    electron.answers.push({ canceled: false, filePath: join(electron.app.folder, "报表") });
    expect(await save("旧城 报表.html")).toEqual({ ok: true, value: path() });
    expect(readFileSync(path(), "latin1")).toBe("%PDF-1.7");
    expect(electron.asked[0]?.options).toMatchObject({
      defaultPath: `${electron.app.folder}/documents/旧城 报表.pdf`,
      filters: [{ name: "PDF 文件", extensions: ["pdf"] }],
    });
    expect(window.webContents.papers).toEqual([
      { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
    ]);
  });

  it("writes nothing where no place is named", async () => {
    electron.answers.push({ canceled: true, filePath: "" });
    expect(await save("报表")).toEqual({ ok: true, value: null });
    expect(window.webContents.papers).toEqual([]);
  });

  it("says why there is none: the pages could not be made, the file not be written", async () => {
    window.webContents.pdf = new Error("out of memory");
    electron.answers.push({ canceled: false, filePath: path() });
    expect(await save("报表")).toMatchObject({ ok: false, problems: [{ code: "print.pdf" }] });
    expect(readFileSync(path(), "latin1")).toBe("%PDF-1.7");
    window.webContents.pdf = Buffer.from("%PDF-2.0");
    electron.answers.push({ canceled: false, filePath: join(electron.app.folder, "没有", "报表.pdf") });
    expect(await save("报表")).toMatchObject({ ok: false, problems: [{ code: "disk.folder_missing" }] });
  });
});
