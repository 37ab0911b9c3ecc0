import { area, flag, month, party, quantity, rate, word } from "../../terms/inputs.ts";
import { booking, flow, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";

/**
 * 回迁视同销售: where the tax bureau treats resettlement in kind as a sale, output VAT arises on its value at hand-over, and land appreciation tax counts the value as
 * revenue and as compensation cost alike. A file without this component does not treat it as a sale.
 */
export const deemedSale = mechanism("deemed_sale", {
  title: { zh: "回迁安置视同销售", en: "Resettlement as a deemed sale" },
  summary: {
    zh: "按安置面积与视同销售单价计算视同销售额:产生增值税销项税额,并在土地增值税中同时计入收入与拆迁补偿成本;不发生现金收款。",
    en: "Value of resettled area: output VAT arises on it, and land appreciation tax counts it as revenue and as compensation cost; no money is received.",
  },
  family: "tax",
  clauses: ["national-law/vat", "national-law/land-appreciation-tax"],
  checks: ["C13"],
  inputs: {
    taxpayer: party("纳税人", "taxpayer", PROJECT_SIDE),
    product: word("产品(在土地增值税产品分类中列出)", "product, listed among those of land appreciation tax"),
    areaResettled: area("安置面积(面积平衡表有回迁面积时不填)", "resettled area, when no area balance gives it", { from: 0, optional: true, usual: [5000, 40000] }),
    price: quantity("CNY/m2", "视同销售单价", "value per ㎡", { from: 0, usual: [8000, 30000] }),
    includesVat: flag("单价含税", "value includes VAT"),
    vatRate: rate("增值税率", "VAT rate", { from: 0, to: 1, policy: "vat_sale" }),
    handover: month("交付月", "hand-over month", "within"),
  },
  once: ["taxpayer"],
  lines: () => [
    scalar("area", "视同销售面积", "area deemed sold", "areaResettled or sum(role = area.disposition.resettle, taxpayer = in(taxpayer, unset))", {
      ...deemed,
      unit: "m2",
      role: "area.deemed",
    }),
    flow("area_now", "当期视同销售面积", "area deemed sold in the period", "falls(handover) ? area : 0", { ...deemed, unit: "m2", role: "area.deemed_sold" }),
    flow("value", "视同销售收入(不含税)", "deemed sales, ex VAT", "area_now * exvat(price, vatRate, includesVat)", {
      ...deemed,
      role: "sale.deemed",
      convention: { zh: "同额计入拆迁补偿成本", en: "the same amount is compensation cost" },
    }),
    flow("value_vat", "视同销售销项税额", "output VAT on deemed sales", "value * vatRate", {
      role: "vat.output",
      tags: { method: "general" },
      words: { taxpayer: "taxpayer" },
    }),
    booking("vat_borne", "自行承担的视同销售增值税", "VAT on deemed sales, borne by the seller", "value_vat * convention.separate_vat", {
      role: "noncash.tax",
      words: { taxpayer: "taxpayer" },
      posts: { debit: "surcharge", credit: "vat_credit" },
      convention: { zh: "未向居民收取,由纳税人承担", en: "not collected from the residents" },
    }),
  ],
});

const deemed = { tags: { pool: "above" }, words: { product: "product", taxpayer: "taxpayer" } };
