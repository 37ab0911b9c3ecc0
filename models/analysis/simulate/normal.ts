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
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
];
const NEAR_TAIL: readonly [Coefficients, Coefficients] = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
];
const FAR_TAIL: readonly [Coefficients, Coefficients] = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
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
