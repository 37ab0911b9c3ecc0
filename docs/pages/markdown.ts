/** Text of a table cell: what would end the cell is escaped, line breaks become `<br>`. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", "<br>");

/** A table with its head; nothing at all where it has no rows. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)];
}

/** Text set as code, also where it holds a backtick. */
export const code = (text: string): string => (text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``);

/** A page from its blocks, one blank line between them, each a line or lines; empty blocks are left out. */
export function pageOf(...blocks: readonly (string | readonly string[])[]): string {
  const written = blocks.map((block) => (typeof block === "string" ? block : block.join("\n")));
  return `${written.filter((block) => block !== "").join("\n\n")}\n`;
}

/** Both languages in one cell, Chinese first. */
export const both = ({ zh, en }: { readonly zh: string; readonly en: string }): string =>
  zh === en ? zh : `${zh}\n${en}`;
