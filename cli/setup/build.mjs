// Bundles the face, the desktop shell and the command line with Vite; skipped where nothing they are made from has changed.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { captureChild } from "./child.mjs";
import { inRoot, root } from "./paths.mjs";
import { SetupError, say } from "./say.mjs";
import { writeStamp } from "./stamp.mjs";

/** @typedef {"renderer" | "electron"} Bundle */

/** @type {Record<Bundle, {configs: string[], sources: string[], stamp: string}>} */
const bundles = {
  renderer: {
    configs: ["vite.config.ts"],
    sources: ["renderer", "app", "models", "cli/setup/licences.mjs", "vite.config.ts", "package-lock.json"],
    stamp: inRoot("dist", "renderer.stamp"),
  },
  electron: {
    configs: ["vite.main.config.ts", "vite.preload.config.ts"],
    sources: [
      ...["electron", "app", "db", "models", "cli/setup/solver.mjs", "cli/setup/licences.mjs"],
      ...["vite.main.config.ts", "vite.preload.config.ts", "package-lock.json"],
    ],
    stamp: inRoot("dist", "electron.stamp"),
  },
};

/** @param {readonly string[]} sources files and folders below the root */
function fingerprint(sources) {
  const hash = createHash("sha256");
  const visit = (/** @type {string} */ path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    const entries = path.includes(".") ? null : readdirSync(full, { withFileTypes: true });
    if (entries === null) {
      hash.update(path).update(readFileSync(full));
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = `${path}/${entry.name}`;
      if (entry.isDirectory()) visit(child);
      else hash.update(child).update(readFileSync(join(root, child)));
    }
  };
  for (const source of sources) visit(source);
  return hash.digest("hex");
}

/**
 * Builds one bundle where it is missing or stale.
 * @param {string} node Node 22 or newer
 * @param {Bundle} name
 * @returns {Promise<void>} throws a SetupError with Vite's own message where the build fails
 */
export async function ensureBuilt(node, name) {
  await writeStamp();
  const bundle = bundles[name];
  const wanted = fingerprint(bundle.sources);
  if (existsSync(bundle.stamp) && readFileSync(bundle.stamp, "utf8") === wanted) return;
  say(`正在构建 ${name} ……`, `Building ${name} …`);
  for (const config of bundle.configs) await runVite(node, config);
  writeFileSync(bundle.stamp, wanted);
}

/**
 * @param {string} node
 * @param {string} config
 * @param {readonly string[]} more
 */
async function runVite(node, config, more = []) {
  const vite = inRoot("node_modules", "vite", "bin", "vite.js");
  const words = [vite, "build", "--config", config, "--logLevel", "warn", ...more];
  const { status, output } = await captureChild(node, words);
  if (status !== 0) {
    throw new SetupError(`构建失败(${config}):\n${output}`, `The build failed (${config}); Vite's message is above.`);
  }
}

const COMMAND_LINE = {
  config: "vite.cli.config.ts",
  sources: ["cli", "app", "db", "models", "vite.cli.config.ts", "package-lock.json"],
  folder: inRoot("dist", "cli"),
};
const DAY_MS = 86_400_000;

/**
 * The command line's program, bundled where that has not been done for these sources. Every state of the sources has a folder of its own, so that a
 * host that is running keeps its files; two that build at once make the same.
 * @param {string} node
 * @returns {Promise<string>} path of the program
 */
export async function commandLine(node) {
  const { config, sources, folder } = COMMAND_LINE;
  const name = fingerprint(sources).slice(0, 16);
  const built = join(folder, name);
  const program = join(built, "main.js");
  if (existsSync(program)) return program;
  const fresh = join(folder, `fresh-${process.pid}`);
  await runVite(node, config, ["--outDir", fresh]);
  try {
    renameSync(fresh, built);
  } catch (error) {
    // Another process was first.
    if (!existsSync(program)) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
  sweep(folder, name);
  return program;
}

/**
 * Removes builds of other sources that nobody has made today.
 * @param {string} folder
 * @param {string} kept
 */
function sweep(folder, kept) {
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry);
    if (entry === kept || Date.now() - statSync(path).mtimeMs < DAY_MS) continue;
    rmSync(path, { recursive: true, force: true });
  }
}
