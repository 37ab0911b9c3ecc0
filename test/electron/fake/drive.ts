// Runs the built main process inside the stand-in for Electron and prints what came of it.
// Arguments: folder of the built bundle, data folder, model file.
import { pathToFileURL } from "node:url";
import type { Command } from "../../../electron/ipc/channels.ts";
import { app, BrowserWindow, FakeFrame, ipcMain, protocol } from "./electron.ts";

const [bundle = "", data = "", file = ""] = process.argv.slice(2);
const page = { senderFrame: new FakeFrame("app://pingheng/index.html") };

function ask(name: string, args: unknown): Promise<unknown> {
  const handler = ipcMain.handlers.get("pingheng:call") as ((...all: unknown[]) => Promise<unknown>) | undefined;
  if (!handler) throw new Error("nobody answers calls");
  return handler(page, name, args);
}

app.folder = data;
process.argv = [process.argv[0] ?? "", ".", file];
await import(pathToFileURL(`${bundle}/main.js`).href);
for (let turn = 0; turn < 200 && BrowserWindow.all.length === 0; turn += 1) {
  await new Promise((resolve) => setTimeout(resolve, 10));
}
const [window] = BrowserWindow.all;
(ipcMain.listeners.get("pingheng:listening") as ((...all: unknown[]) => void) | undefined)?.(page);
const commands = window?.webContents.sent.map(({ message }) => message as Command);
const answers = {
  host: await ask("host", { lang: "zh" }),
  examples: await ask("examples", { lang: "zh" }),
  nonsense: await ask("nonsense", { lang: "en" }),
};
const served = await protocol.handlers.get("app")?.(new Request("app://pingheng/index.html"));
window?.close();
for (let turn = 0; turn < 500 && !app.done.includes("quit"); turn += 1) {
  await new Promise((resolve) => setTimeout(resolve, 10));
}
const report = {
  loaded: window?.loaded,
  options: window?.options,
  commands,
  answers,
  served: await served?.text(),
  done: app.done,
};
process.stdout.write(`${JSON.stringify(report)}\n`);
