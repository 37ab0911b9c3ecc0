import { type Component, perRow, type Row } from "../../define/component.ts";
import { cash, type LineSpec, ratio, scalar } from "../../define/lines.ts";

/** Prices against their caps, indicators against their targets, and whether the consortium adds up. */
export function promiseLines(c: Component): readonly LineSpec[] {
  return [...priceLines(c), ...kpiLines(c), ...consortiumLines(c)];
}

/** A price above its cap is not charged: revenue components can read `price_used`. */
function priceLines(c: Component): readonly LineSpec[] {
  return perRow(c, "prices", (row) => [
    scalar("price_used", "执行服务价格", "service price used", `min(${priced(row, "price", "includesVat")}, ${priced(row, "cap", "capIncludesVat")})`, {
      convention: row.has("vatRate")
        ? { zh: "报价与限价孰低,均换算为不含税", en: "the lower of offer and cap, both without VAT" }
        : { zh: "报价与限价孰低,同一含税口径", en: "the lower of offer and cap, on one VAT basis" },
    }),
    ratio("price_within_cap", "不超限价", "within the cap", row.has("cap") ? `${priced(row, "price", "includesVat")} <= ${priced(row, "cap", "capIncludesVat")} ? 1 : 0` : "1", {
      clauses: ["taizhou-2023-draft/4(3)8"],
      words: { service: "row.service" },
    }),
  ]);
}

/** A price of a row, without VAT where a rate is given. */
const priced = (row: Row, price: "price" | "cap", includes: string): string => (row.has("vatRate") ? `exvat(row.${price}, row.vatRate, row.${includes} or 0)` : `row.${price}`);

function kpiLines(c: Component): readonly LineSpec[] {
  const ownersProject = c.is("side", "owner");
  return perRow(c, "kpis", (row) => [
    ratio("missed", "未达标", "missed", row.is("sense", "at_least") ? "row.expected < row.target ? 1 : 0" : "row.expected > row.target ? 1 : 0", {
      words: { kpi: "row.kpi" },
    }),
    cash("penalty_paid", "绩效违约金", "penalty", "missed * row.penalty * contract_years", {
      from: "operator",
      to: "owner",
      role: ownersProject ? "revenue.other" : "opex.other",
      words: { taxpayer: ownersProject ? "owner" : "operator" },
      posts: ownersProject ? { debit: "cash", credit: "revenue" } : { debit: "opex", credit: "cash" },
      clauses: ["taizhou-2023-draft/4(3)7"],
    }),
  ]);
}

function consortiumLines(c: Component): readonly LineSpec[] {
  if (c.rows("consortium").length === 0) return [];
  return [
    ratio("consortium_total", "联合体份额合计", "consortium shares in total", "sumrows(consortium, row.share)"),
    ratio("consortium_complete", "联合体份额合计为100%", "consortium shares add to 100 %", "consortium_total == 1 ? 1 : 0"),
  ];
}

/** All the operator pays the owner over the term, ex VAT: what the bond is measured by. */
export function contractValue(c: Component): LineSpec {
  const capital = c.rows("capital").length === 0 ? "" : " + total(upfront)";
  const payment = c.has("paymentPerYear") ? " + total(performance_payment)" : "";
  return scalar("contract_value", "合同金额", "contract value", `total(fee) + sumrows(shares, total(row.share_paid))${capital}${payment}`, {
    convention: { zh: "合同期内双方应付款合计(不含税)", en: "everything owed between the two over the term, ex VAT" },
  });
}
