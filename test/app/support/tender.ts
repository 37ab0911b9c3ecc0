import type { ModelDocument } from "../../../models/document/schema.ts";
import { bidOf, tenderDocument } from "../../analysis/bids/support.ts";

const NET = { included: false };

/** Members of both committees. */
export const people = ["一", "二", "三", "四", "五"].map((name, index) => ({
  id: `m${index + 1}`,
  name,
  expert: index < 4,
}));

/** A tender that is evaluated in full: three bids, two of them recommended, nothing of the award. */
export function evaluatedTender(notice = {}, rows = {}, bidders: Readonly<Record<string, string>> = {}): ModelDocument {
  const offer = (id: string, fee: number) =>
    bidOf(id, { fee: { amounts: String(fee), vat: NET }, bidder: bidders[id] ?? id });
  const row = (id: string, recommended: boolean, rank?: number) => ({
    id,
    valid: true,
    comment: "符合要求",
    recommended,
    rank,
  });
  return tenderDocument(
    {
      compulsory: false,
      stateFunds: true,
      candidatesLeast: 2,
      candidatesMost: 3,
      award: { method: "vote", passes: "half" },
      ...notice,
    },
    {
      evaluators: people,
      awarders: people,
      evaluation: { date: "2026-03-01", rows: [row("A", true), row("B", true), row("C", false)], ...rows },
    },
    [offer("A", 100), offer("B", 120), offer("C", 80)],
    { scenarios: [{ id: "low", label: "低", set: {} }] },
  );
}
