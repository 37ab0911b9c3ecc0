import type { Inputs } from "./situation.ts";
import { profile } from "./situation.ts";

/** A lump-sum item of works without VAT, to be varied. */
export function item(price: number, changes: Inputs = {}): Inputs {
  return {
    id: "item",
    kind: "building",
    basis: "fixed",
    price: String(price),
    includesVat: false,
    vatMethod: "none",
    ...changes,
  };
}

/** Works of one item spread by the given weights from 2026 on. */
export function worksOf(items: readonly Inputs[], weights: readonly number[] = [1], changes: Inputs = {}): Inputs {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return {
    payer: "entity",
    payee: "contractor",
    items,
    phasing: profile(weights.map((weight) => weight / sum)),
    ...changes,
  };
}
