/** What LibreOffice is asked, and where our answer is meant to be another one. */
export interface Question {
  readonly call: string;
  readonly args: readonly Argument[];
  /** Our intended answer where it differs: a value or the code of a refusal, and its row in the document. */
  readonly ours?: { readonly answer: number | string; readonly row: string };
}

export type Argument = number | string | null | readonly (number | string)[];

const same = (call: string, ...lists: readonly (readonly Argument[])[]): Question[] =>
  lists.map((args) => ({ call, args }));

const other = (row: string, answer: number | string, call: string, args: readonly Argument[]): Question => ({
  call,
  args,
  ours: { answer, row },
});

const PROJECT = [-1000, -800, 300, 450, 450, 450, 450, 450, 650];
const BALANCE = [-6000, -3000, 4880, 980, ...Array.from({ length: 11 }, () => 380)];
const DATED = [-10000, 2750, 4250, 3250, 2750];
const DATES = [39448, 39508, 39751, 39859, 39904];
const MONTHLY = Array.from({ length: 480 }, (_, month) => (month < 36 ? -250_000 - 100 * month : 45_000));

const ANNUITIES: Question[] = [
  ...same("pmt", [0, 10, 1000], [0.04, 10, 10000], [0.02, 20, 10000], [0.05, 2.5, 100], [0.05, -3, 100]),
  ...same("pmt", [0.05, 10, 1000, -200, 1], [0.05, 10, 1000, -200, 2], [-0.02, 10, 1000, 50], [0.05, 0, 1000]),
  ...same("pmt", [0.049 / 12, 360, 1_000_000], [0.1, 5, 0, -500, 1], [1e-9, 480, 1e10], [10, 3, 100]),
  ...same("ipmt", [0.05, 1, 10, 1000], [0.05, 1, 10, 1000, 0, 1], [0.05, 2.5, 10, 1000, 0, 0], [0, 3, 10, 1000]),
  ...same("ipmt", [0.05, 2.5, 10, 1000, 0, 1], [0.05, 1.5, 10, 1000, 0, 1], [0.05, 7, 10, 1000, -300, 1]),
  ...same("ipmt", [0.05, 0.5, 10, 1000], [0.05, 11, 10, 1000], [0.049 / 12, 355, 360, 1e6], [-0.01, 4, 9, 100]),
  ...same("ppmt", [0.05, 1, 10, 1000, 0, 1], [0.05, 2.5, 10, 1000, 100, 1], [0, 2, 10, 1000], [0.04, 10, 10, 1e4]),
  ...same("ppmt", [0.05, 0, 10, 1000, 100, 1], [0.049 / 12, 1, 360, 1e6, -5e4], [-0.01, 4, 9, 100]),
  ...same("nper", [0.05, 100, 1000], [0.05, -100, 1000], [0.05, -10, 1000], [0, -10, 1000], [0, 0, 1000]),
  ...same("nper", [0.05, 0, -1000, 2000], [0.05, -100, 1000, -1000], [0.05, -100, 1000, -50, 1]),
  ...same("nper", [-0.05, -100, 1000, -50, 1], [0.01, -100, -1000, 10000, 1]),
  ...same("pv", [0.05, 10, -100], [0.05, 10, -100, 300, 1], [0, 10, 100], [0.05, -3, 100], [0.1, 1e6, -100]),
  ...same("pv", [0.08 / 12, 240, 500, null, 0], [-0.03, 7.5, 20, 5]),
  ...same("fv", [0.05, 10, -100, -1000, 1], [0.05, -3, 100], [0, 12, -50, -100], [0.06 / 12, 10, -200, -500, 1]),
  ...same("fv", [-0.03, 7.5, 20, 5]),
];

const CUMULATIVE: Question[] = ["cumipmt", "cumprinc"].flatMap((call) =>
  same(
    call,
    [0.0075, 360, 125000, 13, 24, 0],
    [0.0075, 360, 125000, 13, 24, 1],
    [0.0075, 360, 125000, 1, 1, 1],
    [0.0075, 360, 125000, 1, 24, 1],
    [0.0075, 360, 125000, 1, 360, 0],
    [0.0075, 360, 125000, 1.7, 2.7, 0],
    [0.0075, 360, 125000, 13, 24, 2],
    [0.0075, 360, 125000, 0, 24, 0],
    [0.0075, 360, 125000, 24, 13, 0],
    [0.0075, 360, 125000, 24, 361, 0],
    [0, 360, 125000, 1, 10, 0],
    [0.01, 360, -125000, 1, 10, 0],
    [0.01, 0, 125000, 1, 1, 0],
    [0.0075, 360, 125000, 13, 24],
  ),
);

