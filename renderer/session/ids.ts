/** A new id made of a stem and the first free number: `sale`, with sale_1 taken, gives `sale_2`. */
export function freshId(stem: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  const root = stem.replace(/_?\d+$/, "") || "item";
  let number = 1;
  while (used.has(`${root}_${number}`)) number += 1;
  return `${root}_${number}`;
}

/** Whether the text can be an id: letters (Chinese too), digits and underscores. */
export function isId(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && text !== "__proto__" && text.length <= 64;
}
