import { describe, expect, test } from "vitest";
import { addedUp, type Printed } from "../../../../app/exports/tables/addUp.ts";
import { RecordDecimal } from "../../../../models/engines/arithmetic/decimal.ts";

const leaf = (exact: string, row?: number): Printed => ({
  exact: new RecordDecimal(exact),
  ...(row === undefined ? {} : { row }),
});
const sum = (exact: string, ...terms: readonly (readonly [cell: number, times: number])[]): Printed => ({
  ...leaf(exact),
  sum: { terms: terms.map(([cell, times]) => ({ cell, times })), plus: 0 },
});

describe("printed figures that add up", () => {
  test("a total is rounded from what it is, and the largest remainder is raised", () => {
    const cells = [sum("10", [1, 1], [2, 1], [3, 1]), leaf("3.3"), leaf("3.4"), leaf("3.3")];
    expect(addedUp(cells, [[0, 1, 2, 3]])).toEqual([10, 3, 4, 3]);
  });

  test("the part that was rounded up most is lowered", () => {
    const cells = [sum("7.1", [1, 1], [2, 1], [3, 1]), leaf("1.6"), leaf("1.7"), leaf("3.8")];
    expect(addedUp(cells, [[0, 1, 2, 3]])).toEqual([7, 1, 2, 4]);
  });

  test("a difference moves its parts the other way", () => {
    const cells = [sum("5.2", [1, 1], [2, -1]), leaf("9.6"), leaf("4.4")];
    expect(addedUp(cells, [[0, 1, 2]])).toEqual([5, 9, 4]);
  });

  test("what is whole stays as it is, nothing most of all", () => {
    const cells = [sum("2.6", [1, 1], [2, 1], [3, 1]), leaf("0"), leaf("1.3"), leaf("1.3")];
    expect(addedUp(cells, [[0, 1, 2, 3]])).toEqual([3, 0, 2, 1]);
  });

  test("two totals of the same parts both add up; the second is what the parts make it", () => {
    const cells = [sum("3", [2, 1], [3, 1]), sum("1", [2, 1], [3, -1]), leaf("2.0"), leaf("1.0")];
    expect(addedUp(cells, [[0, 1, 2, 3]])).toEqual([3, 1, 2, 1]);
  });

  test("parts of parts follow, and a later column builds on the one before", () => {
    const first = [sum("4.5", [1, 1], [2, 1]), sum("3.0", [3, 1], [4, 1]), leaf("1.5"), leaf("1.5"), leaf("1.5")];
    const later = [sum("5.9", [0, 1], [6, 1]), leaf("1.4")];
    const values = addedUp(
      [...first, ...later],
      [
        [0, 1, 2, 3, 4],
        [5, 6],
      ],
    );
    const [total, part, beside, one, other, cumulated, added] = values as readonly number[] as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    expect([total, part + beside, one + other, total + added]).toEqual([5, total, part, cumulated]);
    expect(cumulated).toBe(6);
  });

  test("a check comes out before a sum that shares its parts", () => {
    const other = sum("3.2", [2, 1], [3, 1]);
    const check: Printed = {
      ...sum("0", [2, 1], [4, -1]),
      sum: {
        terms: [
          { cell: 2, times: 1 },
          { cell: 4, times: -1 },
        ],
        plus: 0,
        isCheck: true,
      },
    };
    const cells = [other, check, leaf("1.6"), leaf("1.6"), leaf("1.6")];
    expect(addedUp(cells, [[0, 1, 2, 3, 4]])).toEqual([3, 0, 2, 1, 2]);
    const alone = addedUp(
      [other, { ...check, sum: { terms: check.sum?.terms ?? [], plus: 0 } }, ...cells.slice(2)],
      [[0, 1, 2, 3, 4]],
    );
    expect(alone[0]).toBe(3);
  });

  test("amounts of years come out at their total", () => {
    const years = ["0.4", "0.4", "0.4", "0.4"].map((exact) => leaf(exact, 7));
    const total = sum("1.6", [0, 1], [1, 1], [2, 1], [3, 1]);
    expect(addedUp([...years, total], [[0], [1], [2], [3], [4]])).toEqual([0, 1, 0, 1, 2]);
  });

  test("a cell without a value takes no part, and a sum of it has none", () => {
    const cells: readonly Printed[] = [
      { ...sum("0", [1, 1], [2, 1]), exact: undefined },
      { exact: undefined },
      leaf("1.4"),
    ];
    expect(addedUp(cells, [[0, 1, 2]])).toEqual([Number.NaN, Number.NaN, 1]);
  });
});
