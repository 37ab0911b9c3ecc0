import { choice, money, month, party, rate, record, table, word } from "../../terms/inputs.ts";
import { perRow } from "../define/component.ts";
import { booking, cash, flow, ratio, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { assumeRenewal, RELIEF_CONVENTION, RELIEF_IN_FORCE, reliefColumn } from "../tax/relief.ts";

/**
 * 房产打包划转: community-service property moves in a bundle to an enterprise platform, once its title is clear and the owner of state assets has approved. It leaves the
 * books at its value and moves no money but the deed tax the platform pays, and from then on the rent, which goes to the platform.
 */
export const bundledTransfer = mechanism("bundled_transfer", {
  title: { zh: "社区服务房产打包划转", en: "Bundled transfer of service property" },
  summary: {
    zh: "权属清晰并经国资程序批准后,服务用房打包划转给企业平台统一运营:账面转出,平台缴契税,其后收益归平台。",
    en: "Service property moves to an enterprise platform once title is clear and the transfer approved: off the books, deed tax paid by the platform, income theirs from then on.",
  },
  family: "capital",
  clauses: ["taizhou-2023-draft/4(5)11", "national-law/deed-tax", "national-law/community-service-relief"],
  checks: ["C10"],
  inputs: {
    owner: party("划出方", "transferor", PROJECT_SIDE),
    platform: party("接收平台", "platform", ["soe", "operator", "other"]),
    authority: party("征收机关", "tax authority", ["tax"]),
    items: table(
      "划转房产",
      "property",
      {
        product: word("产品(与出租产品一致;不填则无租金随转)", "product, as in its lease (no rent moves when left out)", { optional: true }),
        bookValue: money("账面价值", "book value", { from: 0, usual: [1000000, 20000000] }),
        marketValue: money("评估价值", "appraised value", { from: 0, usual: [1000000, 30000000] }),
        relief: reliefColumn,
      },
      { namedBy: ["product"] },
    ),
    date: month("划转月", "month of the transfer", "since"),
    title: record("权属登记", "title registered", { kinds: ["title"] }),
    approval: record("国资审批", "approval of the state-asset owner", { kinds: ["approval", "asset_transfer"] }),
    deedRate: rate("契税税率", "deed tax rate", { from: 0, to: 0.05, policy: "deed_tax_min" }),
    deedBase: choice("契税计税依据", "deed tax on", {
      market: { zh: "评估价值", en: "appraised value" },
      book: { zh: "账面价值", en: "book value" },
      none: { zh: "免征", en: "exempt" },
    }),
    assumeRenewal,
  },
  lines: (c) => [
    flow("done", "已划转", "transferred", "month + dtmonths > date and recorded(title) > 0 and recorded(approval) > 0 ? 1 : 0", {
      unit: "1",
      convention: { zh: "权属与国资审批齐备后方可划转", en: "not before title and approval are on record" },
    }),
    flow("now", "当期划转", "transferred in this period", "done > 0 and prev(done) < 1 ? 1 : 0", { unit: "1" }),
    ...perRow(c, "items", (row) => [
      ratio("taxed_share", "契税计征标记", "taxed", row.is("relief", "community_service") ? "0" : "1"),
      flow("deed_base", "契税计税依据", "base of deed tax", DEED_BASE[c.word("deedBase")] ?? "0"),
      flow("deed_due", "应缴契税", "deed tax due", `deed_base * deedRate * (1 - (1 - taxed_share) * ${RELIEF_IN_FORCE})`, { convention: RELIEF_CONVENTION }),
      flow("rent_moved", "随转租金", "rent that moves", row.has("product") ? "done * sum(payee = owner, role = revenue.lease, product = row.product)" : "0"),
      ratio("book", "账面价值", "book value", "row.bookValue", { unit: "CNY" }),
    ]),
    booking("written_off", "划出资产账面价值", "book value given away", "now * sumrows(items, row.book)", {
      role: "noncash.transfer",
      words: { taxpayer: "owner" },
      posts: { debit: "reserve", credit: "fixed" },
      convention: { zh: "无偿划转冲减资本公积", en: "given without payment, out of the capital reserve" },
    }),
    stock("net_given", "划出资产净值(减项)", "net value given away, a deduction", "0 - running(written_off)", { role: "asset.net", words: { taxpayer: "owner" } }),
    cash("deed_tax", "平台缴纳契税", "deed tax paid by the platform", "sumrows(items, row.deed_due)", {
      from: "platform",
      to: "authority",
      role: "tax.deed",
      words: { taxpayer: "platform" },
      posts: { debit: "outside", credit: "outside" },
      clauses: ["national-law/deed-tax"],
    }),
    cash("rent_passed", "划转后租金归平台", "rent passed to the platform", "sumrows(items, row.rent_moved)", {
      from: "owner",
      to: "platform",
      role: "opex.other",
      words: { taxpayer: "owner" },
      posts: { debit: "opex", credit: "cash" },
    }),
  ],
});

const DEED_BASE: Readonly<Record<string, string>> = { market: "now * row.marketValue", book: "now * row.bookValue" };
