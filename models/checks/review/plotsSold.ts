import type { GraphLine } from "../../language/graph.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { matches, type RolePattern } from "./roles.ts";

/** Plots a sold product stands on; none where neither the sale nor an area balance says. */
export function plotsOf(review: Review, part: Part): ReadonlySet<string> {
  const [own, product] = [part.word("plot"), part.word("product")];
  if (own !== undefined) return new Set([own]);
  const placed = review.withRole("area.disposition.sale").filter(({ tags }) => tags["product"] === product);
  return new Set(placed.flatMap(({ tags }) => (tags["plot"] === undefined ? [] : [String(tags["plot"])])));
}

/** What concerns the plots of a sale: theirs, and what names no plot. */
export function onPlots(lines: readonly GraphLine[], plots: ReadonlySet<string>): readonly GraphLine[] {
  return lines.filter(({ tags }) => plots.size === 0 || tags["plot"] === undefined || plots.has(String(tags["plot"])));
}

const CONSTRUCTION: readonly RolePattern[] = ["cost.works.*", "cost.other.*", "cost.contingency.*"];
const isConstruction = (role: string): boolean => CONSTRUCTION.some((wanted) => matches(role, wanted));

/** 工程建设总投资 of the plots sold, with VAT, whatever base the component reckons on; a fee on sales is none of it. */
export function constructionOf(review: Review, part: Part): readonly GraphLine[] {
  const vat = review.withRole("vat.paid").filter(({ tags }) => isConstruction(String(tags["base_of"] ?? "")));
  const all = [...review.withRole(...CONSTRUCTION), ...vat].filter(({ tags }) => tags["rate_on"] !== "sales");
  return onPlots(all, plotsOf(review, part));
}
