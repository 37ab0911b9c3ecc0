import type { Status } from "../../document/schema.ts";
import { STRESS_COST, STRESS_DELAY, STRESS_OCCUPANCY, STRESS_PRICE, STRESS_RATE } from "../../terms/practice.ts";
import type { Text } from "../../wording/text.ts";

/** What happens to an input: it is multiplied by one and the size, the size is added, it comes so many months later, or it becomes a word or a table. */
export type Change = "scaled" | "added" | "later" | { readonly word: string } | { readonly rows: readonly Row[] };

type Row = Readonly<Record<string, string>>;

/** Inputs of one mechanism, `TABLE/COLUMN` for a column, and what happens to them. */
interface Move {
  readonly mechanism: string;
  readonly inputs: readonly string[];
  readonly change: Change;
}

/** Sizes a stress may have, both ends left out; whole ones where it counts months. What bears the name of an adverse change is never the reverse of it. */
export interface Sizes {
  readonly usual: string;
  readonly above: number;
  readonly below: number;
  readonly whole?: boolean;
}

/** A fall: less than nothing, and something is left. */
const fall = (usual: string): Sizes => ({ usual, above: -1, below: 0 });
const rise = (usual: string, below: number): Sizes => ({ usual, above: 0, below });

/** Dates reach no further than this. */
const MONTHS_MAX = 720;

/** A scenario the product writes by rule. */
export interface Stress {
  readonly id: string;
  readonly label: Text;
  /** Why it is tried; `{size}` stands for how much. */
  readonly note: Text;
  /** How much: a share, points or months; none where it is all or nothing. */
  readonly size?: Sizes;
  readonly moves?: readonly Move[];
  readonly counts?: readonly Status[];
  /** Ids of those it puts together. */
  readonly all?: readonly string[];
}

const text = (zh: string, en: string): Text => ({ zh, en });
const REFUSED = { word: "refused" } as const;

/** 标准压力组: which inputs of which mechanisms a stress moves. */
export const STRESSES: readonly Stress[] = [
  {
    id: "applied",
    label: text("计入申请中资金", "Money applied for counts"),
    note: text("申请中的资金如获批复", "If what has been applied for is approved"),
    counts: ["applied", "approved", "received"],
  },
  {
    id: "optimistic",
    label: text("乐观:计划资金全部到位", "Optimistic: all planned money comes"),
    note: text(
      "计划及申请中的资金全部获批的上限情形",
      "The most there can be: all that is planned or applied for is approved",
    ),
    counts: ["planned", "applied", "approved", "received"],
  },
  {
    id: "price_down",
    label: text("售价下降", "Lower prices"),
    note: text("销售单价变动 {size}", "Sale prices change by {size}"),
    size: fall(STRESS_PRICE),
    moves: [{ mechanism: "sale", inputs: ["price", "pricePerPiece"], change: "scaled" }],
  },
  {
    id: "rent_down",
    label: text("租金下降", "Lower rents"),
    note: text("租金变动 {size}", "Rents change by {size}"),
    size: fall(STRESS_PRICE),
    moves: [{ mechanism: "lease", inputs: ["rent", "rentPerPiece"], change: "scaled" }],
  },
  {
    id: "cost_up",
    label: text("工程造价上升", "Dearer works"),
    note: text("工程单价变动 {size}", "Prices of works change by {size}"),
    size: rise(STRESS_COST, 10),
    moves: [{ mechanism: "works", inputs: ["items/price"], change: "scaled" }],
  },
  {
    id: "rate_up",
    label: text("利率上升", "Higher interest"),
    note: text("贷款利率、债券票面利率变动 {size}", "Interest of loans and coupons change by {size}"),
    size: rise(STRESS_RATE, 1),
    moves: [
      { mechanism: "loan", inputs: ["rate"], change: "added" },
      { mechanism: "special_bond", inputs: ["tranches/coupon"], change: "added" },
    ],
  },
  {
    id: "sales_late",
    label: text("销售推迟", "Later sales"),
    note: text("销售去化推迟 {size} 个月", "Sales come {size} months later"),
    size: { ...rise(STRESS_DELAY, MONTHS_MAX), whole: true },
    moves: [{ mechanism: "sale", inputs: ["absorption"], change: "later" }],
  },
  {
    id: "occupancy_down",
    label: text("出租率下降", "Lower occupancy"),
    note: text("各年出租率、使用率变动 {size}", "Occupancy of every year changes by {size}"),
    size: fall(STRESS_OCCUPANCY),
    moves: [
      { mechanism: "lease", inputs: ["ramp/share"], change: "added" },
      { mechanism: "operating_revenue", inputs: ["ramp/share"], change: "added" },
    ],
  },
  {
    id: "rebate_refused",
    label: text("计提返还未获批", "Rebate refused"),
    note: text("市级计提返还不予批准", "The return of the city set-aside is refused"),
    moves: [{ mechanism: "city_rebate", inputs: ["status"], change: REFUSED }],
  },
  {
    id: "grants_refused",
    label: text("补助未获批", "Grants refused"),
    note: text("专项补助、以奖代补不予批准", "Special and performance grants are refused"),
    moves: [
      { mechanism: "special_grant", inputs: ["status"], change: REFUSED },
      { mechanism: "performance_grant", inputs: ["status"], change: REFUSED },
    ],
  },
  {
    id: "grant_after_works",
    label: text("补助验收后拨付", "Grants after acceptance only"),
    note: text(
      "专项补助待工程全部完成后一次拨付,建设期须另行垫资",
      "Special grants are paid at once when all works are done; construction has to be bridged",
    ),
    moves: [
      {
        mechanism: "special_grant",
        inputs: ["progress"],
        change: { rows: [{ id: "done", reached: "1", share: "1" }] },
      },
    ],
  },
  {
    id: "adverse_all",
    label: text("不利组合", "Adverse, combined"),
    note: text(
      "售价、租金、造价、利率、出租率同时不利",
      "Prices, rents, works, interest and occupancy turn bad together",
    ),
    all: ["price_down", "rent_down", "cost_up", "rate_up", "occupancy_down"],
  },
];

/** Whether its size is added to shares, as percentage points (百分点). */
export const isInPoints = (stress: Stress | undefined): boolean =>
  stress?.moves?.some(({ change }) => change === "added") === true;
