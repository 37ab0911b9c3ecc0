import type { WordSection } from "./blocks.ts";

export interface Heading {
  readonly level: 1 | 2;
  /** With its number. */
  readonly text: string;
  readonly anchor: string;
}

/** Headings of all sections as a table of contents names them, with where they are. */
export function headingsOf(sections: readonly WordSection[]): readonly Heading[] {
  let [first, second] = [0, 0];
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block): Omit<Heading, "anchor">[] => {
      if (block.kind === "annex") return [{ level: block.level, text: block.text }];
      if (block.kind !== "heading") return [];
      if (block.level === 1) [first, second] = [first + 1, 0];
      else second += 1;
      const number = block.level === 1 ? `${first}` : `${first}.${second}`;
      return [{ level: block.level, text: `${number} ${block.text}` }];
    })
    .map((heading, at) => ({ ...heading, anchor: `_Toc${String(at + 1).padStart(9, "0")}` }));
}
