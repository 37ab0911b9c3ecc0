type Point = readonly [x: number, y: number];

/** One field between four places that were looked at, to be painted in one colour. */
interface Cell {
  readonly state: boolean | null;
  readonly i: number;
  readonly j: number;
  readonly columns: number;
  readonly rows: number;
}

/**
 * The fields of a grid that are of one kind throughout: their corners agree and no line runs through them. The others are left out: on which side of the
 * line a place in them lies only the line itself says.
 * @param grid what is so at evenly spaced places, row by row from below
 * @param lines the lines as shares of width and height
 */
export function cellsOf(
  grid: readonly (readonly (boolean | null)[])[],
  lines: readonly (readonly Point[])[],
): readonly Cell[] {
  const rows = grid.length - 1;
  return grid.slice(0, -1).flatMap((row, j) => {
    const columns = row.length - 1;
    return row.slice(0, -1).flatMap((state, i): readonly Cell[] => {
      const corners = [row[i + 1], grid[j + 1]?.[i], grid[j + 1]?.[i + 1]];
      if (corners.some((corner) => corner !== state)) return [];
      const box = { left: i / columns, right: (i + 1) / columns, bottom: j / rows, top: (j + 1) / rows };
      const isCrossed = lines.some((line) =>
        line.some((point, at) => at > 0 && crosses(line[at - 1] ?? point, point, box)),
      );
      return isCrossed ? [] : [{ state, i, j, columns, rows }];
    });
  });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Whether a segment has a point inside a box (Liang and Barsky: the part of it within each pair of sides). */
function crosses([x0, y0]: Point, [x1, y1]: Point, { left, right, bottom, top }: Box): boolean {
  let [from, to] = [0, 1];
  for (const [step, low, high] of [
    [x1 - x0, left - x0, right - x0],
    [y1 - y0, bottom - y0, top - y0],
  ] as const) {
    if (step === 0) {
      if (low >= 0 || high <= 0) return false;
      continue;
    }
    const [a, b] = [low / step, high / step];
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  return from < to;
}
