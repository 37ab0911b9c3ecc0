/** What a spreadsheet that is read back may have at most: far more than any template, and little enough to be read in a second or two. */
export const LIMITS = {
  fileBytes: 32_000_000,
  /** Files inside the archive. */
  entries: 4000,
  /** All of them unpacked, as the archive says. */
  unpackedBytes: 512_000_000,
  /** What is unpacked and read. */
  readBytes: 48_000_000,
  /** Elements of markup in all that is read. */
  elements: 2_000_000,
  sheets: 400,
  cells: 300_000,
  strings: 300_000,
  rows: 60_000,
  columns: 2000,
} as const;

/** No sheet packs better than this; a larger part that does is made to exhaust whoever opens it. */
export const RATIO_MAX = 250;
export const RATIO_FROM_BYTES = 1_000_000;
