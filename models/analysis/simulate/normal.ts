/** Where the tail is small against one half, a continued fraction keeps its digits. */
const TAIL = 3;
const FRACTION_TERMS = 60;
const NEGLIGIBLE = 1e-17;

const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** Share of a standard normal distribution below `x`. */
export function normalBelow(x: number): number {
  if (x > TAIL) return 1 - normalBelow(-x);
  if (x < -TAIL) {
    let fraction = 0;
    for (let k = FRACTION_TERMS; k > 0; k--) fraction = k / (-x + fraction);
    return density(x) / (-x + fraction);
  }
  let [term, sum] = [x, x];
  for (let k = 3; Math.abs(term) > NEGLIGIBLE; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + density(x) * sum;
}

type Coefficients = readonly number[];

/** Wichura's rational approximations (AS 241), exact to about 1e-16: near the middle, in the tail, far out. */
const MIDDLE: readonly [Coefficients, Coefficients] = [
  [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
    67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
    28729.085735721942674, 5226.495278852854561,
  ],
];
const NEAR_TAIL: readonly [Coefficients, Coefficients] = [
  [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
];
const FAR_TAIL: readonly [Coefficients, Coefficients] = [
  [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
];
const MIDDLE_REACH = 0.425;
const FAR_FROM = 5;
const SHIFTS = [1.6, 5] as const;

const ratio = ([above, below]: readonly [Coefficients, Coefficients], x: number): number =>
  polynomial(above, x) / polynomial(below, x);

const polynomial = (coefficients: Coefficients, x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

/** The value below which a share `p` of a standard normal distribution lies; infinite at 0 and 1. */
export function normalAt(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= MIDDLE_REACH) return q * ratio(MIDDLE, MIDDLE_REACH * MIDDLE_REACH - q * q);
  const tail = q < 0 ? p : 1 - p;
  if (tail <= 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(tail));
  const size = r <= FAR_FROM ? ratio(NEAR_TAIL, r - SHIFTS[0]) : ratio(FAR_TAIL, r - SHIFTS[1]);
  return q < 0 ? -size : size;
}
