import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { app, type BrowserWindow, dialog, Menu, protocol, session } from "electron";
import type { Lang } from "../app/contract.ts";
import type { AppHandle, AppOptions } from "../app/host.ts";
import { passCalls } from "./backend.ts";
import { commandQueue } from "./commands.ts";
import { fileInArguments } from "./files/arguments.ts";
import { pickOpen, pickSave } from "./files/dialogs.ts";
import { launchReader } from "./files/reader.ts";
import { channels } from "./ipc/channels.ts";
import { handlePage } from "./ipc/handlers.ts";
import { menuTemplate } from "./menu/template.ts";
import { scheme } from "./protocol/address.ts";
import { serveFolder } from "./protocol/serve.ts";
import { ChosenPaths } from "./security/chosenPaths.ts";
import { confineAll } from "./security/navigation.ts";
import { cutNetwork } from "./security/network.ts";
import { denyPermissions } from "./security/permissions.ts";
import { type CloseGuard, guardClose } from "./window/close.ts";
import { focusWindow, openWindow } from "./window/open.ts";
import { shellWords, systemLang } from "./wording.ts";

export type CreateApp = (options: AppOptions) => AppHandle;

/** Folder of the running program: the built main process, with the built face beside it. */
const here = fileURLToPath(new URL(".", import.meta.url));

/** The running desktop shell: one window, one application behind it. */
class Shell {
  readonly #createApp: CreateApp;
  readonly #commands = commandQueue();
  readonly #chosen = new ChosenPaths();
  #handle: AppHandle | undefined;
  #window: BrowserWindow | undefined;
  #closing: CloseGuard | undefined;
  #lang: Lang = "zh";
  #closed = false;

  constructor(createApp: CreateApp) {
    this.#createApp = createApp;
  }

  /** A file from the command line, the system or a second start; opened once the page listens. */
  openFile(path: string | undefined): void {
    if (this.#window) focusWindow(this.#window);
    if (path === undefined) return;
    this.#chosen.read(path);
    this.#commands.send({ name: "open", path });
  }

  start(): void {
    this.#lang = systemLang(app.getLocale());
    denyPermissions(session.defaultSession);
    cutNetwork(session.defaultSession);
    protocol.handle(scheme, serveFolder(join(here, "..", "renderer")));
    this.#handle = this.#createApp({
      host: { kind: "electron", contract: 2, version: app.getVersion() },
      dataFolder: app.getPath("userData"),
      launchGuard: launchReader,
    });
    this.#handle.onProgress((event) => this.#window?.webContents.send(channels.progress, event));
    this.#connect(this.#handle);
    this.#showMenu();
    this.#open();
  }

  /** Ends the application before the program ends. */
  end(event: { preventDefault(): void }): void {
    if (this.#closed || !this.#handle) return;
    event.preventDefault();
    this.#closed = true;
    void this.#handle.close().finally(() => app.quit());
  }

  #connect(handle: AppHandle): void {
    const call = passCalls(handle, this.#chosen, {
      language: (lang) => this.#speak(lang),
      notSaved: () => this.#closing?.stay(),
    });
    handlePage({
      call,
      pickOpen: async () => {
        const path = await this.#inWindow((window) => pickOpen(window, this.#lang));
        if (path !== null) this.#chosen.read(path);
        return path;
      },
      pickSave: async (name) => {
        const path = await this.#inWindow((window) => pickSave(window, this.#lang, name));
        if (path === null) this.#closing?.stay();
        else this.#chosen.write(path);
        return path;
      },
      dropped: (path) => this.#chosen.read(path),
      unsaved: (unsaved) => this.#closing?.unsaved(unsaved),
      listening: () => this.#window && this.#commands.ready(this.#window.webContents),
    });
  }

  async #inWindow(work: (window: BrowserWindow) => Promise<string | null>): Promise<string | null> {
    return this.#window ? work(this.#window) : null;
  }

  #open(): void {
    const window = openWindow(join(here, "preload.cjs"), () => this.#lang);
    this.#window = window;
    this.#closing = guardClose(window, {
      lang: () => this.#lang,
      save: () => this.#commands.send({ name: "save" }),
    });
    window.webContents.on("did-start-loading", () => this.#commands.pause());
    window.on("closed", () => {
      this.#window = undefined;
      this.#closing = undefined;
      this.#commands.pause();
    });
  }

  #speak(lang: Lang): void {
    if (lang === this.#lang) return;
    this.#lang = lang;
    this.#showMenu();
  }

  #showMenu(): void {
    const template = menuTemplate({
      lang: this.#lang,
      platform: process.platform,
      developer: !app.isPackaged,
      command: (name) => this.#commands.send({ name }),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
}

/**
 * Starts the desktop shell. What must happen before the program is ready happens at once: the sandbox, the scheme, the
 * single instance and the files that the system hands over early.
 */
export function startShell(createApp: CreateApp): void {
  app.enableSandbox();
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  confineAll(app);
  const shell = new Shell(createApp);
  app.on("open-file", (event, path) => {
    event.preventDefault();
    shell.openFile(path);
  });
  app.on("second-instance", (_event, args, folder) => shell.openFile(fileInArguments(args.slice(1), folder)));
  app.on("window-all-closed", () => app.quit());
  app.on("will-quit", (event) => shell.end(event));
  shell.openFile(fileInArguments(process.argv.slice(1), process.cwd()));
  app
    .whenReady()
    .then(() => shell.start())
    .catch(startFailed);
}

function startFailed(error: unknown): void {
  const words = shellWords(systemLang(app.getLocale()));
  dialog.showErrorBox(words.startFailed, error instanceof Error ? error.message : String(error));
  app.exit(70);
}
