import { add, type Change, swapPack } from "./review.ts";

export const flatsLease = (product: string, areaLeased?: string): Change =>
  add("extra_lease", "lease", {
    lessor: "spv",
    tenant: "tenants",
    product,
    start: "2029-07",
    end: "2039-12",
    ramp: [
      { id: "a", year: "1", share: "0.5" },
      { id: "b", year: "2", share: "0.9" },
    ],
    rentPer: "month",
    rent: "40",
    includesVat: true,
    vatMethod: "general",
    vatRate: "0.09",
    contractYears: "5",
    growth: "0",
    collection: "0.95",
    ...(areaLeased === undefined ? {} : { areaLeased }),
  });

export const taizhou = swapPack("jinhua-2020", "taizhou-2023-draft", "taizhou-property");
export const vote = {
  totalArea: "30000",
  totalOwners: "480",
  partArea: "20000",
  partOwners: "320",
  yesArea: "15000",
  yesOwners: "240",
  major: true,
};

export function removeRow(draft: Parameters<Change>[0], id: string, table: string, rowId: string): void {
  const component = draft.components.find((one) => one.id === id);
  if (component !== undefined)
    component.inputs[table] = (component.inputs[table] as { id: string }[]).filter((one) => one.id !== rowId);
}

export function franchise(term: string): Change {
  return add("energy", "franchise", {
    grantor: "spv",
    franchisee: "operator",
    users: "tenants",
    supplier: "supplier",
    systems: [
      {
        id: "a",
        system: "charging",
        capex: "800000",
        built: "2029-07",
        unitsPerYear: "300000",
        price: "0.5",
        costShare: "0.4",
        growth: "0",
      },
    ],
    start: "2029-07",
    term,
    termLimit: "30",
    feePerYear: "50000",
    turnoverShare: "0.05",
    includesVat: false,
    vatMethod: "general",
    vatRate: "0.06",
  });
}

export function integrated(inputs: Record<string, unknown>): Change {
  return add("books_of_operation", "integrated_operation", {
    operator: "spv",
    start: "2029-07",
    end: "2039-12",
    key: "revenue",
    ...inputs,
  });
}