const RATES: Question[] = [
  ...same("irr", [PROJECT], [BALANCE], [MONTHLY, 0.003], [[-70000, 12000, 15000, 18000, 21000]], [[100, 200, 300]]),
  ...same("irr", [[-1000, 2300, -1320], 0.09], [[-1000, 2300, -1320], 0.3], [[0, 0, 0]], [[-100, 50, 50]]),
  ...same("irr", [[-70000, 12000, 15000], -0.1], [[-1, 11]], [[-100, 0, 0, 0, 1e6]], [[5, -4]]),
  ...same(
    "xirr",
    [DATED, DATES],
    [
      [-100, 110],
      [40000, 40365],
    ],
    [
      [-100, -5, 400],
      [40000, 40000, 41000],
    ],
  ),
  ...same(
    "xirr",
    [
      [100, 110],
      [40000, 40365],
    ],
    [
      [-100, 60, 20],
      [45000, 45200, 45900],
    ],
  ),
  ...same("rate", [48, -200, 8000], [10, 0, -100, 200], [2.5, -200, 400], [360, -500, 100000, 0, 1], [10, -100, 1000]),
  ...same("rate", [0, -200, 8000], [-5, -200, 8000], [10, 100, 1000], [20, -50, -300, 2000], [1, -110, 100]),
  ...same("rate", [60, -0.02, 1], [12, -1e8, 1e9, -5e7, 1]),
  ...same("mirr", [[-120000, 39000, 30000, 21000, 37000, 46000], 0.1, 0.12], [PROJECT, 0.05, 0.03]),
  ...same("mirr", [[-1, -2], 0.1, 0.1], [[1, 2], 0.1, 0.1], [[-100, 0, 50, -20, 90], 0.08, 0.02]),
  ...same("effect", [0.0525, 4], [0, 4], [-0.1, 4], [0.0525, 4.9], [0.0525, 0.9], [0.12, 365], [3, 2]),
  ...same("nominal", [0.053543, 4], [0, 4], [-0.1, 4], [0.05, 4.9], [0.05, 0.5], [0.127, 365], [3, 2]),
];

const VALUES: Question[] = [
  ...same("npv", [0.06, PROJECT], [0, 1, 2], [0.06, -1000, [-800, 300], 450], [-0.3, [10, 20, 30]], [-1, 100, 100]),
  ...same("xnpv", [0.09, DATED, DATES], [0.09, [-10000, 2750, 4250], [39448, 39408, 39751]]),
  ...same("xnpv", [-0.5, [-10000, 2750, 4250], [39448, 39508, 39751]], [0, [5, 6], [40000, 41000]]),
  ...same("xnpv", [0.1, [-100, 50], [40000]], [0.07, [1, 2, 3], [44000.9, 44100.2, 44100.7]]),
];

const DEPRECIATION: Question[] = [
  ...same("sln", [10000, 500, 20], [10000, 500, 0], [10000, 500, -5], [500, 10000, 4]),
  ...same("syd", [30000, 7500, 10, 1], [30000, 7500, 10, 10], [30000, 7500, 10, 1.5], [30000, 7500, 10.5, 1.5]),
  ...same("syd", [30000, -7500, 10, 1], [30000, 7500, 0, 1]),
  ...same("ddb", [2400, 300, 10, 1, 2], [2400, 300, 10, 10], [2400, 300, 10, 2, 1.5], [2400, 300, 10, 1.5, 1.5]),
  ...same("ddb", [2400, 300, 10, 11, 1.5], [2400, 300, 1.5, 1, 2], [2400, 300, 1.5, 1.5, 2], [0, 0, 10, 1, 2]),
  ...same("ddb", [2400, 0, 10, 1, 2], [2400, 300, 10, 1, 0], [2400, 300, 10, 1, -1], [2400, 300, 3650, 1]),
  ...same("ddb", [2400, 3000, 10, 1, 2], [2400, 300, 10, 0.5, 1.5]),
];

const DIFFERENCES: Question[] = [
  other("several-solutions", "several-roots", "irr", [[-1000, 2300, -1320]]),
  other("several-solutions", "several-roots", "rate", [3, -500, 1000, 600]),
  other("several-solutions", "several-roots", "xirr", [DATED, [39448, 39408, 39751, 39859, 39904]]),
  other("no-guess-needed", -0.9999999999, "irr", [[-1e10, 1]]),
  other("no-guess-needed", 0.003, "irr", [
    Array.from({ length: 721 }, (_, t) => (t === 0 ? -1e10 : t === 720 ? 1e10 * 1.003 ** 720 : 0)),
    -0.9,
  ]),
  other("below-minus-100", "rate-too-low", "npv", [-2, 100]),
  other("below-minus-100", "rate-too-low", "pv", [-2, 3, 100]),
  other("below-minus-100", "rate-too-low", "fv", [-1, 3, 100]),
  other("below-minus-100", "rate-too-low", "nper", [-1, -100, 1000]),
  other("below-minus-100", "rate-too-low", "pmt", [-1, 3, 100]),
  other("syd-period", "out-of-range", "syd", [30000, 7500, 10, 11]),
  other("syd-period", "out-of-range", "syd", [30000, 7500, 10, 0]),
  other("whole-periods", -237080.17762515, "cumipmt", [0.0075, 360.5, 125000, 1, 360, 0]),
  other("early-serials", 1.1 ** 365 - 1, "xirr", [
    [-100, 110],
    [59, 61],
  ]),
  other("early-serials", "bad-date", "xnpv", [0.1, [-100, 110], [60, 425]]),
  other("tiny-rates", 360.000006462, "fv", [1e-10, 360, -1]),
];

export const QUESTIONS: readonly Question[] = [
  ...ANNUITIES,
  ...CUMULATIVE,
  ...RATES,
  ...VALUES,
  ...DEPRECIATION,
  ...DIFFERENCES,
];

/** The question as an OpenDocument formula. */
export function formulaOf({ call, args }: Question): string {
  return `${call.toUpperCase()}(${args.map(rendered).join(";")})`;
}

function rendered(argument: Argument): string {
  if (argument === null) return "";
  if (typeof argument === "string") return `"${argument}"`;
  return typeof argument === "number" ? String(argument) : `{${argument.map(rendered).join(";")}}`;
}
