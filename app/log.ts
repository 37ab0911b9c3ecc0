/** Characters a terminal obeys instead of showing, or that turn the order of what is read: names of a stranger's file may hold them. */
const COMMANDS = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

const escaped = (character: string): string => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;

/** A line as a terminal or a log may be given it: commands are shown by their numbers. */
export const shown = (line: string): string => line.replaceAll(COMMANDS, escaped);

const MESSAGE_MAX = 300;
const PLACES_MAX = 20;

/**
 * What a log may hold of a fault of the program: its kind, the first words of what it says, and the places in the program. A message may quote what a model
 * says, so that it is cut and cannot move a terminal.
 */
export function logText(error: unknown): string {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const message = said.length > MESSAGE_MAX ? `${said.slice(0, MESSAGE_MAX)}…` : said;
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const places = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return ["internal", ...places.slice(0, PLACES_MAX)]
    .map((line, index) => shown(index === 0 ? `${line}: ${message}` : line))
    .join("\n");
}
