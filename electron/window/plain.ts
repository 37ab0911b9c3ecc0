/** Signs that move text, hide in it or turn its order: a stranger's name of a file or a project may hold them. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const LENGTH_MAX = 200;

/** A text as titles and menus may show it: without signs that only act, and not endless. */
export function plainText(text: string): string {
  const plain = text.replaceAll(UNSEEN, "");
  return plain.length > LENGTH_MAX ? `${Array.from(plain).slice(0, LENGTH_MAX).join("")}…` : plain;
}
