/** Least or greatest of any number of lines; a function takes a hundred. */
export function extreme(fn: "min" | "max", lines: readonly string[]): string {
  const most = 100;
  if (lines.length <= most) return `${fn}(${lines.join(", ")})`;
  const parts = Array.from({ length: Math.ceil(lines.length / most) }, (_, i) => extreme(fn, lines.slice(i * most, (i + 1) * most)));
  return extreme(fn, parts);
}
