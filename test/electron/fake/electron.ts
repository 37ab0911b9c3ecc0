// Stands in for the `electron` module: records what the shell asks of it and lets a test play Electron's part. It proves
// our calls, not Electron's behaviour.
import { EventEmitter } from "node:events";

type Listener = (...args: never[]) => unknown;

/** One asked-for dialog and what the "user" will answer; tests fill `answers`. */
export interface Asked {
  readonly kind: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export const asked: Asked[] = [];
export const answers: unknown[] = [];

function ask(kind: string, options: unknown): Promise<unknown> {
  asked.push({ kind, options: options as Asked["options"] });
  const answer = answers.shift();
  if (answer === undefined) throw new Error(`the test did not say how to answer ${kind}`);
  return Promise.resolve(answer);
}

export class FakeFrame {
  readonly url: string;
  readonly parent: FakeFrame | null;
  constructor(url: string, parent: FakeFrame | null = null) {
    this.url = url;
    this.parent = parent;
  }
}

export class FakeContents extends EventEmitter {
  readonly sent: { channel: string; message: unknown }[] = [];
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined;
  reloads = 0;
  /** What was printed and written as PDF, with the options asked for. */
  readonly papers: unknown[] = [];
  /** How the printer answers; PDF bytes, or what goes wrong with them. */
  printed: { done: boolean; reason: string } = { done: true, reason: "" };
  pdf: Buffer | Error = Buffer.from("%PDF-1.7");
  webRtc = "";

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtc = policy;
  }
  print(options: unknown, answer: (done: boolean, reason: string) => void): void {
    this.papers.push(options);
    answer(this.printed.done, this.printed.reason);
  }
  printToPDF(options: unknown): Promise<Buffer> {
    this.papers.push(options);
    return this.pdf instanceof Error ? Promise.reject(this.pdf) : Promise.resolve(this.pdf);
  }
  /** As Electron does: the process ends, and that is told. */
  forcefullyCrashRenderer(): void {
    this.emit("render-process-gone", {}, { reason: "killed" });
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
  send(channel: string, message: unknown): void {
    // Electron clones what it sends; what cannot be cloned would fail there too.
    this.sent.push({ channel, message: structuredClone(message) });
  }
  reload(): void {
    this.reloads += 1;
  }
}

export class FakeEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly options: Readonly<Record<string, unknown>>;
  readonly webContents = new FakeContents();
  readonly done: string[] = [];
  loaded: string | undefined;
  minimized = false;
  gone = false;
  title = "";
  represented = "";

  static getAllWindows(): BrowserWindow[] {
    return BrowserWindow.all.filter(({ gone }) => !gone);
  }

  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit("web-contents-created", new FakeEvent(), this.webContents);
  }
  loads = 0;
  loadURL(url: string): Promise<void> {
    this.loads += 1;
    this.loaded = url;
    return Promise.resolve();
  }
  isDestroyed(): boolean {
    return this.gone;
  }
  setTitle(title: string): void {
    this.title = title;
  }
  setRepresentedFilename(path: string): void {
    this.represented = path;
  }
  show(): void {
    this.done.push("show");
  }
  focus(): void {
    this.done.push("focus");
  }
  restore(): void {
    this.done.push("restore");
    this.minimized = false;
  }
  maximize(): void {
    this.done.push("maximize");
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isMaximized(): boolean {
    return false;
  }
  setDocumentEdited(edited: boolean): void {
    this.done.push(`edited ${edited}`);
  }
  getNormalBounds() {
    return { x: 10, y: 20, width: 1000, height: 700 };
  }
  /** As when the user closes it: listeners may prevent it. */
  close(): void {
    const event = new FakeEvent();
    this.emit("close", event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    this.gone = true;
    this.emit("closed");
    app.emit("window-all-closed");
  }
}

class FakeApp extends EventEmitter {
  readonly done: string[] = [];
  readonly recent: string[] = [];
  readonly switches: Record<string, string> = {};
  readonly commandLine = {
    appendSwitch: (name: string, value: string): void => {
      this.switches[name] = value;
    },
  };
  folder = "";
  firstInstance = true;
  isPackaged = true;
  locale = "zh-CN";

  enableSandbox(): void {
    this.done.push("sandbox");
  }
  requestSingleInstanceLock(): boolean {
    this.done.push("single instance");
    return this.firstInstance;
  }
  whenReady(): Promise<void> {
    this.done.push("ready");
    return Promise.resolve();
  }
  quit(): void {
    const event = new FakeEvent();
    this.emit("will-quit", event);
    this.done.push(event.defaultPrevented ? "quit held back" : "quit");
  }
  exit(status: number): void {
    this.done.push(`exit ${status}`);
  }
  getLocale(): string {
    return this.locale;
  }
  getVersion(): string {
    return "0.1.0";
  }
  getPath(name: string): string {
    return `${this.folder}/${name}`;
  }
  relaunch(): void {
    this.done.push("relaunch");
  }
  clearRecentDocuments(): void {
    this.recent.length = 0;
  }
  addRecentDocument(path: string): void {
    this.recent.push(path);
  }
}

export const app = new FakeApp();

export const ipcMain = {
  handlers: new Map<string, Listener>(),
  listeners: new Map<string, Listener>(),
  handle(channel: string, listener: Listener): void {
    this.handlers.set(channel, listener);
  },
  on(channel: string, listener: Listener): void {
    this.listeners.set(channel, listener);
  },
};

class FakeSession extends EventEmitter {
  readonly handlers: Record<string, Listener> = {};
  readonly webRequest = {
    onBeforeRequest: (listener: Listener): void => {
      this.handlers["onBeforeRequest"] = listener;
    },
  };
  setPermissionRequestHandler(handler: Listener): void {
    this.handlers["request"] = handler;
  }
  setPermissionCheckHandler(handler: Listener): void {
    this.handlers["check"] = handler;
  }
  setDevicePermissionHandler(handler: Listener): void {
    this.handlers["device"] = handler;
  }
  setBluetoothPairingHandler(handler: Listener): void {
    this.handlers["bluetooth"] = handler;
  }
  setDisplayMediaRequestHandler(handler: Listener): void {
    this.handlers["display"] = handler;
  }
}

export const session = { defaultSession: new FakeSession() };

export const protocol = {
  privileged: [] as { scheme: string; privileges: Readonly<Record<string, boolean>> }[],
  handlers: new Map<string, (request: Request) => Promise<Response>>(),
  /** What had been done before the scheme was registered: it must not be too late. */
  registeredAfter: [] as string[],
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: Readonly<Record<string, boolean>> }[]): void {
    this.registeredAfter = [...app.done];
    this.privileged.push(...schemes);
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    this.handlers.set(scheme, handler);
  },
};

