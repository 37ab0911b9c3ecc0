const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const;
const LANCZOS_SHIFT = 7.5;

function logGamma(x: number): number {
  const y = x - 1;
  const sum = LANCZOS.reduce<number>((all, term, k) => all + (k === 0 ? term : term / (y + k)), 0);
  const t = y + LANCZOS_SHIFT;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

const FRACTION_TERMS = 300;
const SETTLED = 1e-16;
const TINY = 1e-300;
const HALVINGS = 100;

/** A beta distribution on 0..1. */
export class Beta {
  readonly #a: number;
  readonly #b: number;
  readonly #log: number;

  constructor(a: number, b: number) {
    this.#a = a;
    this.#b = b;
    this.#log = logGamma(a + b) - logGamma(a) - logGamma(b);
  }

  /** Share below `x`. */
  below(x: number): number {
    const [a, b] = [this.#a, this.#b];
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const front = Math.exp(this.#log + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b;
  }

  /** The value below which a share `p` lies. */
  at(p: number): number {
    if (p <= 0) return 0;
    if (p >= 1) return 1;
    const [a, b] = [this.#a, this.#b];
    let [low, high] = [0, 1];
    let x = a / (a + b);
    // Newton's steps, and a halving wherever one leaves the bracket.
    for (let i = 0; i < HALVINGS; i++) {
      const off = this.below(x) - p;
      if (off > 0) high = x;
      else low = x;
      const slope = Math.exp(this.#log + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
      const step = x - off / slope;
      const next = step > low && step < high ? step : (low + high) / 2;
      if (Math.abs(next - x) <= SETTLED * x || next <= low || next >= high) return next;
      x = next;
    }
    return x;
  }
}

/** The continued fraction of the incomplete beta function, by Lentz. */
function fraction(a: number, b: number, x: number): number {
  const away = (y: number): number => (Math.abs(y) < TINY ? TINY : y);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let whole = d;
  for (let m = 1; m <= FRACTION_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    whole *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    whole *= d * c;
    if (Math.abs(d * c - 1) < SETTLED) break;
  }
  return whole;
}
