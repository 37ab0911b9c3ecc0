import type { Decimal } from "decimal.js";
import type { Text } from "../../wording/text.ts";
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
  /** A condition of the whole, even where no verdict that is met rests on it. */
  readonly always?: true;
}

/** Whether a concern, counted against a verdict that is met, would turn it. */
function turns({ against, unit = "CNY" }: Concern, { margin, unit: of }: Verdict): boolean {
  if (against === undefined) return true;
  if (against.isZero()) return false;
  // An amount says nothing of a ratio: its effect is unknown.
  if (margin === undefined || of !== unit) return true;
  return margin.minus(against.abs()).isNegative();
}

export function weighed(concern: Concern, verdicts: readonly Verdict[]): TrustPoint {
  const { kind, path, message, always, unit } = concern;
  const turned = verdicts.filter(
    (verdict) => verdict.pass === true && concern.touches(verdict.id) && turns(concern, verdict),
  );
  const amount = concern.amount ?? concern.against;
  return {
    grade: turned.length > 0 || always === true ? "condition" : "note",
    verdicts: turned.map(({ id }) => id),
    kind,
    path,
    ...(amount === undefined || amount.isZero() ? {} : { amount, unit: unit ?? "CNY" }),
    message,
  };
}
