import type { RangeWhere } from "../../terms/plausible.ts";
import type { Row } from "../define/component.ts";

const PER_M2 = ["served_area", "above"];

/** 首年户均收入上限(元/户·年) by kind: how many units there are and what each costs only make sense together. */
const A_HOUSEHOLD: Readonly<Record<string, { readonly usual: number }>> = {
  property_fee: { usual: 4800 },
  parking: { usual: 4000 },
  energy: { usual: 1000 },
  common: { usual: 1500 },
  service: { usual: 12000 },
  startup: { usual: 2000 },
  ceded: { usual: 4000 },
};

/** 经营单价 by what is sold, what it is measured by and for what time. */
export const REVENUE_PRICES: readonly RangeWhere[] = [
  // A turnover of which a commission is earned.
  { where: { kind: "commission" }, range: [10, 100000] },
  { where: { kind: "property_fee", basis: PER_M2, per: "month" }, range: [0.2, 12] },
  { where: { kind: "parking", basis: "count", per: "month" }, range: [20, 2500] },
  { where: { kind: "parking", basis: "count", per: "day" }, range: [0.5, 80] },
  { where: { kind: "parking", basis: "count", per: "year" }, range: [200, 30000] },
  { where: { basis: PER_M2, per: "month" }, range: [0.02, 60] },
  { where: { basis: PER_M2, per: "day" }, range: [0.001, 3] },
  { where: { basis: PER_M2, per: "year" }, range: [0.2, 700] },
  { where: { basis: "households", per: "month" }, range: [0.2, 3000] },
  { where: { basis: "households", per: "day" }, range: [0.01, 150] },
  { where: { basis: "households", per: "year" }, range: [2, 30000] },
  { where: { kind: ["parking", "property_fee", "service", "startup", "energy", "municipal"] }, range: [0.05, 30000] },
  { where: { per: "day" }, range: [0.01, 5000] },
  { where: { per: "month" }, range: [0.05, 100000] },
  { range: [0.05, 5e6] },
];

/** What one line of income brings in a year: however its quantity and price are written, more than this is no community's. */
export const plausibleIncome = (row: Row): Readonly<Record<string, string>> => {
  const each = A_HOUSEHOLD[row.word("kind")];
  return {
    plausible: "0 100000000",
    ...(each === undefined ? {} : { plausible_each: String(each.usual) }),
    at: `items/${row.id}/price`,
  };
};

/** 经营成本单价. */
export const RUNNING_PRICES: readonly RangeWhere[] = [
  { where: { kind: "staff", basis: "count", per: "year" }, range: [15000, 600000] },
  { where: { kind: "staff", basis: "count", per: "month" }, range: [1200, 50000] },
  { where: { kind: "staff", basis: "count", per: "day" }, range: [40, 2500] },
  { where: { basis: PER_M2, per: "year" }, range: [0.2, 300] },
  { where: { basis: PER_M2, per: "month" }, range: [0.02, 25] },
  { where: { basis: PER_M2, per: "day" }, range: [0.001, 1] },
  { where: { basis: "households", per: "year" }, range: [1, 5000] },
  { where: { basis: "households", per: "month" }, range: [0.1, 400] },
  { where: { basis: "households", per: "day" }, range: [0.003, 15] },
  { range: [0.02, 1e7] },
];

/** Beside households and ㎡ a quantity is per household or ㎡; by number it is what there is. */
const PER_MEASURED: readonly RangeWhere[] = [
  { where: { basis: "households" }, range: [0.01, 30] },
  { where: { basis: PER_M2 }, range: [0.0001, 3] },
];

export const REVENUE_QUANTITIES: readonly RangeWhere[] = [
  // A ㎡ is charged for once.
  { where: { kind: "property_fee", basis: PER_M2 }, range: [0.01, 1] },
  ...PER_MEASURED,
  { where: { kind: "parking" }, range: [0, 200000] },
  { where: { kind: ["service", "startup"] }, range: [0, 100000] },
  { range: [0, 2e7] },
];

export const RUNNING_QUANTITIES: readonly RangeWhere[] = [
  ...PER_MEASURED,
  { where: { kind: "staff" }, range: [0, 2000] },
  { where: { kind: ["management", "insurance", "selling"] }, range: [0, 20000] },
  { range: [0, 2e7] },
];

/** 售价: what lies below ground is parking. */
export const SALE_PRICES: readonly RangeWhere[] = [{ where: { level: "below" }, range: [300, 15000] }, { range: [2666, 105000] }];

/** ㎡ entered for sale per household of the project. */
export const AREA_A_HOUSEHOLD = { plausible: "200" };

/** 租金 per ㎡ and month or day. */
export const RENTS: readonly RangeWhere[] = [
  { where: { rentPer: "day" }, range: [0.1, 8] },
  { where: { rentPer: "month" }, range: [2, 240] },
];

/** 租金 per piece and month or day. */
export const RENTS_PER_PIECE: readonly RangeWhere[] = [
  { where: { rentPer: "day" }, range: [0.5, 200] },
  { where: { rentPer: "month" }, range: [15, 5000] },
];
