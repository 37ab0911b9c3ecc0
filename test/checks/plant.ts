import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { inRoot } from "../../cli/setup/paths.mjs";

function fill(folder: string, files: Readonly<Record<string, string>>): string {
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Writes a small source tree inside the checkout, where packages resolve as they do for the real one; gone after the test. */
export function plant(files: Readonly<Record<string, string>>): string {
  mkdirSync(inRoot("dist"), { recursive: true });
  return fill(mkdtempSync(inRoot("dist", "planted-")), files);
}

/** Writes a small checkout of its own with our packages and the named settings; gone after the test. */
export function plantCheckout(settings: readonly string[], files: Readonly<Record<string, string>>): string {
  const folder = fill(mkdtempSync(join(tmpdir(), "pingheng-planted-")), files);
  for (const name of settings) copyFileSync(inRoot(name), join(folder, name));
  symlinkSync(inRoot("node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}
