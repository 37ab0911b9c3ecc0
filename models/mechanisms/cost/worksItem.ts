import type { Tag } from "../../language/line.ts";
import type { Role } from "../../terms/roles.ts";
import { type Component, type Row, together } from "../define/component.ts";
import { costsNothing } from "../define/doubt.ts";
import { cash, flow, type LineSpec, ratio, scalar } from "../define/lines.ts";
import { costVatLines } from "../define/rateBase.ts";
import { countedTags } from "../define/uncounted.ts";
import { vatOf } from "../define/vat.ts";
import { poolOfWorks } from "./costPool.ts";
import { coveredLines } from "./coveredArea.ts";
import { quantityOf, unreadQuantity } from "./quantity.ts";
import { aboutTags, costTags, NOT_ELIGIBLE } from "./tags.ts";

const ROLE_OF: Readonly<Record<string, Role>> = {
  building: "cost.works.building",
  equipment: "cost.works.equipment",
  outdoor: "cost.works.outdoor",
  demolition: "cost.works.demolition",
  platform: "cost.works.platform",
};

/** An item of works: quantity, cost, and what is paid of it in a period. */
export function itemLines(c: Component, row: Row): readonly LineSpec[] {
  together(row, "start", "duration");
  together(c, "deferredShare", "deferredMonths");
  const vat = vatOf(row, "row.");
  const role = ROLE_OF[row.word("kind")];
  if (role === undefined) throw new Error(`no category ${row.word("kind")}`);
  const tags = { ...costTags(row), pool: poolOfWorks(row), measured_by: row.word("basis") };
  const rest = { ...tags, ...NOT_ELIGIBLE };
  return [
    ratio("measured", "工程量", "quantity", quantityOf(row)),
    scalar("budget", "工程费", "cost", `measured * ${vat.carried("row.price")} * (1 + (premium or 0)) * (1 - (discount or 0))`),
    costsNothing(row, "price", "budget"),
    ...unreadQuantity(row),
    ...coveredLines(row),
    ...(anyTimed(c) ? [ownSpread(row)] : []),
    ...(row.has("eligibleShare")
      ? [
          ...paidLines(c, row, { role, tags, name: "paid", amount: "budget * row.eligibleShare" }),
          ...paidLines(c, row, { role, tags: rest, name: "paid_rest", amount: "budget * (1 - row.eligibleShare)" }),
        ]
      : paidLines(c, row, { role, tags, name: "paid", amount: "budget" })),
  ];
}

/** When something is built: in the component's phasing, or in the own time of an item. */
export const buildingOf = (c: Component): string => (anyTimed(c) ? "sumrows(items, row.row_spread) > 0" : "spread > 0");

/** What is paid of all items within the horizon. */
export function paidTotal(c: Component): string {
  const parted = c.rows("items").filter((row) => row.has("eligibleShare"));
  return ["sumrows(items, total(row.paid))", ...parted.map(({ id }) => `total(paid_rest.${id})`)].join(" + ");
}

/** With a start and months of its own an item is paid evenly over them. */
const timed = (row: Row): boolean => row.has("start");
const anyTimed = (c: Component): boolean => c.rows("items").some(timed);

const ownSpread = (row: Row): LineSpec =>
  flow("row_spread", "当期投资比例(本项)", "share of the period, of this item", timed(row) ? "monthsin(row.start, row.start + row.duration) / row.duration" : "spread", {
    unit: "1",
  });

interface Part {
  readonly role: Role;
  readonly tags: Readonly<Record<string, Tag>>;
  readonly name: "paid" | "paid_rest";
  readonly amount: string;
}

const LABELS = {
  paid: { zh: "工程费支付", en: "works paid" },
  paid_rest: { zh: "工程费支付(不可用资金部分)", en: "works paid, the part that is not eligible" },
};

/** One part of an item as it is paid, some of it later where that was agreed, with its VAT. */
function paidLines(c: Component, row: Row, { role, tags, name, amount }: Part): readonly LineSpec[] {
  const spread = anyTimed(c) ? "row_spread" : "spread";
  const label = LABELS[name];
  const words = { plot: "plot", taxpayer: "payer" };
  return [
    cash(
      name,
      label.zh,
      label.en,
      `given(deferredMonths) ? ${amount} * (${spread} * (1 - (deferredShare or 0)) + lag(${spread}, deferredMonths / dtmonths) * (deferredShare or 0)) : ${amount} * ${spread}`,
      { from: "payer", to: "payee", role, tags: { ...tags, ...countedTags("out") }, words, posts: { debit: "wip", credit: "cash" } },
    ),
    ...costVatLines(name, vatOf(row, "row."), { from: "payer", to: "payee" }, { role, tags: aboutTags(tags), words }),
  ];
}
