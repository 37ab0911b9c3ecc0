import type { Decimal } from "decimal.js";
import type { Text } from "../../wording/text.ts";
import { sum } from "../amounts.ts";
import type { Verdict, VerdictId } from "../verdicts/index.ts";

export type PointKind =
  | "pack_changed"
  | "left_out"
  | "missing"
  | "uncounted"
  | "record"
  | "paper"
  | "open_end"
  | "convention"
  | "draft"
  | "finding"
  | "engines"
  | "limit";

/** Something a reader of the verdicts has to know. */
export interface TrustPoint {
  /** A condition could turn a verdict that is met, or nobody knows whether it could; a note leaves all as it is. */
  readonly grade: "condition" | "note";
  /** Of a condition, the verdicts it could turn. */
  readonly verdicts: readonly VerdictId[];
  readonly kind: PointKind;
  readonly path: string;
  /** 元 or ㎡, where there is an amount. */
  readonly amount?: Decimal;
  readonly unit?: string;
  readonly message: Text;
}

/** The statement that stands beside the verdicts. */
export interface Trust {
  /** No condition at all. */
  readonly clean: boolean;
  readonly points: readonly TrustPoint[];
}

/** What a point is about, before it is weighed: the lines it touches, and by how much it could make a verdict worse. */
export interface Concern {
  readonly kind: PointKind;
  readonly path: string;
  readonly message: Text;
  /** Verdicts that could be touched at all: those that rest on what the point is about. */
  readonly touches: (verdict: VerdictId) => boolean;
  /** Against the verdict: 元 or ㎡ to be taken off its margin; absent where the effect is unknown, 0 where it is on the safe side. */
  readonly against?: Decimal;
  /** The amount to be shown, where it is not the one that counts against. */
  readonly amount?: Decimal;
  readonly unit?: string;
  /** Line or place of the money it is about: such money counts against a verdict together, and once, however many concerns speak of it. */
  readonly money?: string;
  /** A condition of the whole, even where no verdict that is met rests on it. */
  readonly always?: true;
}

/** Whether a concern, counted against a verdict that is met, would turn it. */
function turns({ against, unit = "CNY", money }: Concern, { margin, unit: of }: Verdict, together: Decimal): boolean {
  if (against === undefined) return true;
  if (against.isZero()) return false;
  // An amount says nothing of a ratio: its effect is unknown.
  if (margin === undefined || of !== unit) return true;
  return margin.minus(money === undefined ? against.abs() : together).isNegative();
}

/** What all money that is doubted comes to against a verdict: many small sums turn it like a large one. */
function togetherAgainst(concerns: readonly Concern[], { id, unit: of }: Verdict): Decimal {
  const sums = concerns.flatMap(({ money, against, unit = "CNY", touches }) =>
    money === undefined || against === undefined || unit !== of || !touches(id)
      ? []
      : [[money, against.abs()] as const],
  );
  return sum([...new Map(sums).values()]);
}

/** Every concern as a point, held against the verdicts that are met. */
export function weighed(concerns: readonly Concern[], verdicts: readonly Verdict[]): readonly TrustPoint[] {
  const met = verdicts
    .filter(({ pass }) => pass === true)
    .map((verdict) => ({ verdict, together: togetherAgainst(concerns, verdict) }));
  return concerns.map((concern) => {
    const turned = met.filter(
      ({ verdict, together }) => concern.touches(verdict.id) && turns(concern, verdict, together),
    );
    return pointOf(
      concern,
      turned.map(({ verdict }) => verdict.id),
    );
  });
}

function pointOf(concern: Concern, turned: readonly VerdictId[]): TrustPoint {
  const { kind, path, message, always, unit } = concern;
  const amount = concern.amount ?? concern.against;
  return {
    grade: turned.length > 0 || always === true ? "condition" : "note",
    verdicts: turned,
    kind,
    path,
    ...(amount === undefined || amount.isZero() ? {} : { amount, unit: unit ?? "CNY" }),
    message,
  };
}
