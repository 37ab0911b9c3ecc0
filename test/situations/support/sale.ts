import { type Inputs, type Part, profile } from "../../mechanisms/support/situation.ts";

/** Flats of the implementing entity sold when finished, without VAT, to be varied. */
export function sale(changes: Inputs = {}, id = "sale"): Part {
  return [
    id,
    "sale",
    {
      seller: "entity",
      buyer: "buyer",
      product: "flats",
      areaForSale: "100",
      price: "10",
      includesVat: false,
      vatMethod: "exempt",
      priceGrowth: "0",
      priceFrom: "2026-01",
      absorption: profile([1]),
      mode: "presale",
      handover: "2030-01",
      collection: [{ id: "all", lag: "0", share: "1" }],
      sellingCost: "0",
      sellingCostPayee: "supplier",
      ...changes,
    },
  ];
}

/** Return of the implementing entity with the rates of a city, to be varied. */
export function vatReturn(changes: Inputs = {}, id = "vat"): Part {
  return [
    id,
    "vat_return",
    {
      taxpayer: "entity",
      authority: "tax",
      saleRate: "0.09",
      prepaymentRate: "0.03",
      cityRate: "0.07",
      educationRate: "0.03",
      localEducationRate: "0.02",
      ...changes,
    },
  ];
}
