// Programs that only tests and PDF export need: found where they are, installed on Debian and Ubuntu when root.
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { captureChild } from "./child.mjs";

/**
 * @typedef {object} Tool
 * @property {string} id
 * @property {string} env variable that names the program and wins over the search
 * @property {readonly string[]} names looked for on PATH
 * @property {readonly string[]} places looked for after PATH
 * @property {readonly string[]} debian packages that bring it
 * @property {readonly string[]} probe arguments of a call that ends at once with status 0
 */

const programFiles = [
  process.env["PROGRAMFILES"],
  process.env["PROGRAMFILES(X86)"],
  process.env["LOCALAPPDATA"],
].filter((folder) => folder !== undefined);

/** @type {readonly Tool[]} */
export const tools = [
  {
    id: "chromium",
    env: "PINGHENG_CHROMIUM",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
    places: [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      ...programFiles.map((folder) => join(folder, "Google", "Chrome", "Application", "chrome.exe")),
      ...programFiles.map((folder) => join(folder, "Microsoft", "Edge", "Application", "msedge.exe")),
    ],
    debian: ["chromium"],
    probe: ["--version"],
  },
  {
    id: "cjk-fonts",
    env: "PINGHENG_CJK_FONT",
    names: [],
    places: [
      "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
      "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
      "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
      "/System/Library/Fonts/PingFang.ttc",
      "/System/Library/Fonts/STHeiti Light.ttc",
      join(process.env["WINDIR"] ?? "C:\\Windows", "Fonts", "msyh.ttc"),
    ],
    debian: ["fonts-noto-cjk"],
    probe: [],
  },
  {
    id: "libreoffice",
    env: "PINGHENG_SOFFICE",
    names: ["soffice", "libreoffice"],
    places: [
      "/Applications/LibreOffice.app/Contents/MacOS/soffice",
      ...programFiles.map((folder) => join(folder, "LibreOffice", "program", "soffice.exe")),
    ],
    debian: ["libreoffice-calc", "libreoffice-writer"],
    probe: [],
  },
  {
    id: "poppler",
    env: "PINGHENG_PDFTOTEXT",
    names: ["pdftotext"],
    places: [],
    debian: ["poppler-utils"],
    probe: ["-v"],
  },
  {
    // Of GNU: the one of moreutils knows no --version.
    id: "parallel",
    env: "PINGHENG_PARALLEL",
    names: ["parallel"],
    places: [],
    debian: ["parallel"],
    probe: ["--version"],
  },
];

/** @param {string} path */
function usable(path) {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A program on PATH.
 * @param {string} name
 * @returns {string | undefined}
 */
export function onPath(name) {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  for (const folder of folders) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (existsSync(path)) return path;
    }
  }
  return undefined;
}

/**
 * Where a tool is on this machine, by its id.
 * @param {string} id
 * @returns {string | undefined}
 */
export function findTool(id) {
  const tool = tools.find((candidate) => candidate.id === id);
  if (!tool) throw new Error(`unknown tool ${id}`);
  const named = process.env[tool.env];
  if (named) return usable(named) ? named : undefined;
  for (const name of tool.names) {
    const path = onPath(name);
    if (path) return path;
  }
  return tool.places.find(usable);
}

/**
 * The tools that are absent or do not start (Ubuntu's `chromium` package is a stub that needs snap).
 * @returns {Promise<Tool[]>}
 */
export async function missingTools() {
  const missing = [];
  for (const tool of tools) {
    const path = findTool(tool.id);
    if (!path) {
      missing.push(tool);
    } else if (tool.probe.length > 0) {
      const { status } = await captureChild(path, tool.probe, { timeoutMs: 20_000 });
      if (status !== 0) missing.push(tool);
    }
  }
  return missing;
}

/**
 * What to do to get a tool, one line, both languages.
 * @param {Tool} tool
 */
export function howToGet(tool) {
  const packages = tool.debian.join(" ");
  return `${tool.id}: sudo apt-get install --no-install-recommends ${packages} (Debian/Ubuntu), or set ${tool.env} / 或设置环境变量 ${tool.env}`;
}
