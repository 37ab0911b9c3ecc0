import { existsSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { SetupError } from "./say.mjs";

/** Oldest Node that can run the app: the SQLite binding crashes the process on anything older, without a message. */
export const oldestMajor = 22;

/** The Node that came with the packages. */
export function bundledNode() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  return inRoot("node_modules", "node", "bin", name);
}

/**
 * Refuses a Node that would crash the app.
 * @param {string} version like `20.20.2`
 */
export function refuseOldNode(version) {
  const major = Number.parseInt(version, 10);
  if (major >= oldestMajor) return;
  throw new SetupError(
    `Node ${version} 运行平衡会直接崩溃,至少需要 Node ${oldestMajor}。请用 npm start、npm test 或 npm run 启动,它们自带 Node 24。`,
    `Node ${version} would crash Pingheng; it needs Node ${oldestMajor} or newer. Start it with npm start, npm test or npm run: they bring Node 24 along.`,
  );
}

/** Path of the Node to run the app with: the bundled one, else this one where it is new enough. */
export function nodeForApp() {
  const bundled = bundledNode();
  if (existsSync(bundled)) return bundled;
  refuseOldNode(process.versions.node);
  return process.execPath;
}
