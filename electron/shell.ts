import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { app, type BrowserWindow, clipboard, dialog, protocol, session } from "electron";
import type { Lang, Reply, ShownModel } from "../app/contract.ts";
import { logText } from "../app/log.ts";
import { passCalls } from "./backend.ts";
import { commandQueue } from "./commands.ts";
import { fileInArguments } from "./files/arguments.ts";
import { pickOpen, pickPdf, pickSave } from "./files/dialogs.ts";
import { channels } from "./ipc/channels.ts";
import { handlePage } from "./ipc/handlers.ts";
import { MenuBar } from "./menu/bar.ts";
import { pdfName, printPage, savePagePdf } from "./printing/print.ts";
import { scheme } from "./protocol/address.ts";
import { serveFolder } from "./protocol/serve.ts";
import { ChosenPaths } from "./security/chosenPaths.ts";
import { confineAll } from "./security/navigation.ts";
import { cutNetwork } from "./security/network.ts";
import { denyPermissions } from "./security/permissions.ts";
import { Behind, type CreateApp } from "./start/behind.ts";
import { type CloseGuard, guardClose } from "./window/close.ts";
import { focusWindow, loadFace, openWindow } from "./window/open.ts";
import { watchPage, watchProgram } from "./window/trouble.ts";
import { shellWords, systemLang } from "./wording/index.ts";

/** Folder of the running program: the built main process, with the built face beside it. */
const here = fileURLToPath(new URL(".", import.meta.url));

/** The running desktop shell: one window, one application behind it. */
class Shell {
  readonly #behind: Behind;
  readonly #commands = commandQueue();
  readonly #chosen = new ChosenPaths();
  #window: BrowserWindow | undefined;
  #closing: CloseGuard | undefined;
  #menu: MenuBar | undefined;
  #lang: Lang = "zh";
  #closed = false;

  constructor(create: CreateApp) {
    this.#behind = new Behind(create, here, (event) => this.#window?.webContents.send(channels.progress, event));
  }

  /** A file from the command line, the system or a second start; opened once the page listens. */
  openFile(path: string | undefined): void {
    if (this.#window) focusWindow(this.#window);
    if (path === undefined) return;
    this.#chosen.read(path);
    this.#commands.send({ name: "openPath", path });
  }

  start(): void {
    this.#lang = systemLang(app.getLocale());
    watchProgram(() => this.#lang);
    denyPermissions(session.defaultSession);
    cutNetwork(session.defaultSession);
    protocol.handle(scheme, serveFolder(join(here, "..", "renderer")));
    this.#behind.start();
    this.#connect();
    this.#menu = new MenuBar(this.#lang, {
      command: (name) => this.#commands.send({ name }),
      openRecent: (path) => this.openFile(path),
    });
    this.#open();
  }

  /** Ends the application before the program ends. */
  end(event: { preventDefault(): void }): void {
    if (this.#closed || !this.#behind.runs) return;
    event.preventDefault();
    this.#closed = true;
    void this.#behind.close().finally(() => app.quit());
  }

  #connect(): void {
    const call = passCalls((name, args) => this.#behind.call(name, args), this.#chosen, {
      language: (lang) => this.#speak(lang),
      notSaved: () => this.#closing?.stay(),
      used: (path) => this.#menu?.add(path),
      recent: (paths) => this.#menu?.remember(paths),
      forgotten: () => this.#menu?.forget(),
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
      print: async () => (await this.#inWindow((window) => printPage(window.webContents, this.#lang))) ?? NOT_PRINTED,
      savePdf: async (name) => (await this.#inWindow((window) => this.#savePdf(window, name))) ?? NOT_SAVED,
      dropped: (path) => this.#chosen.read(path),
      unsaved: (unsaved) => this.#closing?.unsaved(unsaved),
      shown: (shown) => this.#show(shown),
      reload: () => {
        this.#behind.start();
        this.#window?.webContents.reload();
      },
      listening: () => this.#window && this.#commands.ready(this.#window.webContents),
    });
  }

  async #savePdf(window: BrowserWindow, name: string): Promise<Reply<string | null>> {
    const path = await pickPdf(window, this.#lang, pdfName(name));
    return path === null ? NOT_SAVED : savePagePdf(window.webContents, path, this.#lang);
  }

  async #inWindow<T>(work: (window: BrowserWindow) => Promise<T>): Promise<T | null> {
    return this.#window ? work(this.#window) : null;
  }

  #open(): void {
    const window = openWindow(join(here, "preload.cjs"));
    this.#window = window;
    this.#closing = guardClose(window, {
      lang: () => this.#lang,
      save: () => this.#commands.send({ name: "save" }),
    });
    watchPage(
      window,
      () => this.#lang,
      () => this.#commands.pause(),
    );
    window.webContents.on("did-start-loading", () => this.#commands.pause());
    window.on("closed", () => {
      this.#window = undefined;
      this.#closing = undefined;
      this.#commands.pause();
    });
    loadFace(window);
  }

  /** The window's file, for the system's own icon in its title; only one that somebody has chosen. */
  #show(shown: ShownModel | null): void {
    this.#menu?.follow(shown);
    const path = shown?.path;
    const known = path !== undefined && this.#chosen.mayRead(path);
    this.#window?.setRepresentedFilename(known ? path : "");
  }

  #speak(lang: Lang): void {
    this.#lang = lang;
    this.#menu?.speak(lang);
  }
}

const NOT_PRINTED: Reply<boolean> = { ok: true, value: false };
const NOT_SAVED: Reply<string | null> = { ok: true, value: null };

/**
 * Starts the desktop shell. What must happen before the program is ready happens at once: the sandbox, the scheme, the
 * single instance and the files that the system hands over early.
 */
export function startShell(create: CreateApp): void {
  app.enableSandbox();
  // Nothing of ours has a name on a network: none is looked up, whoever asks.
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  confineAll(app);
  const shell = new Shell(create);
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

/** No window can be shown: the system's own box says so, and offers the details to be copied. */
function startFailed(error: unknown): void {
  const words = shellWords(systemLang(app.getLocale()));
  const details = logText(error);
  process.stderr.write(`${details}\n`);
  const response = dialog.showMessageBoxSync({
    type: "error",
    message: words.startFailed,
    detail: `${words.startDetail}\n\n${details}`,
    buttons: [words.again, words.copyDetails, words.quit],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  if (response === 0) app.relaunch();
  if (response === 1) clipboard.writeText(details);
  app.exit(INTERNAL_ERROR);
}

const INTERNAL_ERROR = 70;