export interface FakeItem {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly sublabel?: string;
  readonly enabled?: boolean;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly submenu?: readonly FakeItem[];
  readonly click?: () => void;
}

export const Menu = {
  current: [] as readonly FakeItem[],
  buildFromTemplate: (template: readonly FakeItem[]): readonly FakeItem[] => template,
  setApplicationMenu(menu: readonly FakeItem[]): void {
    this.current = menu;
  },
};

export const dialog = {
  /** With a window, or for the whole program. */
  showMessageBox: (...given: readonly unknown[]) => ask("message", given.at(-1)),
  showMessageBoxSync(options: unknown): number {
    asked.push({ kind: "sync", options: options as Asked["options"] });
    return (answers.shift() as { response: number } | undefined)?.response ?? 0;
  },
  showOpenDialog: (_window: unknown, options: unknown) => ask("open", options),
  showSaveDialog: (_window: unknown, options: unknown) => ask("save", options),
};

export const clipboard = {
  text: "",
  writeText(text: string): void {
    this.text = text;
  },
};

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};

export class FakeUtility extends EventEmitter {
  readonly pid: number | undefined = undefined;
  readonly posted: unknown[] = [];
  readonly program: string;
  readonly options: Readonly<Record<string, unknown>>;
  constructor(program: string, options: Readonly<Record<string, unknown>>) {
    super();
    this.program = program;
    this.options = options;
  }
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
}

export const utilityProcess = {
  started: [] as FakeUtility[],
  fork(program: string, _args: readonly string[], options: Readonly<Record<string, unknown>>): FakeUtility {
    const child = new FakeUtility(program, options);
    this.started.push(child);
    return child;
  },
};

/** Present because the real module has them; the shell must never use either. */
export const shell = {
  openExternal(url: string): Promise<void> {
    throw new Error(`the shell opened ${url} outside`);
  },
};

// ── The preload's side ─────────────────────────────────────────────────────────────────────────────────────────────

export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld(name: string, value: unknown): void {
    this.exposed.set(name, value);
  },
};

class FakeRenderer extends EventEmitter {
  readonly invoked: { channel: string; args: readonly unknown[] }[] = [];
  readonly told: { channel: string; args: readonly unknown[] }[] = [];
  invoke(channel: string, ...args: readonly unknown[]): Promise<unknown> {
    this.invoked.push({ channel, args });
    return Promise.resolve({ ok: true, value: channel });
  }
  send(channel: string, ...args: readonly unknown[]): void {
    this.told.push({ channel, args });
  }
}

export const ipcRenderer = new FakeRenderer();

export const webUtils = {
  getPathForFile: (file: { readonly name: string }) => (file.name === "in memory" ? "" : `/dropped/${file.name}`),
};
