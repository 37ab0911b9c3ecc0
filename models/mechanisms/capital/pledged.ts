import { choice, rate, table, word } from "../../terms/inputs.ts";
import { ROLES, type Role } from "../../terms/roles.ts";
import { type Component, perRow, type Row } from "../define/component.ts";
import { doubt } from "../define/doubt.ts";
import { flow, type LineSpec, ratio } from "../define/lines.ts";

const PLEDGEABLE: readonly Role[] = [
  "sale.receipt",
  "revenue.lease",
  "revenue.parking",
  "revenue.property_fee",
  "revenue.service",
  "revenue.energy",
  "revenue.common",
  "revenue.concession",
  "revenue.ceded",
  "revenue.other",
  "support.operating",
];

const wordOf = (role: Role): string => role.replaceAll(".", "_");

/** 质押收益: the income of the borrower that a bond is secured on, where its coverage counts no other. */
export const pledgedInput = table(
  "质押收益(分子口径为质押收益时)",
  "income pledged, where coverage counts that alone",
  {
    income: choice("收入类别", "kind of income", Object.fromEntries(PLEDGEABLE.map((role) => [wordOf(role), ROLES[role]]))),
    product: word("产品(不填为该类全部)", "product (all of the kind when left out)", { optional: true }),
    share: rate("质押比例(不填为全部)", "part that is pledged (all of it when left out)", { from: 0, to: 1, optional: true, usual: [0.5, 1] }),
  },
  { optional: true },
);

/** Lines of what is pledged, row by row and together. */
export function pledgedLines(c: Component): readonly LineSpec[] {
  const rows = c.rows("pledged");
  return [
    ...perRow(c, "pledged", (row) => [
      ratio("pledged_share", "质押比例", "part that is pledged", "row.share or 1"),
      flow(
        "pledged_part",
        "质押的收入",
        "income pledged",
        `in_life > 0 ? sum(payee = borrower, role = ${roleOf(row)}${row.has("product") ? ", product = row.product" : ""}) * pledged_share : 0`,
      ),
    ]),
    flow("pledged_income", "存续期质押收益", "pledged income over the life", rows.length === 0 ? "0 CNY" : "sumrows(pledged, row.pledged_part)"),
    ...perRow(c, "pledged", (row) => [
      doubled(
        row,
        rows.slice(
          0,
          rows.findIndex(({ id }) => id === row.id),
        ),
      ),
    ]),
    ...(rows.length > 0
      ? []
      : [
          doubt(
            "nothing_pledged",
            "coverageDefinition",
            "分子口径为质押收益,但未填质押收益",
            "coverage counts pledged income, and none is entered",
            c.is("coverageDefinition", "pledged_income") ? "1" : "0",
          ),
        ]),
  ];
}

function roleOf(row: Row): Role {
  const role = PLEDGEABLE.find((one) => row.is("income", wordOf(one)));
  if (role === undefined) throw new Error("a kind of income that nobody pledges");
  return role;
}

/** One income is pledged once: rows about the same income may share it, and no more. */
function doubled(row: Row, before: readonly Row[]): LineSpec {
  const same = before.filter((one) => roleOf(one) === roleOf(row) && (!one.has("product") || !row.has("product") || one.word("product") === row.word("product")));
  const shares = ["pledged_share", ...same.map(({ id }) => `pledged_share.${id}`)].join(" + ");
  return doubt("pledged_twice", "pledged", "同一收入质押超过一次", "the same income is pledged more than once", same.length === 0 ? "0" : `${shares} > 1 ? 1 : 0`);
}
