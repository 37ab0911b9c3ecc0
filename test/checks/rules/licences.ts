import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { type Source, walk } from "../sources.ts";

/** Licences that allow shipping inside an MIT product. */
const allowed = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  "Zlib",
  "Unlicense",
  "CC0-1.0",
  "BlueOak-1.0.0",
  "Python-2.0",
]);

interface Manifest {
  readonly license?: string | { readonly type?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Folders whose imports end up in what users get. */
const shipped = /^(models|db|app|cli|electron|renderer)\//;

/** Packages that shipped sources import, by name. */
export function shippedPackages(sources: readonly Source[]): string[] {
  const names = new Set<string>();
  for (const source of sources) {
    if (!shipped.test(source.path)) continue;
    walk(source, (node) => {
      if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return;
      const name = /^(?:@[^/]+\/)?[^./@][^/]*/.exec(node.moduleSpecifier.text)?.[0];
      if (name && !name.startsWith("node:")) names.add(name);
    });
  }
  return [...names].sort();
}

/** Whether a licence expression can be met with allowed licences only. */
export function licenceAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, " ").trim();
  return plain.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((name) => allowed.has(name.trim())));
}

function findPackage(root: string, from: string, name: string): string | undefined {
  for (let folder = from; folder.length >= root.length; folder = join(folder, "..")) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return candidate;
  }
  return undefined;
}

/** Looks at the licence of each named package and of everything it depends on. */
export function licenceFindings(root: string, names: readonly string[]): { seen: number; findings: string[] } {
  const seen = new Set<string>();
  const findings: string[] = [];
  const look = (from: string, name: string): void => {
    const folder = findPackage(root, from, name);
    if (!folder || seen.has(folder)) return;
    seen.add(folder);
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
    const licence = typeof manifest.license === "string" ? manifest.license : (manifest.license?.type ?? "none");
    if (!licenceAllowed(licence)) findings.push(`${name}: ${licence}`);
    for (const dependency of Object.keys(manifest.dependencies ?? {})) look(folder, dependency);
  };
  for (const name of names) look(root, name);
  return { seen: seen.size, findings };
}
