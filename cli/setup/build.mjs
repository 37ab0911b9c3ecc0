// Bundles the face and the desktop shell with Vite; skipped where nothing they are made from has changed.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { captureChild } from "./child.mjs";
import { inRoot, root } from "./paths.mjs";
import { SetupError, say } from "./say.mjs";

/** @typedef {"renderer" | "electron"} Bundle */

/** @type {Record<Bundle, {configs: string[], sources: string[], stamp: string}>} */
const bundles = {
  renderer: {
    configs: ["vite.config.ts"],
    sources: ["renderer", "app", "models", "vite.config.ts", "package-lock.json"],
    stamp: inRoot("dist", "renderer.stamp"),
  },
  electron: {
    configs: ["vite.main.config.ts", "vite.preload.config.ts"],
    sources: ["electron", "app", "db", "models", "vite.main.config.ts", "vite.preload.config.ts", "package-lock.json"],
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
  const bundle = bundles[name];
  const wanted = fingerprint(bundle.sources);
  if (existsSync(bundle.stamp) && readFileSync(bundle.stamp, "utf8") === wanted) return;
  say(`正在构建 ${name} ……`, `Building ${name} …`);
  for (const config of bundle.configs) {
    const vite = inRoot("node_modules", "vite", "bin", "vite.js");
    const { status, output } = await captureChild(node, [vite, "build", "--config", config, "--logLevel", "warn"]);
    if (status !== 0) {
      throw new SetupError(`构建失败(${config}):\n${output}`, `The build failed (${config}); Vite's message is above.`);
    }
  }
  writeFileSync(bundle.stamp, wanted);
}
