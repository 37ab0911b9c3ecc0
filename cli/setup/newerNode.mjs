// An old Node makes npm leave out the native parts of our build tools, silently: they are optional packages that ask
// for a newer one. So an old Node first brings Node 24 and its npm into a temporary folder, and these install the rest.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChild } from "./child.mjs";
import { inRoot } from "./paths.mjs";
import { SetupError, say } from "./say.mjs";

/**
 * Whether every package can be installed under this Node: 20.19, 22.12 or newer.
 * @param {string} version like `20.20.2`
 */
export function canInstallUnder(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

/**
 * Runs `work` with a Node and an npm that can install every package.
 * @template T
 * @param {{program: string, args: readonly string[], shell: boolean}} npm the npm at hand
 * @param {(npm: {program: string, args: readonly string[], shell: boolean}) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withCapableNpm(npm, work) {
  if (canInstallUnder(process.versions.node)) return work(npm);
  say(
    `Node ${process.versions.node} 太旧,先取得 Node 24 ……`,
    `Node ${process.versions.node} is old; fetching Node 24 first …`,
  );
  const folder = mkdtempSync(join(tmpdir(), "pingheng-node-"));
  try {
    const { devDependencies } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, allowScripts: { node: true } }));
    const wanted = [`node@${devDependencies.node}`, "npm@11"];
    const args = [
      ...npm.args,
      "install",
      "--no-save",
      "--no-audit",
      "--no-fund",
      "--ignore-scripts=false",
      "--loglevel=error",
    ];
    const status = await runChild(npm.program, [...args, ...wanted], {
      cwd: folder,
      stdio: ["ignore", 2, 2],
      shell: npm.shell,
    });
    if (status !== 0) {
      throw new SetupError(
        `未能取得 Node 24(状态 ${status})。请检查网络,或自行安装 Node 24 后再试。`,
        `Node 24 could not be fetched (status ${status}). Check the network, or install Node 24 yourself and try again.`,
      );
    }
    const node = join(folder, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
    return await work({
      program: node,
      args: [join(folder, "node_modules", "npm", "bin", "npm-cli.js")],
      shell: false,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
