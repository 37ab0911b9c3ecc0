import { plainText } from "../window/plain.ts";

const forbidden = '<>:"/\\|?*';
const lengthMax = 80;
/** Names that Windows keeps for devices, whatever follows the point. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A suggested file name without what some system refuses in one, and with its ending.
 * @param ending with its point
 */
export function fileNameFor(name: string, ending = ".pingheng"): string {
  const bare = name.toLowerCase().endsWith(ending.toLowerCase()) ? name.slice(0, name.length - ending.length) : name;
  const kept = Array.from(bare, (letter) => (forbidden.includes(letter) || letter < " " ? "-" : letter));
  const clean = Array.from(plainText(kept.join("")).trim().replace(/^\.+/, ""))
    .slice(0, lengthMax)
    .join("")
    .replace(/[. ]+$/, "");
  const free = devices.test(clean.split(".")[0] ?? "") ? `_${clean}` : clean;
  return `${free === "" ? "pingheng" : free}${ending}`;
}
