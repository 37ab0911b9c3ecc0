import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { appProblem } from "../app/problems.ts";
import { fail, type Result, succeed } from "../models/wording/problem.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "microsoft-edge", "msedge.exe", "chrome.exe"];
/** Where the systems put them, though no path leads there. */
const PLACES = [
  ["PROGRAMFILES(X86)", "Microsoft/Edge/Application/msedge.exe"],
  ["PROGRAMFILES", "Microsoft/Edge/Application/msedge.exe"],
  ["PROGRAMFILES", "Google/Chrome/Application/chrome.exe"],
] as const;
const ON_MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const LIMIT_MS = 120_000;

/** A browser of this machine that prints without a window. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const onPath = (env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const installed = PLACES.flatMap(([name, place]) => (env[name] === undefined ? [] : [join(env[name], place)]));
  return [...onPath, ...installed, ...ON_MAC].find((place) => existsSync(place));
}

/** A page of ours printed to a PDF, in a folder of its own that is gone afterwards; the page has no script and asks for nothing. */
export async function printedPdf(page: Uint8Array, browser = findBrowser()): Promise<Result<Uint8Array>> {
  if (browser === undefined) return fail(appProblem("export.browser", "--to"));
  const folder = await mkdtemp(join(tmpdir(), "pingheng-print-"));
  try {
    const [source, target] = [join(folder, "page.html"), join(folder, "page.pdf")];
    await writeFile(source, page, { mode: 0o600 });
    const said = await run(browser, [
      "--headless",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-extensions",
      "--no-first-run",
      "--no-pdf-header-footer",
      // A browser that is run as root has no sandbox; the page has no script and its policy lets nothing in.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      `--user-data-dir=${join(folder, "profile")}`,
      `--print-to-pdf=${target}`,
      pathToFileURL(source).href,
    ]);
    if (!existsSync(target)) return fail(appProblem("export.print", "--to", said));
    return succeed(await readFile(target));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs it to its end; what it complained of at last. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "ignore", "pipe"],
      timeout: LIMIT_MS,
      killSignal: "SIGKILL",
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said = chunk.toString("utf8").trim().split("\n").at(-1) ?? "";
    });
    child.on("error", (error) => resolve(error.message));
    child.on("close", () => resolve(said));
  });
}
