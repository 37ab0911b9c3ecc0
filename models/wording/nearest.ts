const WORD_LENGTH_MAX = 60;

/** The candidate most like a mistyped word, ignoring case: at most a third of its letters differ. Undefined when none is that close. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > WORD_LENGTH_MAX) return undefined;
  const wrong = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const found = distance(wrong, candidate.toLowerCase(), least);
    if (found < least) [best, least] = [candidate, found];
  }
  return best;
}

/** Edits between two words (insert, drop, replace, swap neighbours), or anything from `stop` on once it cannot be less. */
function distance(a: string, b: string, stop: number): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_cell, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? stop) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (before[j - 2] ?? stop) + 1 : stop;
      next.push(Math.min(change, swap, (row[j] ?? stop) + 1, (next[j - 1] ?? stop) + 1));
    }
    // A swap reaches back two rows.
    if (Math.min(...next, ...row) >= stop) return stop;
    [before, row] = [row, next];
  }
  return row[b.length] ?? stop;
}
