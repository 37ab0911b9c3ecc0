import { memo } from "react";

const WIDTH = 46;
const HEIGHT = 14;

/** Points of a line through so many values; the lowest is at the foot, zero is in the picture. Nothing where all are alike. */
export function sparkPath(values: ArrayLike<number>): string {
  const known = Array.from(values).filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  if (known.length < 2 || high === low || known.every((value) => value === known[0])) return "";
  // No more points than pixels.
  const step = Math.max(1, Math.ceil(values.length / WIDTH));
  const points: string[] = [];
  for (let at = 0; at < values.length; at += step) {
    const value = values[at] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    const x = (at / Math.max(1, values.length - 1)) * WIDTH;
    const y = 1 + ((high - value) / (high - low)) * (HEIGHT - 2);
    points.push(`${x.toFixed(1)},${y.toFixed(1)}`);
  }
  return `M${points.join("L")}`;
}

/** The course of a line over time, beside its name. */
export const Spark = memo(function Spark({ values }: { readonly values: ArrayLike<number> }) {
  const path = sparkPath(values);
  if (path === "") return null;
  return (
    <svg className="spark" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={path} />
    </svg>
  );
});
