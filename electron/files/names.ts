const forbidden = '<>:"/\\|?*';
const lengthMax = 80;

/** A suggested file name without what some system refuses in one, and with the model file's ending. */
export function fileNameFor(name: string): string {
  const bare = name.replace(/\.pingheng$/i, "");
  const kept = Array.from(bare, (letter) => (forbidden.includes(letter) || letter < " " ? "-" : letter));
  const clean = kept.join("").trim().replace(/^\.+/, "").slice(0, lengthMax).trim();
  return `${clean === "" ? "pingheng" : clean}.pingheng`;
}
