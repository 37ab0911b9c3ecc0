import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";

export interface OpenBrowser {
  readonly context: BrowserContext;
  /** @throws where a page asked anything but this machine for something */
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

/** Debian's Chromium with a profile of its own, cut off from everything but this machine. */
export async function openBrowser(executablePath: string, options: BrowserOptions = {}): Promise<OpenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "pingheng-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    viewport: { width: options.width ?? 1280, height: options.height ?? 720 },
    colorScheme: options.dark ? "dark" : "light",
    // While a menu slides open, a click can land on nothing; a person does not click that soon.
    reducedMotion: "reduce",
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  // On a machine busy with other tests a page may take its time; what never comes still fails.
  context.setDefaultTimeout(90_000);
  // Playwright catches a file picker only while somebody listens, and begins to at its own pace: a picker asked for at once could be missed.
  context.on("page", (page) => page.on("filechooser", () => undefined));
  const outside: string[] = [];
  context.on("request", (request) => {
    if (leavesMachine(request.url())) outside.push(request.url());
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
      if (outside.length > 0) throw new Error(`requests left 127.0.0.1: ${[...new Set(outside)].join(" ")}`);
    },
  };
}

const leavesMachine = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  return /^(https?|wss?|ftp):$/.test(protocol) && hostname !== "127.0.0.1";
};

/** A page that remembers what went wrong in it: script errors, blocked content, failed requests. */
export async function watchedPage(
  context: BrowserContext,
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || /Content.Security.Policy/i.test(message.text()))
      complaints.push(`console: ${message.text()}`);
  });
  return { page, complaints };
}

/** Sets the face's preferences before its first script runs. */
export async function withPreferences(page: Page, preferences: Readonly<Record<string, string>>): Promise<void> {
  await page.addInitScript((stored) => {
    // Once for each page, so that what the face stores itself survives a reload.
    if (sessionStorage.getItem("prepared") !== null) return;
    sessionStorage.setItem("prepared", "yes");
    localStorage.setItem("pingheng.preferences", JSON.stringify({ state: stored, version: 0 }));
  }, preferences);
}
