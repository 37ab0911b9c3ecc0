// Brings node_modules in line with package-lock.json. Works with nothing but Node 18 and npm.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { runChild } from "./child.mjs";
import { withLock } from "./lock.mjs";
import { withCapableNpm } from "./newerNode.mjs";
import { bundledNode } from "./node24.mjs";
import { inRoot } from "./paths.mjs";
import { SetupError, say } from "./say.mjs";

const stampFile = inRoot("node_modules", ".pingheng-setup");

/** What node_modules should have been made from: the lock file on this kind of machine. */
function wantedStamp() {
  const lock = readFileSync(inRoot("package-lock.json"));
  return `${createHash("sha256").update(lock).digest("hex")} ${process.platform}-${process.arch}\n`;
}

/**
 * Whether an installed tree, as npm itself recorded it, holds every package of the lock file in its version.
 * @param {{packages: Record<string, {version?: string, optional?: boolean, devOptional?: boolean}>}} lock
 * @param {{packages: Record<string, {version?: string}>}} installed
 */
export function holdsAll(lock, installed) {
  return Object.entries(lock.packages).every(([path, entry]) => {
    if (path === "") return true;
    const found = installed.packages[path];
    if (!found) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version;
  });
}

/** A tree that somebody made with plain `npm ci` or `npm install` is as good as ours: look at npm's own record once. */
function installedByHand() {
  const record = inRoot("node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  return holdsAll(
    JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8")),
    JSON.parse(readFileSync(record, "utf8")),
  );
}

/** Whether node_modules matches the lock file. */
export function packagesReady() {
  if (!existsSync(bundledNode())) return false;
  const wanted = wantedStamp();
  if (existsSync(stampFile)) return readFileSync(stampFile, "utf8") === wanted;
  if (!installedByHand()) return false;
  writeFileSync(stampFile, wanted);
  return true;
}

/** How to start npm: the one that started us, else the one on PATH. */
function npmCommand() {
  const cli = process.env["npm_execpath"];
  if (cli?.endsWith("npm-cli.js")) {
    return { program: process.env["npm_node_execpath"] ?? process.execPath, args: [cli], shell: false };
  }
  const windows = process.platform === "win32";
  return { program: windows ? "npm.cmd" : "npm", args: [], shell: windows };
}

/** `npm ci` removes node_modules first; Windows cannot remove the Node that is running from inside it. */
function npmVerb() {
  const runsFromInside = process.execPath.startsWith(inRoot("node_modules"));
  return process.platform === "win32" && runsFromInside ? "install" : "ci";
}

async function install() {
  say(
    "正在安装依赖包(约 700 MB,通常不到 1 分钟)……",
    "Installing packages (about 700 MB, usually less than a minute) …",
  );
  const started = Date.now();
  const beat = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    say(`  …… 已用 ${seconds} 秒`, `  … ${seconds} s so far`);
  }, 15_000);
  const options = ["--include=dev", "--ignore-scripts=false", "--no-audit", "--no-fund", "--loglevel=error"];
  const status = await withCapableNpm(npmCommand(), ({ program, args, shell }) =>
    runChild(program, [...args, npmVerb(), ...options], { stdio: ["ignore", 2, 2], shell }),
  ).finally(() => clearInterval(beat));
  if (status !== 0) {
    throw new SetupError(
      `npm 安装依赖失败(状态 ${status})。请检查网络;若要用镜像,先运行 npm config set registry 镜像地址,再试一次。仍不成功时先删除 node_modules,或升级 npm:npm install -g npm@11。`,
      `npm could not install the packages (status ${status}). Check the network; to use a mirror, run npm config set registry MIRROR and try again. Deleting node_modules first may help, and so may a newer npm: npm install -g npm@11.`,
    );
  }
  if (!existsSync(bundledNode())) {
    throw new SetupError(
      "依赖包已安装,但其中没有 Node 24(安装脚本被禁用?)。请运行 npm config delete ignore-scripts 并升级 npm 后再试。",
      "The packages were installed but brought no Node 24 (are install scripts switched off?). Run npm config delete ignore-scripts, update npm and try again.",
    );
  }
  writeFileSync(stampFile, wantedStamp());
  const seconds = Math.round((Date.now() - started) / 1000);
  say(`依赖包已就绪(${seconds} 秒)。`, `Packages are ready (${seconds} s).`);
}

/** Installs the packages where they are missing or stale. */
export async function ensurePackages() {
  if (packagesReady()) return;
  await withLock("packages", async () => {
    if (!packagesReady()) await install();
  });
}
