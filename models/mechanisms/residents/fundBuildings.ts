import { area, money, table, word } from "../../terms/inputs.ts";
import { type Component, perRow, type Row } from "../define/component.ts";
import { doubt, FEN } from "../define/doubt.ts";
import { flow, type LineSpec, ratio, stock } from "../define/lines.ts";

/** 分幢列账: one account, a ledger for every building. What a building has pays for that building, and its owners top it up by themselves. */
export const fundBuildings = table(
  "分幢列账(不填则按全专户)",
  "ledger by building (the account as a whole when left out)",
  {
    building: word("幢号", "building"),
    area: area("该幢交存面积", "area of the building", { from: 0, usual: [1000, 8000] }),
    opening: money("该幢期初余额", "opening balance of the building", { from: 0, usual: [0, 400000] }),
  },
  { optional: true, namedBy: ["building"] },
);

/** One use of the account, as its ledgers see it: the line that pays, and the building it is for; none where all bear it by area. */
export interface LedgerUse {
  readonly line: string;
  readonly building: string | undefined;
}

const isByBuilding = (c: Component): boolean => c.rows("buildings").length > 0;
const named = (c: Component, building: string): Row | undefined => c.rows("buildings").find((row) => row.word("building") === building);

/** What a use can take after those before it, within the ledgers; undefined where there are none. */
export function ledgerRoom(c: Component, building: string | undefined, before: readonly LedgerUse[]): string | undefined {
  if (!isByBuilding(c)) return undefined;
  if (building === undefined)
    return `min(${c
      .rows("buildings")
      .map((row) => `(building_share.${row.id} > 0 ? ${roomOf(row, before)} / building_share.${row.id} : available)`)
      .join(", ")})`;
  const row = named(c, building);
  return row === undefined ? "0 CNY" : roomOf(row, before);
}

const roomOf = (row: Row, before: readonly LedgerUse[]): string =>
  `max(0, building_available.${row.id}${takenFrom(row, before)
    .map((part) => ` - ${part}`)
    .join("")})`;

/** Parts of the uses that a building bears. */
function takenFrom(row: Row, uses: readonly LedgerUse[]): readonly string[] {
  const own = row.word("building");
  return uses.flatMap(({ line, building }) => (building === undefined ? [`${line} * building_share.${row.id}`] : building === own ? [line] : []));
}

/** A building a use names and no ledger has. */
export function unknownBuilding(c: Component, row: Row): readonly LineSpec[] {
  if (!row.has("building") || (isByBuilding(c) && named(c, row.word("building")) !== undefined)) return [];
  return [doubt("building_unknown", `uses/${row.id}/building`, "分幢列账中没有该幢", "no ledger for that building", "1")];
}

/** The decided top-up of the account where its buildings are tested one by one. */
export const decidedByBuilding = (c: Component): string | undefined => (isByBuilding(c) ? "sumrows(buildings, row.building_decided)" : undefined);

/** Ledgers of the buildings; together they are the account. */
export function ledgerLines(c: Component, uses: readonly LedgerUse[]): readonly LineSpec[] {
  if (!isByBuilding(c)) return [];
  return [
    ...perRow(c, "buildings", (row) => [
      ratio("building_share", "占交存面积", "share of the area", "share(row.area, sumrows(buildings, row.area))"),
      stock("building_opening", "期初余额", "opening balance", "prev(building_balance)"),
      flow("building_interest", "存款利息", "interest", "building_opening * interest * dtyears"),
      stock("building_pending", "已决定未到账的续筹(期初)", "top-up decided and not paid, at the opening", "prev(running(building_decided)) - prev(running(building_top_up))"),
      flow(
        "building_decided",
        "决定续筹",
        "top-up decided",
        `yearstart > 0 and building_opening + building_pending < first_deposit * building_share * trigger and recorded(raiseVote) > 0
          ? max(0, first_deposit * building_share * topUpLevel - building_opening - building_pending) * topUpCollection : 0`,
        {
          clauses: ["taizhou-property/51", "civil-code/278"],
          convention: { zh: "逐幢检验,由该幢业主续筹", en: "building by building, topped up by its own owners" },
        },
      ),
      flow("building_top_up", "续筹", "top-up", "lag(building_decided, (topUpLagMonths or 0 mo) / dtmonths)"),
      stock("building_available", "可用余额", "available", "max(0, building_opening + building_interest + building_top_up + (deposits_in - drawn_by_others) * building_share)", {
        convention: { zh: "其他存入与支取按交存面积分摊", en: "other deposits and withdrawals by area" },
      }),
      flow("building_spent", "当期使用", "used in the period", takenFrom(row, uses).join(" + ") || "0 CNY"),
      stock(
        "building_balance",
        "分幢余额",
        "balance of the building",
        "prev(building_balance) + building_interest + building_top_up + (deposits_in - drawn_by_others) * building_share - building_spent",
        { opening: "row.opening", words: { building: "row.building" } },
      ),
    ]),
    ...apart(
      "openings_apart",
      "buildings",
      "各幢期初余额之和与专户期初余额不符",
      "opening balances of the buildings do not add up to that of the account",
      "row.opening",
      "account.opening_cash",
      FEN,
    ),
    ...apart(
      "areas_apart",
      "buildings",
      "各幢交存面积之和与交存面积不符",
      "areas of the buildings do not add up to the area of the account",
      "row.area",
      "areaDeposited",
      "1 m2 / 100",
    ),
  ];
}

const apart = (name: string, at: string, zh: string, en: string, part: string, whole: string, within: string): readonly LineSpec[] => [
  doubt(name, at, zh, en, `abs(sumrows(buildings, ${part}) - ${whole}) > ${within} ? 1 : 0`),
];
