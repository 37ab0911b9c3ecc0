import { type Inputs, type Part, profile } from "./situation.ts";

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

/** Compensation of one household resettled in kind, to be varied. */
export function compensation(changes: Inputs = {}): Part {
  return [
    "comp",
    "compensation",
    {
      payer: "entity",
      payee: "resident",
      legalInKind: "60",
      legalCash: "0",
      appraisedPrice: "10000",
      payment: profile([1]),
      removalBasis: "area",
      removalPerM2: "20",
      standard: "30",
      moveOut: "2026-01",
      agreedMonths: "36",
      handover: "2029-06",
      ...changes,
    },
  ];
}
