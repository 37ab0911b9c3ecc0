// SHA-256 of every file to be published, in the form that `sha256sum --check` reads.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";

const PUBLISHED = /\.(AppImage|deb|exe|dmg)$/;

/**
 * Writes the sums of the installers in a folder beside them.
 * @param {string} folder
 * @param {string} name of the file of sums
 * @returns {Promise<string>} what was written; throws where there is no installer
 */
export async function writeChecksums(folder, name) {
  const files = (await readdir(folder)).filter((file) => PUBLISHED.test(file)).sort();
  if (files.length === 0) throw new Error(`there is no installer in ${folder}`);
  const lines = [];
  for (const file of files) {
    const hash = createHash("sha256");
    await pipeline(createReadStream(join(folder, file)), hash);
    lines.push(`${hash.digest("hex")}  ${file}\n`);
  }
  const text = lines.join("");
  await writeFile(join(folder, name), text);
  return text;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [, , folder = "", name = ""] = process.argv;
  process.stdout.write(await writeChecksums(folder, name));
}
