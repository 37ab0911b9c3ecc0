/** A new id made of a stem and the first free number: `sale`, with sale_1 taken, gives `sale_2`. */
export function freshId(stem: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  const root = stem.replace(/_?\d+$/, "") || "item";
  let number = 1;
  while (used.has(`${root}_${number}`)) number += 1;
  return `${root}_${number}`;
}

/** An id that no copy of the file edited elsewhere will give to something else. */
export function uniqueId(stem: string): string {
  return `${stem}_${crypto.randomUUID().replaceAll("-", "").slice(0, UNIQUE_DIGITS)}`;
}

const UNIQUE_DIGITS = 12;

/** Whether the text can be an id: letters (Chinese too), digits and underscores. */
export function isId(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && text !== "__proto__" && text.length <= 64;
}
