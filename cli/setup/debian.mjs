import { existsSync } from "node:fs";
import { runChild } from "./child.mjs";
import { say } from "./say.mjs";
import { missingTools, onPath } from "./tools.mjs";

/** Whether packages can be installed here without asking anybody: Debian or Ubuntu, and root. */
function canInstall() {
  return (
    process.platform === "linux" && process.getuid?.() === 0 && existsSync("/etc/debian_version") && !!onPath("apt-get")
  );
}

/** @param {readonly string[]} args */
function aptGet(args) {
  return runChild("apt-get", ["-q", "-y", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0", ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "ignore", 2],
  });
}

/**
 * Installs the test tools that are missing, where that is possible.
 * @returns {Promise<import("./tools.mjs").Tool[]>} those still missing afterwards
 */
export async function ensureTools() {
  const missing = await missingTools();
  if (missing.length === 0 || !canInstall()) return missing;
  const packages = missing.flatMap((tool) => tool.debian);
  say(`正在安装测试所需的软件:${packages.join(" ")}`, `Installing what the tests need: ${packages.join(" ")}`);
  if ((await aptGet(["update"])) !== 0) {
    say(
      "apt-get update 失败,继续用已有的软件清单。",
      "apt-get update failed; going on with the package lists at hand.",
    );
  }
  const all = await aptGet(["install", "--no-install-recommends", ...packages]);
  if (all !== 0) {
    // One package that cannot be had must not take the others with it.
    for (const tool of missing) await aptGet(["install", "--no-install-recommends", ...tool.debian]);
  }
  return missingTools();
}
