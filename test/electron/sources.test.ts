import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = globSync("electron/**/*.ts", { cwd: root }).map((path) => ({
  path,
  text: readFileSync(`${root}/${path}`, "utf8"),
}));

/** Names imported from the electron package by one source. */
function imported(text: string): string[] {
  const found = [...text.matchAll(/import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+"electron"/g)];
  return found.flatMap((match) => (match[1] ?? "").split(",").map((name) => name.replace(/^\s*type\s+/, "").trim()));
}

describe("the sources of the shell", () => {
  it("are all looked at", () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.flatMap(({ text }) => imported(text))).toContain("BrowserWindow");
  });

  it("never hand anything to another program, run a page's scripts or fetch from the network", () => {
    const banned = ["shell", "net", "BrowserView", "WebContentsView", "autoUpdater", "desktopCapturer", "remote"];
    for (const { path, text } of sources) {
      expect(
        imported(text).filter((name) => banned.includes(name)),
        path,
      ).toEqual([]);
      expect(text, path).not.toMatch(
        /executeJavaScript|insertCSS|enableBlinkFeatures|allowpopups|unsafe-(eval|inline)|loadFile/,
      );
      expect(text, path).not.toMatch(/\bfetch\(|https?:\/\//);
    }
  });

  it("judge addresses whole, never by a part of their text", () => {
    for (const { path, text } of sources) {
      expect(text, path).not.toMatch(/(url|address|origin)\w*\??\.(includes|startsWith|indexOf|match)\(/i);
    }
  });
});

describe("the Electron in use", () => {
  const { devDependencies } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));

  it("is one exact version", () => {
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number.parseInt(devDependencies.electron, 10)).toBeGreaterThanOrEqual(45);
  });

  it("is the one the decision names, with the day on which it was the newest", () => {
    const page = readFileSync(`${root}/docs/decisions/desktop-shell.md`, "utf8");
    const [, version, day] =
      /\*\*Electron (\d+\.\d+\.\d+)\*\*, the newest on the registry on (\d{4}-\d\d-\d\d)/.exec(page) ?? [];
    expect(version).toBe(devDependencies.electron);
    expect(Number.isNaN(Date.parse(day ?? ""))).toBe(false);
  });
});
