/** An error of a rate that nobody sees; where rounding may have shifted one by more, the thorough search decides. */
const ERROR_MAX = 1e-11;
const STEPS_MAX = 100;
/** Rates between −99.9 % and 100,000 % a step are looked for. */
const RANGE = [1 / 1001, 1000] as const;

/**
 * The rates above −100 % that solve equally spaced amounts, ascending, on doubles: the search described in `level.ts` on the polynomial in
 * x = 1 / (1 + rate), without logarithms. Undefined where it could be wrong: turning points that nearly touch, rates far out, lost digits.
 */
export function quickRates(amounts: Float64Array): readonly number[] | undefined {
  const start = amounts.findIndex((amount) => amount !== 0);
  const flows = start < 0 ? amounts.subarray(0, 0) : amounts.subarray(start);
  const levels = [flows];
  for (const cut of changesOf(flows)) {
    levels.push((levels.at(-1) as Float64Array).map((amount, i) => amount * (i - cut)));
  }
  let roots: readonly number[] | undefined = [];
  for (const level of levels.reverse()) roots = roots === undefined ? undefined : rootsBetween(level, roots);
  return roots?.map((x) => 1 / x - 1).reverse();
}

/** Halfway between the two times of every change of sign. */
function changesOf(flows: Float64Array): number[] {
  const cuts: number[] = [];
  let last = 0;
  for (let i = 1; i < flows.length; i++) {
    if (flows[i] === 0) continue;
    if (Math.sign(flows[i] as number) !== Math.sign(flows[last] as number)) cuts.push((last + i) / 2);
    last = i;
  }
  return cuts;
}

/** The roots of a polynomial in the range, ascending, given its turning points. */
function rootsBetween(level: Float64Array, turning: readonly number[]): number[] | undefined {
  const marks = [RANGE[0], ...turning, RANGE[1]];
  const signs: number[] = [];
  for (const x of marks) {
    const { value, noise } = valueAt(level, x);
    if (!(Math.abs(value) > noise)) return level.length === 0 ? [] : undefined;
    signs.push(Math.sign(value));
  }
  // Beyond the range the first and the last amount rule.
  const first = level.find((amount) => amount !== 0) ?? 0;
  const last = level.findLast((amount) => amount !== 0) ?? 0;
  if (Math.sign(first) !== signs[0] || Math.sign(last) !== signs.at(-1)) return undefined;
  const roots: number[] = [];
  for (const [i, sign] of signs.entries()) {
    if (i === 0 || sign === signs[i - 1]) continue;
    const root = rootIn(level, marks[i - 1] as number, marks[i] as number, -sign);
    if (root === undefined) return undefined;
    roots.push(root);
  }
  return roots;
}

/** Newton's method from the middle (of the logarithms), and bisection whenever it leaves the bracket. */
function rootIn(level: Float64Array, from: number, to: number, signFrom: number): number | undefined {
  let [low, high] = [from, to];
  let x = low < 1 && high > 1 ? 1 : Math.sqrt(low * high);
  for (let step = 0; step < STEPS_MAX; step++) {
    const { value, slope, noise } = valueAt(level, x);
    if (Math.abs(value) <= noise) return noise / Math.abs(slope) <= ERROR_MAX * x * x ? x : undefined;
    if (Math.sign(value) === signFrom) low = x;
    else high = x;
    const newton = x - value / slope;
    const next = newton > low && newton < high ? newton : Math.sqrt(low * high);
    if (Math.abs(next - x) <= 2 * Number.EPSILON * x)
      return noise / Math.abs(slope) <= ERROR_MAX * x * x ? next : undefined;
    x = next;
  }
  return undefined;
}

/** Horner's rule, with the slope and what rounding may have cost. */
function valueAt(
  level: Float64Array,
  x: number,
): { readonly value: number; readonly slope: number; readonly noise: number } {
  let [value, slope, size] = [0, 0, 0];
  for (let i = level.length - 1; i >= 0; i--) {
    const amount = level[i] as number;
    slope = slope * x + value;
    value = value * x + amount;
    size = size * x + Math.abs(amount);
  }
  return { value, slope, noise: 2 * Number.EPSILON * size * Math.min(level.length, 2 + level.length / 8) };
}
