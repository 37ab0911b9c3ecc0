/**
 * Whether a whole line id fits a pattern such as `sale_*.receipt`: `*` stands for any letters, `?` for one. Goes back at most to the last
 * star, so that no pattern can take long.
 */
export function globMatcher(glob: string): (id: string) => boolean {
  const pattern = [...glob];
  return (id) => matches(pattern, [...id]);
}

function matches(pattern: readonly string[], text: readonly string[]): boolean {
  let [p, t] = [0, 0];
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === "*") {
      star = p;
      resume = t;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === text[t])) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      resume += 1;
      p = star + 1;
      t = resume;
    } else return false;
  }
  return pattern.slice(p).every((letter) => letter === "*");
}
