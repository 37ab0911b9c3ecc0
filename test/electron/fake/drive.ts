// Runs the built main process inside the stand-in for Electron, as a user would, and prints what came of it.
// Arguments: folder of the built bundle, data folder, model file named on the command line.
import { fork } from "node:child_process";
import { pathToFileURL } from "node:url";
import { answers, app, BrowserWindow, FakeFrame, FakeUtility, ipcMain, protocol, utilityProcess } from "./electron.ts";

const [bundle = "", data = "", file = ""] = process.argv.slice(2);
const page = { senderFrame: new FakeFrame("app://pingheng/index.html") };

type Answer = { readonly ok: boolean; readonly value?: Readonly<Record<string, unknown>> };

function ask(name: string, args: object): Promise<Answer> {
  const handler = ipcMain.handlers.get("pingheng:call") as ((...all: unknown[]) => Promise<Answer>) | undefined;
  if (!handler) throw new Error("nobody answers calls");
  return handler(page, name, { ...args, lang: "zh" });
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !condition(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
}

const read: string[] = [];

/** Electron's utility process, played by a process of Node's. */
utilityProcess.fork = (program, _args, options) => {
  read.push(program);
  const utility = new FakeUtility(program, options);
  const child = fork(program, [], { execArgv: [], serialization: "advanced" });
  utility.postMessage = (message) => {
    child.send(Object(message));
  };
  child.on("message", (message) => {
    utility.emit("message", message);
    child.kill();
  });
  return utility;
};

app.folder = data;
process.argv = [process.argv[0] ?? "", ".", file];
await import(pathToFileURL(`${bundle}/main.js`).href);
await until(() => BrowserWindow.all.length > 0);
const [window] = BrowserWindow.all;
(ipcMain.listeners.get("pingheng:listening") as ((...all: unknown[]) => void) | undefined)?.(page);

const commands = window?.webContents.sent.map(({ message }) => message);
const host = await ask("host", {});
const licences = await ask("licences", {});
const model = await ask("openPath", { path: file });
const modelBoard = await ask("board", { session: String(model.value?.["session"]), scenario: "base" });
const nonsense = await ask("nonsense", {});
const example = await ask("openExample", { id: "rebuild" });
const session = String(example.value?.["session"]);
const board = await ask("board", { session, scenario: "base" });
const unasked = await ask("saveAs", { session, path: `${data}/存.pingheng` });
answers.push({ canceled: false, filePath: `${data}/存.pingheng` });
await (ipcMain.handlers.get("pingheng:pick-save") as ((...all: unknown[]) => Promise<unknown>) | undefined)?.(
  page,
  "存",
);
const saved = await ask("saveAs", { session, path: `${data}/存.pingheng` });
await ask("close", { session });
const opened = await ask("openPath", { path: `${data}/存.pingheng` });
const served = await protocol.handlers.get("app")?.(new Request("app://pingheng/index.html"));
window?.close();
await until(() => app.done.includes("quit"));

const report = {
  loaded: window?.loaded,
  options: window?.options,
  commands,
  host,
  licences: (licences.value as unknown as readonly { name: string }[]).map(({ name }) => name),
  model: {
    name: model.value?.["name"],
    verdicts: (modelBoard.value?.["verdicts"] as readonly { id: string }[] | undefined)?.map(({ id }) => id),
  },
  nonsense: nonsense.ok,
  example: example.ok,
  verdicts: board.value?.["verdicts"],
  unasked: unasked.ok,
  saved: saved.value?.["path"],
  opened: opened.value?.["name"],
  read,
  recent: app.recent,
  served: await served?.text(),
  done: app.done,
};
process.stdout.write(`${JSON.stringify(report)}\n`);
