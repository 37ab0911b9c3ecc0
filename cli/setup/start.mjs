import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { commandLine, ensureBuilt } from "./build.mjs";
import { runChild } from "./child.mjs";
import { ensureElectron, hasDisplay } from "./electron.mjs";
import { calledFrom, inRoot } from "./paths.mjs";
import { say } from "./say.mjs";
import { onPath } from "./tools.mjs";

const defaultFile = inRoot("examples", "rebuild.json");

/** @param {string} url */
function openInBrowser(url) {
  const opener = { linux: "xdg-open", darwin: "open", win32: "cmd" }[/** @type {string} */ (process.platform)];
  if (!opener || !hasDisplay() || !onPath(opener)) return;
  const args = process.platform === "win32" ? ["/c", "start", "", url.replaceAll("&", "^&")] : [url];
  const child = spawn(opener, args, { stdio: "ignore", detached: true });
  child.on("error", (error) => say(`浏览器没有打开:${error.message}`, `The browser did not open: ${error.message}`));
  child.unref();
}

/**
 * Serves the app on the loopback address until it is stopped, and opens the system's browser when it says where it is.
 * @param {string} node
 * @param {readonly string[]} args
 * @param {"no-electron" | "no-display" | ""} standIn why there is no window, for the page to say
 * @returns {Promise<number>}
 */
async function serve(node, args, standIn) {
  const program = await commandLine(node);
  // The arguments of the browser's opener are seen by every user of the machine: they get a code that works once, not the token.
  const once = randomBytes(24).toString("base64url");
  return new Promise((resolve) => {
    const child = spawn(node, [program, "serve", ...args], {
      stdio: ["inherit", "pipe", "inherit"],
      cwd: calledFrom,
      env: { ...process.env, PINGHENG_STAND_IN: standIn, PINGHENG_OPEN_ONCE: once },
    });
    let printed = "";
    let opened = false;
    child.stdout.on("data", (chunk) => {
      process.stdout.write(chunk);
      if (opened) return;
      printed += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(printed)?.[0];
      if (!url) return;
      opened = true;
      say(`平衡已在浏览器中打开:${url}  (Ctrl-C 结束)`, `Pingheng opened in the browser: ${url}  (Ctrl-C ends it)`);
      openInBrowser(new URL(`/open/${once}`, url).href);
    });
    for (const signal of /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM"])) {
      process.on(signal, () => child.kill(signal));
    }
    child.on("close", (code, signal) => resolve(code ?? (signal === null ? 1 : 0)));
  });
}

/**
 * `npm start [-- FILE] [--browser] [--retry-electron] [--port N]`: the desktop app, or the same face in a browser
 * where Electron or a display is missing.
 * @param {string} node
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit status
 */
export async function start(node, args) {
  const browser = args.includes("--browser");
  const retry = args.includes("--retry-electron");
  const rest = args.filter((arg) => arg !== "--browser" && arg !== "--retry-electron");
  const hasFile = rest.some((arg, index) => !arg.startsWith("--") && rest[index - 1] !== "--port");
  const open = hasFile ? rest : [defaultFile, ...rest];
  await ensureBuilt(node, "renderer");
  const electron = browser ? undefined : await ensureElectron(node, { retry });
  if (electron && hasDisplay()) {
    await ensureBuilt(node, "electron");
    say("平衡正在窗口中打开。", "Pingheng opens in its window.");
    return runChild(electron, [inRoot("."), ...open], { cwd: calledFrom });
  }
  if (electron)
    say("没有图形界面,改在浏览器中打开。", "There is no display for a window; the app opens in the browser instead.");
  else if (!browser) say("没有 Electron,改在浏览器中打开。", "Without Electron the app opens in the browser instead.");
  return serve(node, open, browser ? "" : electron ? "no-display" : "no-electron");
}
