import type { RangeWhere } from "../../terms/plausible.ts";

const PER_M2 = ["above", "below", "kept", "existing", "demolished", "site", "product"];
const PER_HOUSEHOLD = ["households", "households_existing"];

/** 工程单价 by what is built and what it is measured by. */
export const WORKS_PRICES: readonly RangeWhere[] = [
  { where: { basis: "fixed" }, range: [1000, 5e9] },
  { where: { kind: "platform", basis: PER_HOUSEHOLD }, range: [30, 5000] },
  { where: { basis: PER_HOUSEHOLD }, range: [100, 25000] },
  { where: { kind: "building", basis: "above" }, range: [600, 15000] },
  { where: { kind: "building", basis: "below" }, range: [800, 18000] },
  { where: { kind: "demolition", basis: PER_M2 }, range: [15, 600] },
  { where: { basis: ["kept", "existing"] }, range: [15, 3000] },
  { where: { basis: PER_M2 }, range: [10, 15000] },
  { range: [50, 5e6] },
];

/** Number of pieces, where works are measured by number. */
export const WORKS_PIECES: readonly RangeWhere[] = [{ where: { basis: "count" }, range: [0, 20000] }];

/** 其他费用单价. */
export const OTHER_PRICES: readonly RangeWhere[] = [
  { where: { basis: "fixed" }, range: [100, 2e9] },
  { where: { basis: PER_HOUSEHOLD }, range: [10, 20000] },
  { where: { basis: PER_M2 }, range: [1, 700] },
  { range: [1, 1e8] },
];
