import { area, month, party, quantity } from "../../terms/inputs.ts";
import { cash, flow, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { countedTags, type Entry, uncountedLines } from "../define/uncounted.ts";

const ENTRY: Entry = { way: "out", entered: "total(rent) + area * paidRent * max(0 mo, outside_months) / 1 mo", counted: "total(rent)" };

/** 闲置用房: rooms of state-owned enterprises and institutions at no or little rent. The rent saved is support in kind and never cash. */
export const idleRooms = mechanism("idle_rooms", {
  title: { zh: "闲置用房提供", en: "Idle rooms offered" },
  summary: {
    zh: "国有企业、机关等提供闲置用房供社区使用;实付租金计入成本,与市场租金之差仅线下列示。",
    en: "Idle rooms for community use; the rent paid is a cost, the difference to the market rent stands below the line.",
  },
  family: "residents",
  clauses: ["taizhou-2023-draft/4(2)5"],
  checks: ["C29"],
  inputs: {
    provider: party("提供方", "provider", ["soe", "district", "city", "other"]),
    user: party("使用方", "user", PROJECT_SIDE),
    area: area("面积", "area", { from: 0, usual: [100, 2000] }),
    marketRent: quantity("CNY/m2", "市场租金(元/㎡·月)", "market rent per ㎡ and month", { from: 0, usual: [10, 40] }),
    paidRent: quantity("CNY/m2", "实付租金(元/㎡·月)", "rent paid per ㎡ and month", { from: 0, usual: [0, 10] }),
    start: month("起始月", "first month", "from", { late: "open" }),
    end: month("截止月", "last month", "through", { notBefore: ["start"] }),
  },
  lines: () => [
    ...uncountedLines(ENTRY),
    scalar("outside_months", "计算期外月数", "months outside the horizon", "end + 1 mo - start - total(used_months)", { unit: "mo" }),
    flow("used_months", "当期使用月数", "months used", "monthsin(start, end + 1 mo)", { unit: "mo" }),
    cash("rent", "闲置用房租金", "rent of idle rooms", "area * paidRent * used_months / 1 mo * project.price_index", {
      from: "user",
      to: "provider",
      role: "opex.rent",
      tags: countedTags("out"),
      words: { taxpayer: "user" },
      posts: { debit: "opex", credit: "cash" },
    }),
    flow("in_kind", "节省租金(实物支持,线下)", "rent saved, support in kind", "area * max(0, marketRent - paidRent) * used_months / 1 mo * project.price_index", {
      role: "memo",
      tags: { kind: "idle_rooms" },
      convention: { zh: "不计现金", en: "no cash" },
    }),
  ],
});
