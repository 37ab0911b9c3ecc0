/** An error of a rate that nobody sees; where rounding may have shifted one by more, the thorough search decides. */
export const ERROR_MAX = 1e-11;
export const STEPS_MAX = 100;
/** Rates between −99.9 % and 99,900 % a step are looked for. */
export const RANGE = [1e-3, 1e3] as const;
/** A root found nearer to the ends of the range may lie beyond it. */
export const NEAR_ENDS = [2e-3, 500] as const;
/** A step of Newton's this small is the last that matters. */
export const SETTLED = 1e-9;

/**
 * The rates above −100 % that solve equally spaced amounts, ascending, on doubles: the search described in `level.ts` on the polynomial in
 * x = 1 / (1 + rate), without logarithms. Undefined where it could be wrong: turning points that nearly touch, rates far out, lost digits.
 */
export function quickRates(amounts: Float64Array): readonly number[] | undefined {
  const isFlow = (amount: number): boolean => amount !== 0;
  let level = new Polynomial(
    amounts.subarray(Math.max(amounts.findIndex(isFlow), 0), amounts.findLastIndex(isFlow) + 1),
  );
  if (hasOneRootAtMost(level.amounts) && hasOneRootAtMost(level.amounts.toReversed())) {
    return ratesOf(rootsBetween(level, [1]));
  }
  const levels = [level];
  for (const cut of level.changes()) {
    level = level.turned(cut);
    levels.push(level);
  }
  let roots: readonly number[] | undefined = [];
  for (let depth = levels.length - 1; depth >= 0 && roots !== undefined; depth--) {
    roots = rootsBetween(levels[depth] as Polynomial, roots);
  }
  return ratesOf(roots);
}

function ratesOf(roots: readonly number[] | undefined): readonly number[] | undefined {
  return roots?.map((x) => 1 / x - 1).reverse();
}

/** How often amounts are added up at most. */
export const SUMS = 3;

/**
 * Has Σ amount_i · x^i one root at most between 0 and 1? Divided by 1 − x it is a series of the amounts added up so far, with the same roots
 * there: no more than there are changes of sign (Descartes), which each further adding up can only make fewer. Behind the last amount the
 * sums go on as a polynomial of time, which changes its sign no oftener than the last sums do, from the highest order to the first. A sum
 * that may be nothing but rounding settles nothing.
 */
function hasOneRootAtMost(amounts: Float64Array): boolean {
  const orders = Array.from({ length: SUMS }, () => ({ sum: 0, error: 0, last: 0, changes: 0, sure: true }));
  for (const amount of amounts) {
    let [added, error] = [amount, 0];
    for (const order of orders) {
      order.sum += added;
      order.error += error + Number.EPSILON * Math.abs(order.sum);
      [added, error] = [order.sum, order.error];
      order.sure &&= Math.abs(added) > error;
      if (added * order.last < 0) order.changes++;
      order.last = Math.sign(added);
    }
  }
  let [before, tail] = [0, 0];
  for (const { sum, error, last, changes, sure } of orders) {
    if (!(Math.abs(sum) > error)) return false;
    if (before * last < 0) tail++;
    before = last;
    if (sure && changes + tail <= 1) return true;
  }
  return false;
}

/** Amounts by time, and what they come to at the point last asked for. */
class Polynomial {
  value = 0;
  slope = 0;
  /** What rounding may have cost the value. */
  noise = 0;
  readonly amounts: Float64Array;

  constructor(amounts: Float64Array) {
    this.amounts = amounts;
  }

  /** Halfway between the two times of every change of sign. */
  changes(): number[] {
    const { amounts } = this;
    const cuts: number[] = [];
    let last = 0;
    for (let i = 1; i < amounts.length; i++) {
      const amount = amounts[i] as number;
      if (amount === 0) continue;
      if (amount > 0 !== (amounts[last] as number) > 0) cuts.push((last + i) / 2);
      last = i;
    }
    return cuts;
  }

  /** Has its roots where this one, times a power of x, turns; the change of sign around the cut is gone. */
  turned(cut: number): Polynomial {
    const turned = new Float64Array(this.amounts.length);
    for (let i = 0; i < turned.length; i++) turned[i] = (this.amounts[i] as number) * (i - cut);
    return new Polynomial(turned);
  }

  ends(): readonly [number, number] {
    return [this.amounts[0] ?? 0, this.amounts.at(-1) ?? 0];
  }

  /** Horner's rule. */
  at(x: number): void {
    const { amounts } = this;
    let [value, slope, size] = [0, 0, 0];
    for (let i = amounts.length - 1; i >= 0; i--) {
      const amount = amounts[i] as number;
      slope = slope * x + value;
      value = value * x + amount;
      size = size * x + Math.abs(amount);
    }
    this.value = value;
    this.slope = slope;
    this.noise = 2 * Number.EPSILON * size * Math.min(amounts.length, 2 + amounts.length / 8);
  }

  /** May rounding have shifted a root seen from here by so little that nobody sees it? */
  isSharp(x: number): boolean {
    return this.noise / Math.abs(this.slope) <= ERROR_MAX * x * x;
  }
}

/** The roots of a polynomial in the range, ascending, given its turning points. Far out the first and the last amount rule. */
function rootsBetween(level: Polynomial, turning: readonly number[]): number[] | undefined {
  const [first, last] = level.ends();
  const roots: number[] = [];
  let before: number = RANGE[0];
  let signBefore = Math.sign(first);
  for (let i = 0; i <= turning.length; i++) {
    const x = turning[i] ?? RANGE[1];
    let sign = Math.sign(last);
    if (i < turning.length) {
      level.at(x);
      if (!(Math.abs(level.value) > level.noise)) return undefined;
      sign = Math.sign(level.value);
    }
    if (sign !== signBefore) {
      const root = rootIn(level, before, x, signBefore);
      if (root === undefined || root < NEAR_ENDS[0] || root > NEAR_ENDS[1]) return undefined;
      roots.push(root);
    }
    before = x;
    signBefore = sign;
  }
  return roots;
}

/** Newton's method, and bisection (of the logarithms) whenever it leaves the bracket. */
function rootIn(level: Polynomial, from: number, to: number, signFrom: number): number | undefined {
  let [low, high] = [from, to];
  let x = low <= 1 && high >= 1 ? 1 : Math.sqrt(low * high);
  for (let step = 0; step < STEPS_MAX; step++) {
    level.at(x);
    const { value, slope, noise } = level;
    if (Math.abs(value) <= noise) return level.isSharp(x) ? x : undefined;
    if (Math.sign(value) === signFrom) low = x;
    else high = x;
    const newton = x - value / slope;
    const inside = newton > low && newton < high;
    const next = inside ? newton : Math.sqrt(low * high);
    // Each of Newton's steps doubles the digits.
    if (inside && Math.abs(next - x) <= SETTLED * x) return level.isSharp(x) ? next : undefined;
    x = next;
  }
  return undefined;
}
