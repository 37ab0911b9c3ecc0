import { describe, expect, it } from "vitest";
import type { Draft } from "./easing.ts";
import { example, part, plain } from "./unconditional.ts";

describe("money by somebody's decision that no paper shows turns no verdict green", () => {
  it.each<readonly [string, string, string, (draft: Draft) => void]>([
    [
      "services a district buys without procurement or budget",
      "special-bond",
      "base",
      (draft) => {
        const items = part(draft, "service").inputs["items"] as Record<string, unknown>[];
        items.push({
          ...items[0],
          ...{ id: "city_work", kind: "municipal", payer: "district", quantity: "330000", price: "190" },
        });
      },
    ],
    [
      "a gift beyond what the paper of its use says",
      "rehabilitation",
      "no_reward",
      (draft) => void Object.assign(part(draft, "gift").inputs, { amount: "5000000" }),
    ],
    [
      "a fund account of ten times what was proved",
      "rehabilitation",
      "no_reward",
      (draft) => {
        const { parties } = draft as unknown as { parties: { id: string; openingCash?: string }[] };
        for (const one of parties) if (one.id === "mfund") one.openingCash = "56000000";
        Object.assign(part(draft, "fund").inputs, { voted: "9000000" });
      },
    ],
    [
      "a levy of twice what was voted",
      "rehabilitation",
      "no_reward",
      (draft) => void Object.assign(part(draft, "charge").inputs, { pricePerHousehold: "7000" }),
    ],
    [
      "a levy on a vote that names no sum",
      "rehabilitation",
      "no_reward",
      (draft) => {
        Object.assign(part(draft, "charge").inputs, { pricePerHousehold: "7000" });
        const { records } = draft as unknown as { records: { id: string; values: Record<string, unknown> }[] };
        delete records.find(({ id }) => id === "renovation_vote")?.values["perHousehold"];
      },
    ],
    [
      "a value at the end above the books",
      "special-bond",
      "base",
      (draft) =>
        void Object.assign((draft as unknown as { conventions: object }).conventions, {
          recoveredAssetValue: "50000000",
        }),
    ],
  ])("%s", (_name, base, scenario, change) => {
    const file = example(base);
    const before = plain(file, scenario);
    const draft = structuredClone(file);
    change(draft);
    expect(plain(draft, scenario).filter((id) => !before.includes(id))).toEqual([]);
  });
});
