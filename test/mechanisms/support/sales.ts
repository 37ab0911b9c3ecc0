import { type Inputs, type Part, profile } from "./situation.ts";

/** A completed sale of `area` ㎡ in the first year, paid at once and without VAT, to be varied. */
export function saleOf(id: string, revenue: number, changes: Inputs = {}): Part {
  return [
    id,
    "sale",
    {
      seller: "spv",
      buyer: "buyer",
      product: id,
      areaForSale: "100",
      price: String(revenue / 100),
      includesVat: false,
      vatMethod: "exempt",
      priceGrowth: "0",
      priceFrom: "2026-01",
      absorption: profile([1]),
      mode: "completed",
      handover: "2026-01",
      collection: [{ id: "all", lag: "0", share: "1" }],
      sellingCost: "0",
      sellingCostPayee: "supplier",
      ...changes,
    },
  ];
}

/** Money spent on one category of investment by year. */
export function spent(id: string, category: string, amounts: readonly number[], changes: Inputs = {}): Part {
  return [
    id,
    "scheduled_investment",
    {
      payer: "spv",
      payee: "contractor",
      category,
      amount: profile(amounts),
      includesVat: false,
      vatMethod: "none",
      ...changes,
    },
  ];
}
