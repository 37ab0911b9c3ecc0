/** Signs that are not seen and turn what is: zero widths, directions of writing. */
const UNSEEN = /\p{Cf}/u;

/** What a bidder is told apart by: not by width of signs, blanks, letters large or small, or what is not seen. */
export const bidderKey = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[\p{Cf}\s]/gu, "")
    .toLowerCase();

export const hasUnseen = (name: string): boolean => UNSEEN.test(name);
