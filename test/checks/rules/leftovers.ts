import type { Rule } from "../sources.ts";

// Put together from parts so that this file does not object to itself.
const marks = [
  ["TO", "DO"],
  ["FIX", "ME"],
  ["X", "XX"],
  ["HA", "CK"],
].map((parts) => parts.join(""));
const mark = new RegExp(`\\b(${marks.join("|")})\\b`);
// Biome's own mark is left alone: it silences one rule at one place and is refused without a reason.
const silenced = new RegExp(`@ts-(${["ignore", "nocheck", "expect-error"].join("|")})`);

/** Work that was put off, and checks that were switched off, are not committed. */
export const leftovers: Rule = {
  name: "nothing left over",
  check: ({ path, text }) =>
    text.split("\n").flatMap((content, index) => {
      const found = mark.exec(content) ?? (/\.[mc]?[jt]sx?$/.test(path) ? silenced.exec(content) : null);
      return found ? [{ path, line: index + 1, message: `left over: ${found[0]}` }] : [];
    }),
};
