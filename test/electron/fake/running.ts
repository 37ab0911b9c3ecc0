import { expect, vi } from "vitest";
import type { ProgressEvent, Reply } from "../../../app/contract.ts";
import type { AppHandle, AppOptions } from "../../../app/host.ts";
import * as electron from "./electron.ts";

/** The application behind the shell, as far as the shell knows it: a recorder. */
export class FakeBackend implements AppHandle {
  readonly calls: { name: string; args: unknown }[] = [];
  readonly replies = new Map<string, Reply<unknown>>();
  options: AppOptions | undefined;
  progress: ((event: ProgressEvent) => void) | undefined;
  closed = 0;

  call(name: string, args: unknown): Promise<Reply<unknown>> {
    this.calls.push({ name, args });
    return Promise.resolve(this.replies.get(name) ?? { ok: true, value: {} });
  }
  onProgress(listener: (event: ProgressEvent) => void): () => void {
    this.progress = listener;
    return () => {
      this.progress = undefined;
    };
  }
  close(): Promise<void> {
    this.closed += 1;
    return Promise.resolve();
  }
}

export const ownFrame = () => new electron.FakeFrame("app://pingheng/index.html");

/** Starts the shell inside the fake and waits for its window. */
export async function startFake(backend: FakeBackend): Promise<electron.BrowserWindow> {
  const { startShell } = await import("../../../electron/shell.ts");
  startShell((options) => {
    backend.options = options;
    return backend;
  });
  await vi.waitFor(() => expect(electron.BrowserWindow.all.length).toBeGreaterThan(0), { timeout: 20_000 });
  const window = electron.BrowserWindow.all[0];
  if (!window) throw new Error("no window");
  return window;
}

/** Sends a question as the page would; `frame` decides who seems to ask. */
export async function invoke(frame: electron.FakeFrame | null, channel: string, ...args: unknown[]): Promise<unknown> {
  const handler = electron.ipcMain.handlers.get(channel);
  if (!handler) throw new Error(`nobody answers ${channel}`);
  return (handler as (...all: unknown[]) => unknown)({ senderFrame: frame }, ...args);
}

/** Sends a notice as the page would. */
export function tell(frame: electron.FakeFrame | null, channel: string, ...args: unknown[]): void {
  const listener = electron.ipcMain.listeners.get(channel);
  if (!listener) throw new Error(`nobody listens to ${channel}`);
  (listener as (...all: unknown[]) => unknown)({ senderFrame: frame }, ...args);
}

/** Lets promises that are already settled take effect. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));
