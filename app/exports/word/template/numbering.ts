import { numberingParts } from "../styles.ts";

/** Numbers of headings and the sign before items beside the lists a template has. */
export interface Numbering {
  readonly xml: string;
  /** Ids of our two lists in it. */
  readonly headings: number;
  readonly items: number;
}

const idsIn = (xml: string, name: string): readonly number[] =>
  [...xml.matchAll(new RegExp(`<w:${name}\\b[^>]*\\bw:(?:abstractN|n)umId="(\\d+)"`, "g"))].map(([, id]) => Number(id));

/** @param own the lists of the template; undefined where it has none */
export function numberingOf(own: string | undefined): Numbering {
  const abstract = Math.max(-1, ...idsIn(own ?? "", "abstractNum")) + 1;
  const first = Math.max(0, ...idsIn(own ?? "", "num")) + 1;
  const [headings, items] = [first, first + 1];
  const made = numberingParts(abstract, headings, items);
  // Which style a level belongs to is said by the paragraphs: a template may call its styles otherwise.
  const free = (xml: string): string => xml.replaceAll(/<w:pStyle w:val="\w+"\/>/g, "");
  const [lists, uses, whole] = [free(made.lists), made.uses, free(made.whole)];
  if (own === undefined) return { xml: whole, headings, items };
  // Lists come first, then what uses them.
  const at = own.search(/<w:num\b/);
  const end = own.search(/<w:numIdMacAtCleanup\b|<\/w:numbering>/);
  if (end < 0) return { xml: whole, headings, items };
  const middle = at < 0 ? end : at;
  return { xml: own.slice(0, middle) + lists + own.slice(middle, end) + uses + own.slice(end), headings, items };
}
