/** So many texts at most are kept; then it starts anew. */
const TEXTS_MAX = 4096;

/** A function of a text whose answers are kept: with every edit, draw and confirmation the same texts of a file are read again. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const found = of(text);
    if (known.size >= TEXTS_MAX) known.clear();
    known.set(text, found);
    return found;
  };
}
