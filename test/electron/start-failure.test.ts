import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { channels } from "../../electron/ipc/channels.ts";
import * as electron from "./fake/electron.ts";
import { FakeBackend, invoke, ownFrame, settled, tell } from "./fake/running.ts";

vi.mock("electron", () => import("./fake/electron.ts"));

const folder = mkdtempSync(join(tmpdir(), "pingheng-shell-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  electron.BrowserWindow.all.length = 0;
  electron.asked.length = 0;
  electron.app.done.length = 0;
  electron.app.removeAllListeners();
  electron.app.folder = folder;
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});

async function startWith(create: () => FakeBackend): Promise<electron.BrowserWindow> {
  const { startShell } = await import("../../electron/shell.ts");
  startShell(create);
  await vi.waitFor(() => expect(electron.BrowserWindow.all).toHaveLength(1), { timeout: 20_000 });
  return electron.BrowserWindow.all[0] as electron.BrowserWindow;
}

const host = () => invoke(ownFrame(), channels.call, "host", { lang: "zh" });

describe("an application that cannot start", () => {
  it("is told on the page, with where and what to do, and starts when tried again", async () => {
    let broken = true;
    const window = await startWith(() => {
      if (broken) throw new Error("the drive is full");
      return new FakeBackend();
    });
    expect(await host()).toEqual({
      ok: false,
      problems: [
        expect.objectContaining({
          code: "start.failed",
          path: join(folder, "userData"),
          message: expect.stringContaining("the drive is full"),
          hint: expect.stringMatching(/\p{Script=Han}/u),
        }),
      ],
    });
    tell(ownFrame(), channels.reload);
    expect(await host()).toMatchObject({ ok: false });
    broken = false;
    tell(ownFrame(), channels.reload);
    expect(window.webContents.reloads).toBe(2);
    expect(await host()).toMatchObject({ ok: true });
  });

  it("lets the program end at once", async () => {
    const window = await startWith(() => {
      throw new Error("no");
    });
    window.close();
    await settled();
    expect(electron.app.done.at(-1)).toBe("quit");
  });
});

describe("a folder for user data that cannot be used", () => {
  it("because a file is in its place is told before anything is lost in it", async () => {
    electron.app.folder = join(folder, "taken");
    writeFileSync(electron.app.folder, "");
    let started = 0;
    await startWith(() => {
      started += 1;
      return new FakeBackend();
    });
    expect(await host()).toMatchObject({ ok: false, problems: [{ code: "start.data_folder" }] });
    expect(started).toBe(0);
    rmSync(electron.app.folder);
    tell(ownFrame(), channels.reload);
    expect(await host()).toMatchObject({ ok: true });
  });

  it.skipIf(process.getuid?.() === 0)("because nobody may write there is told", async () => {
    electron.app.folder = mkdtempSync(join(folder, "fixed-"));
    chmodSync(electron.app.folder, 0o500);
    await startWith(() => new FakeBackend());
    expect(await host()).toMatchObject({ ok: false, problems: [{ code: "start.data_folder" }] });
    chmodSync(electron.app.folder, 0o700);
  });
});

it("a program that cannot even show a window says so in a box of the system, whose details can be copied", async () => {
  vi.spyOn(electron.protocol, "handle").mockImplementation(() => {
    throw new Error("the scheme is taken");
  });
  electron.answers.push({ response: 1 });
  const { startShell } = await import("../../electron/shell.ts");
  startShell(() => new FakeBackend());
  await vi.waitFor(() => expect(electron.app.done).toContain("exit 70"), { timeout: 20_000 });
  const [box] = electron.asked;
  expect(box?.options).toMatchObject({ message: "平衡无法启动", buttons: ["再试一次", "复制详情", "退出"] });
  expect(box?.options["detail"]).toContain("the scheme is taken");
  expect(electron.clipboard.text).toContain("the scheme is taken");
  expect(electron.app.done).not.toContain("relaunch");
});
