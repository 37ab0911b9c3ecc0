import { choice, party, rate, table } from "../../terms/inputs.ts";
import { perRow, type Row } from "../define/component.ts";
import { cash, flow, type LineSpec, rateLine } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";

const text = (zh: string, en: string) => ({ zh, en });

interface Kind {
  readonly label: { readonly zh: string; readonly en: string };
  readonly parameter: string;
  readonly base: string;
}

/** Taxed papers: their rate parameter and the amounts they are about. Loans and capital are taxed one period later, since loans may be drawn to pay taxes. */
const KINDS: Readonly<Record<string, Kind>> = {
  sale: { label: text("商品房买卖合同", "contracts of sale"), parameter: "stamp_sale", base: "sum(role = sale.contract, taxpayer = taxpayer)" },
  land: { label: text("土地出让合同", "land contracts"), parameter: "stamp_sale", base: "sum(payer = taxpayer, role = cost.land.price)" },
  construction: { label: text("建设工程合同", "construction contracts"), parameter: "stamp_construction", base: "sum(payer = taxpayer, role = cost.works.*)" },
  lease: { label: text("租赁合同", "leases"), parameter: "stamp_lease", base: "sum(payee = taxpayer, role = revenue.lease)" },
  loan: { label: text("借款合同", "loan contracts"), parameter: "stamp_loan", base: "prev(sum(payee = taxpayer, role = debt.draw, form != bond))" },
  books: { label: text("营业账簿(实收资本)", "paid-in capital"), parameter: "stamp_books", base: "prev(sum(payee = taxpayer, role = equity.*))" },
};

/** 印花税: by kind of contract, at the rates of the law, as the contracts are carried out. */
export const stampTax = mechanism("stamp_tax", {
  title: { zh: "印花税", en: "Stamp tax" },
  summary: {
    zh: "按合同类别和税率计征:买卖、土地、工程、租赁按当期金额,借款与资金账簿在次期缴纳。",
    en: "By kind of contract: sales, land, works and leases on the amounts of the period; loans and capital one period later.",
  },
  family: "tax",
  clauses: ["national-law/stamp-tax"],
  inputs: {
    taxpayer: party("纳税人", "taxpayer", PROJECT_SIDE),
    authority: party("征收机关", "tax authority", ["tax"]),
    items: table(
      "应税凭证",
      "taxed papers",
      {
        kind: choice("类别", "kind", Object.fromEntries(Object.entries(KINDS).map(([id, { label }]) => [id, label]))),
        rate: rate("税率(不填按税目)", "rate (by the law when left out)", { from: 0, to: 0.01, optional: true, usual: [0.00005, 0.001] }),
      },
      { namedBy: ["kind"] },
    ),
  },
  once: ["taxpayer", "items.kind"],
  lines: (c) => perRow(c, "items", itemLines),
});

function itemLines(row: Row): readonly LineSpec[] {
  const kind = KINDS[row.word("kind")];
  if (kind === undefined) throw new Error(`no kind ${row.word("kind")}`);
  return [
    rateLine("rate_used", "税率", "rate", `row.rate or param(${kind.parameter})`, { clauses: ["national-law/stamp-tax"] }),
    flow("base", "计税依据(不含增值税)", "base, ex VAT", kind.base),
    cash("paid", "缴纳印花税", "stamp tax paid", "base * rate_used", {
      from: "taxpayer",
      to: "authority",
      role: "tax.stamp",
      words: { taxpayer: "taxpayer" },
      posts: { debit: "surcharge", credit: "cash" },
    }),
  ];
}
