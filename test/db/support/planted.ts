import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Words and numbers nobody writes by chance, for looking whether a file shows them. */
export const planted = {
  words: ["碧水青山项目部密", "PLANTEDSECRETWORD", "机密往来单位甲"],
  numbers: [73_519_264_817, 918_273.6455],
} as const;

/** A document full of what is planted. */
export const plantedDocument = (number = 0): string =>
  JSON.stringify({
    format: "pingheng/model",
    version: 1,
    project: { name: planted.words[0], author: planted.words[1] },
    number,
    customLines: [{ id: "x", label: planted.words[2], values: planted.numbers }],
  });

function numberForms(number: number): readonly Buffer[] {
  const float = (write: "writeDoubleBE" | "writeDoubleLE"): Buffer => {
    const bytes = Buffer.alloc(8);
    bytes[write](number);
    return bytes;
  };
  const whole = Number.isInteger(number) ? [BigInt(number)] : [];
  const integers = whole.flatMap((value) => {
    const [big, little] = [Buffer.alloc(8), Buffer.alloc(8)];
    big.writeBigInt64BE(value);
    little.writeBigInt64LE(value);
    // SQLite keeps six bytes of it.
    return [big, little, big.subarray(2)];
  });
  return [Buffer.from(`${number}`), float("writeDoubleBE"), float("writeDoubleLE"), ...integers];
}

const needles: readonly Buffer[] = [
  ...planted.words.flatMap((word) => [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le")]),
  // Words in part, and what every plain model file begins with.
  Buffer.from("碧水青山", "utf8"),
  Buffer.from("PLANTED", "utf8"),
  Buffer.from("SQLite format", "utf8"),
  Buffer.from("pingheng/model", "utf8"),
  Buffer.from("平平平平", "utf8"),
  ...planted.numbers.flatMap(numberForms),
];

/** What of it stands in some bytes, as a person would name it. */
export const shownIn = (bytes: Buffer): readonly string[] =>
  needles.filter((needle) => bytes.includes(needle)).map((needle) => needle.toString("utf8"));

/** Every file under a folder that shows some of it. */
export function shownUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return shownUnder(path);
    const shown = [...shownIn(readFileSync(path)), ...shownIn(Buffer.from(name, "utf8"))];
    return shown.map((word) => `${path}: ${word}`);
  });
}
