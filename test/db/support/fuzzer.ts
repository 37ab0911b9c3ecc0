// Reads one mutated file after the other as the guard's process does, and says what came of each: until it dies, hangs or is through.
// Arguments: folder, seed, first and last number.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readModelBytes } from "../../../db/disk/read.ts";
import { readStored } from "../../../db/memory/read.ts";
import { mutated, plantedCount } from "./mutations.ts";
import { Random } from "./random.ts";

const [folder = "", seed = "0", first = "0", last = "0"] = process.argv.slice(2);
const sound = readFileSync(join(folder, "sound"));
const path = join(folder, "read", "model.pingheng");
const longAgo = new Date("2020-02-03T04:05:06Z");

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

for (let index = Number(first); index < Number(last); index += 1) {
  const { kind, bytes } = mutated(sound, index, new Random(Number(seed) + index * 7919));
  writeFileSync(path, bytes);
  utimesSync(path, longAgo, longAgo);
  const whole = index < plantedCount || index % 2 === 0;
  process.send?.("reading");
  const read = await readModelBytes(path);
  const result = read.ok ? readStored(read.value, path, { revision: null, whole }) : read;
  const untouched =
    hashOf(readFileSync(path)) === hashOf(bytes) &&
    statSync(path).mtime.getTime() === longAgo.getTime() &&
    readdirSync(join(folder, "read")).length === 1;
  const { document, id } = result.ok ? result.value.revision : { document: "", id: "" };
  process.send?.({
    index,
    kind,
    untouched,
    opened: result.ok ? hashOf(Buffer.from(`${id}${document}`)) : null,
    code: result.ok ? null : result.problems.map(({ code }) => code).join(),
  });
}
process.disconnect?.();
