import { describe, expect, it, vi } from "vitest";
import type { Transport } from "../../app/contract.ts";
import { channels } from "../../electron/ipc/channels.ts";
import * as electron from "./fake/electron.ts";

vi.mock("electron", () => import("./fake/electron.ts"));

await import("../../electron/preload.ts");

const bridge = electron.contextBridge.exposed.get("pingheng") as Transport;
const desktop = bridge.desktop as NonNullable<Transport["desktop"]>;

describe("the bridge to the page", () => {
  it("is one object of named functions, and nothing of Electron", () => {
    expect([...electron.contextBridge.exposed.keys()]).toEqual(["pingheng"]);
    expect(Object.keys(bridge).sort()).toEqual(["call", "desktop", "onProgress"]);
    expect(Object.keys(desktop).sort()).toEqual([
      ...["onCommand", "pathOfDropped", "pickOpen", "pickSave", "print", "reload", "savePdf", "setShown", "setUnsaved"],
    ]);
    for (const value of [...Object.values(bridge), ...Object.values(desktop)]) {
      expect(value).not.toBe(electron.ipcRenderer);
      expect(["function", "object"]).toContain(typeof value);
    }
  });

  it("asks the main process over the named channels only", async () => {
    await bridge.call("examples", {});
    await desktop.pickOpen();
    await desktop.pickSave("项目");
    await desktop.print?.();
    await desktop.savePdf?.("报表");
    desktop.setUnsaved(true);
    desktop.setShown?.(null);
    desktop.reload?.();
    expect(electron.ipcRenderer.invoked).toEqual([
      { channel: channels.call, args: ["examples", {}] },
      { channel: channels.pickOpen, args: [] },
      { channel: channels.pickSave, args: ["项目"] },
      { channel: channels.print, args: [] },
      { channel: channels.savePdf, args: ["报表"] },
    ]);
    expect(electron.ipcRenderer.told).toEqual([
      { channel: channels.unsaved, args: [true] },
      { channel: channels.shown, args: [null] },
      { channel: channels.reload, args: [] },
    ]);
  });

  it("hands listeners the message, never the event it came with", () => {
    const heard: unknown[][] = [];
    const stops = [bridge.onProgress((...all) => heard.push(all)), desktop.onCommand((...all) => heard.push(all))];
    expect(electron.ipcRenderer.told.at(-1)).toEqual({ channel: channels.listening, args: [] });
    const event = { sender: electron.ipcRenderer };
    electron.ipcRenderer.emit(channels.progress, event, { job: "a", done: 1, total: 2 });
    electron.ipcRenderer.emit(channels.command, event, { name: "save" });
    expect(heard).toEqual([[{ job: "a", done: 1, total: 2 }], [{ name: "save" }]]);
    for (const stop of stops) stop();
    electron.ipcRenderer.emit(channels.progress, event, { job: "a", done: 2, total: 2 });
    expect(heard).toHaveLength(2);
    expect(electron.ipcRenderer.listenerCount(channels.progress)).toBe(0);
  });

  it("tells the path of a dropped file, and none for one that has none", () => {
    expect(desktop.pathOfDropped?.({ name: "一.pingheng" } as File)).toBe("/dropped/一.pingheng");
    expect(electron.ipcRenderer.told.at(-1)).toEqual({ channel: channels.dropped, args: ["/dropped/一.pingheng"] });
    const told = electron.ipcRenderer.told.length;
    expect(desktop.pathOfDropped?.({ name: "in memory" } as File)).toBeNull();
    expect(electron.ipcRenderer.told).toHaveLength(told);
  });
});
