import type { Inputs } from "./situation.ts";

/** Area balance of the worked example AREA-1 (a 20,000 ㎡ plot at FAR 2.4), to be varied. */
export function areaExample(changes: Inputs = {}): Inputs {
  return {
    plot: "p1",
    siteNet: "20000",
    householdsExisting: "480",
    householdsPlanned: "560",
    existing: [
      {
        id: "dwellings",
        use: "residential",
        legal: "30000",
        demolishedShare: "1",
        inKindShare: "0.95",
        resettleRatio: "1.1",
      },
    ],
    far: "2.4",
    exempt: [{ id: "stilt", kind: "stilt", area: "2400" }],
    services: [
      { id: "kindergarten", item: "kindergarten", area: "1800", disposition: "public_transfer" },
      { id: "other", item: "other", area: "600", disposition: "public_transfer" },
    ],
    communityDisposition: "public_transfer",
    propertyRoomBase: "with_exempt",
    products: [{ id: "flats", product: "flats", disposition: "sale", level: "above", rule: "rest" }],
    parking: [{ id: "spaces", product: "spaces", spaces: "560", areaPerSpace: "38", disposition: "common" }],
    equipmentBelow: "2500",
    ...changes,
  };
}
