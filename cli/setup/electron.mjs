// The Electron package carries no binary: it is downloaded the first time it is needed.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRoot, root } from "./paths.mjs";
import { say } from "./say.mjs";

const failureFile = inRoot("node_modules", ".pingheng-electron-failed.json");
const giveUpMs = 60_000;
const retryMs = 6 * 3_600_000;

/** Path of the Electron program, where its binary is present. */
export function electronProgram() {
  const pathFile = inRoot("node_modules", "electron", "path.txt");
  const fallback = process.platform === "win32" ? "electron.exe" : "electron";
  const name = existsSync(pathFile) ? readFileSync(pathFile, "utf8") : fallback;
  const folder = process.env["ELECTRON_OVERRIDE_DIST_PATH"] ?? inRoot("node_modules", "electron", "dist");
  const program = join(folder, name);
  return existsSync(program) ? program : undefined;
}

/** Whether a window can be shown at all. */
export function hasDisplay() {
  if (process.platform !== "linux") return true;
  return !!process.env["DISPLAY"] || !!process.env["WAYLAND_DISPLAY"];
}

/** @param {string} folder @returns {number} bytes in all files below it */
function bytesIn(folder) {
  if (!existsSync(folder)) return 0;
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    try {
      sum += entry.isDirectory() ? bytesIn(path) : statSync(path).size;
    } catch {
      // The download renames and removes its files while they are counted; the next count sees the result.
    }
  }
  return sum;
}

/**
 * Runs a download and ends it when the bytes it writes stop growing.
 * @param {{program: string, args: readonly string[], env: NodeJS.ProcessEnv, folders: readonly string[], giveUpMs: number, pollMs: number}} job
 * @returns {Promise<{ok: boolean, reason: string}>}
 */
export function runWithProgressLimit(job) {
  return new Promise((resolve) => {
    const child = spawn(job.program, job.args, {
      cwd: root,
      env: job.env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let errors = "";
    let seen = 0;
    let progressAt = Date.now();
    let stalled = false;
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    const timer = setInterval(() => {
      const bytes = job.folders.reduce((sum, folder) => sum + bytesIn(folder), 0);
      if (bytes !== seen) {
        if (bytes >> 23 !== seen >> 23) process.stderr.write(`  ${Math.round(bytes / 1e6)} MB\n`);
        seen = bytes;
        progressAt = Date.now();
      } else if (Date.now() - progressAt >= job.giveUpMs) {
        stalled = true;
        child.kill("SIGKILL");
      }
    }, job.pollMs);
    const finish = (/** @type {boolean} */ ok, /** @type {string} */ reason) => {
      clearInterval(timer);
      resolve({ ok, reason });
    };
    child.on("error", (error) => finish(false, error.message));
    child.on("close", (code) => {
      const seconds = Math.round(job.giveUpMs / 1000);
      if (stalled) finish(false, `no progress for ${seconds} s`);
      else finish(code === 0, errors.trim().split("\n")[0] ?? "");
    });
  });
}

/** The last failure, where it is recent enough that another attempt would only make the user wait again. */
function recentFailure() {
  if (!existsSync(failureFile)) return undefined;
  const failure = JSON.parse(readFileSync(failureFile, "utf8"));
  const sameMirror = failure.mirror === (process.env["ELECTRON_MIRROR"] ?? "");
  return sameMirror && Date.now() - failure.at < retryMs ? failure : undefined;
}

/** @param {string} node */
async function download(node) {
  say(
    "正在下载 Electron(约 110 MB,只需一次;60 秒没有进展就放弃)……",
    "Downloading Electron (about 110 MB, once; given up after 60 s without progress) …",
  );
  const temporary = mkdtempSync(join(tmpdir(), "pingheng-electron-"));
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  const folders = [temporary, inRoot("node_modules", "electron", "dist")];
  const args = [inRoot("node_modules", "electron", "install.js")];
  const result = await runWithProgressLimit({ program: node, args, env, folders, giveUpMs, pollMs: 1000 });
  rmSync(temporary, { recursive: true, force: true });
  return result;
}

/**
 * Makes sure that the Electron program is there.
 * @param {string} node Node 22 or newer
 * @param {{retry: boolean}} options `retry`: try even where an attempt failed a short while ago
 * @returns {Promise<string | undefined>} its path; undefined, after saying why, where it cannot be had
 */
export async function ensureElectron(node, options) {
  const present = electronProgram();
  if (present) return present;
  const failure = options.retry ? undefined : recentFailure();
  const result = failure ?? (await download(node));
  const program = electronProgram();
  if (result.ok && program) {
    rmSync(failureFile, { force: true });
    return program;
  }
  if (!failure) {
    const mirror = process.env["ELECTRON_MIRROR"] ?? "";
    writeFileSync(failureFile, JSON.stringify({ at: Date.now(), mirror, reason: result.reason }));
  }
  const again = failure ? { zh: "(上次尝试)", en: " (last attempt)" } : { zh: "", en: "" };
  say(
    `Electron 下载失败${again.zh}:${result.reason}。可把环境变量 ELECTRON_MIRROR 设为镜像地址再试;6 小时内不再自动重试,立即重试请用 npm start -- --retry-electron。`,
    `Electron could not be downloaded${again.en}: ${result.reason}. Set the variable ELECTRON_MIRROR to a mirror to try another source. No new automatic attempt for 6 hours; to try at once: npm start -- --retry-electron.`,
  );
  return undefined;
}
