// `npm run docs` runs this file: writes every generated page and the hashes of published rule packs, and removes pages nothing generates any more.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pages } from "./pages/index.ts";
import { writePublishedHashes } from "./publish.ts";

const at = (path: string): URL => new URL(path, import.meta.url);
const written = pages();

for (const folder of ["mechanisms", "rules"]) {
  mkdirSync(at(`${folder}/`), { recursive: true });
  for (const name of readdirSync(at(`${folder}/`)))
    if (!written.has(`${folder}/${name}`)) rmSync(at(`${folder}/${name}`));
}
for (const [path, text] of written) {
  mkdirSync(at(dirname(path)), { recursive: true });
  writeFileSync(at(path), text);
}
writePublishedHashes();
process.stdout.write(`${written.size} pages written below docs/\n`);
