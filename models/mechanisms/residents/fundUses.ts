import { choice, money, month, party, record, table, word } from "../../terms/inputs.ts";
import { type Component, perRow, type Row } from "../define/component.ts";
import { cash, flow, type LineSpec, stock } from "../define/lines.ts";
import { SUPPLIERS } from "../define/parties.ts";
import { countedTags, type Entry, leftAfter, uncountedLines } from "../define/uncounted.ts";
import { contributionEntry } from "../support/treatment.ts";
import { type LedgerUse, ledgerRoom, unknownBuilding } from "./fundBuildings.ts";

/** 逐项表决的使用: what the owners voted to spend, item by item and year by year; paid from its month on, once its vote holds and the money is there. */
export const fundUses = table(
  "逐项表决的使用(不填则用“表决使用金额”)",
  "uses voted item by item (the amount voted, when left out)",
  {
    item: word("事项", "item"),
    building: word("幢号(分幢列账时;不填由各幢按面积分摊)", "building, with ledgers by building (borne by all by area when left out)", { optional: true }),
    kind: choice("用于", "for", {
      project: { zh: "项目建设(付给使用方)", en: "the works of the project (paid to the recipient)" },
      repair: { zh: "维修更新(专户直接付给供应商)", en: "repair or renewal (the account pays the supplier)" },
    }),
    supplier: party("供应商(维修更新)", "supplier (repair or renewal)", SUPPLIERS, { optional: true }),
    month: month("使用月", "month of use", "since", { late: "open" }),
    amount: money("表决金额", "amount voted", { from: 0, usual: [100000, 3000000] }),
    vote: record("使用表决", "vote to use", { kinds: ["vote"], majority: "ordinary" }),
  },
  { optional: true, namedBy: ["item", "building", "month"] },
);

const isRepair = (row: Row): boolean => row.is("kind", "repair");

/** The project's use is under the account's approval and its recognition; a repair rests on its vote alone. */
const entryOf = (row: Row): Entry =>
  isRepair(row)
    ? { prefix: "use_", way: "out", entered: "row.amount", counted: "total(repaired)", documents: ["row.vote"] }
    : {
        prefix: "use_",
        way: "in",
        entered: "row.amount",
        counted: "total(used_for)",
        status: "status",
        documents: ["row.vote", "joined"],
        limits: [{ reason: "eligibility", upTo: "max(total(eligible) - total(used_otherwise), total(used_for))" }],
      };

const lineOf = (row: Row): string => (isRepair(row) ? "repaired" : "used_for");

/** Lines of the uses; each takes from what the account has and what those before it left. */
export function linesOfUses(c: Component): readonly LineSpec[] {
  const rows = c.rows("uses");
  const project = rows.filter((row) => !isRepair(row));
  return perRow(c, "uses", (row) => {
    const before = rows.slice(
      0,
      rows.findIndex(({ id }) => id === row.id),
    );
    const taken = (list: readonly Row[]): string => list.map((one) => ` - ${lineOf(one)}.${one.id}`).join("");
    const others = project.filter(({ id }) => id !== row.id).map((one) => `used_for.${one.id}`);
    const name = lineOf(row);
    const voted = flow(
      "voted_due",
      "已到使用月的表决金额",
      "voted and due",
      `since(month + dtmonths > row.month) > 0 ? ${leftAfter("document", "use_")} - prev(running(${name})) : 0`,
    );
    const room = ledgerRoom(c, buildingOf(row), before.map(ledgerUse));
    const free = room === undefined ? `available${taken(before)}` : `available${taken(before)}, ${room}`;
    if (isRepair(row))
      return [
        ...uncountedLines(entryOf(row)),
        ...unknownBuilding(c, row),
        voted,
        cash("repaired", "维修资金支付维修更新", "paid by the fund for repair or renewal", `max(0, min(voted_due, ${free})) * recorded(row.vote)`, {
          from: "account",
          to: "row.supplier",
          role: "fund.repair",
          tags: countedTags("out"),
          words: { item: "row.item" },
          posts: { debit: "outside", credit: "outside" },
          clauses: ["civil-code/281"],
        }),
      ];
    return [
      ...uncountedLines(entryOf(row)),
      ...unknownBuilding(c, row),
      flow("used_otherwise", "其他使用", "other uses", others.length === 0 ? "0 CNY" : others.join(" + ")),
      voted,
      stock(
        "eligible_here",
        "合格支出余额",
        "eligible cost left",
        `max(0, running(eligible)${others.map((other) => ` - prev(running(${other}))`).join("")} - prev(running(used_for))${taken(before.filter((one) => !isRepair(one)))})`,
      ),
      cash("used_for", "维修资金用于项目", "fund used in the project", `max(0, min(voted_due, ${free}, eligible_here)) * recorded(row.vote) * recorded(joined)`, {
        ...contributionEntry(c, { ...countedTags("in"), use: "construction" }),
        from: "account",
        role: "contribution.maintenance_fund",
        words: { taxpayer: "payee", item: "row.item" },
        clauses: ["civil-code/281", "taizhou-2023-draft/4(5)12"],
      }),
    ];
  });
}

const buildingOf = (row: Row): string | undefined => (row.has("building") ? row.word("building") : undefined);
const ledgerUse = (row: Row): LedgerUse => ({ line: `${lineOf(row)}.${row.id}`, building: buildingOf(row) });

/** The uses as the ledgers of the buildings see them. */
export const ledgerUses = (c: Component): readonly LedgerUse[] => c.rows("uses").map(ledgerUse);

/** All the account pays under the uses. */
export const totalOfUses = (c: Component): string => {
  const rows = c.rows("uses");
  return rows.length === 0 ? "0 CNY" : rows.map((row) => `${lineOf(row)}.${row.id}`).join(" + ");
};
