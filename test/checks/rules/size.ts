import { isCode, type Rule } from "../sources.ts";

const linesMax = 400;
const bytesMax = 25 * 1024;

/** A file that does not fit in one look is two files. */
export const fileSize: Rule = {
  name: "file size",
  check: ({ path, text }) => {
    if (!isCode(path)) return [];
    const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
    const bytes = Buffer.byteLength(text, "utf8");
    if (lines <= linesMax && bytes <= bytesMax) return [];
    const message = `${lines} lines, ${bytes} bytes; at most ${linesMax} lines and ${bytesMax} bytes`;
    return [{ path, line: lines, message }];
  },
};
