import { choice, month, party, rate, record } from "../../terms/inputs.ts";
import { type Component, type Member, perMember } from "../define/component.ts";
import { flow, type LineSpec, rateLine, ratio, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { BOOKS } from "./books.ts";

const ALL: readonly Member[] = Object.entries(BOOKS).map(([id, label]) => ({ table: "books", item: "book", id, label }));

/**
 * 市政+物业+商业综合运营: the operator's revenue and cost by book, shared cost allocated by a stated key, and what one book carries for another. It moves no
 * money; revenue and cost lines say which book they belong to.
 */
export const integratedOperation = mechanism("integrated_operation", {
  title: { zh: "市政、物业、商业综合运营分账", en: "Books of an integrated operation" },
  summary: {
    zh: "按账汇总运营收入与成本,共同成本按约定标准分摊,列示各账盈亏及互补;市政服务须依法采购,物业费须经业主决定。",
    en: "Revenue and cost by book, shared cost allocated by a stated key, and who carries whom; municipal services need procurement, property fees the owners' decision.",
  },
  family: "income",
  clauses: ["taizhou-2023-draft/4(3)7", "civil-code/278"],
  checks: ["C22"],
  offers: ["municipal_unprocured", "fee_undecided"],
  inputs: {
    operator: party("运营主体", "operator", PROJECT_SIDE),
    start: month("运营起始月", "first month of operation", "from"),
    end: month("运营截止月", "last month of operation", "through", { notBefore: ["start"] }),
    key: choice("共同成本分摊标准", "key for shared cost", {
      revenue: { zh: "按各账收入", en: "by revenue" },
      direct_cost: { zh: "按各账直接成本", en: "by direct cost" },
      agreed: { zh: "按约定比例", en: "by agreed shares" },
    }),
    shareMunicipal: rate("约定比例:市政", "agreed share: municipal", { from: 0, to: 1, optional: true, usual: [0.2, 0.4] }),
    shareProperty: rate("约定比例:物业", "agreed share: property", { from: 0, to: 1, optional: true, usual: [0.3, 0.5] }),
    procurement: record("市政服务采购文件", "procurement of municipal services", { kinds: ["approval", "operator_selection", "performance_agreement"] }),
    feeDecision: record("物业费业主决定", "owners' decision on the property fee", { kinds: ["vote"], majority: "ordinary" }),
  },
  selections: { revenue: "role = revenue.*, payee = operator", cost: "role = opex.*, payer = operator" },
  lines: (c) => [
    flow("open_months", "当期运营月数", "months open", "monthsin(start, end + 1 mo)", { unit: "mo" }),
    flow("shared_cost", "共同成本", "shared cost", "open_months > 0 ? sum(cost, book = shared) : 0"),
    ...perMember(ALL, ({ id }) => bookLines(id, keyShare(c, id))),
    flow("revenue_total", "经营收入合计", "revenue of all books", "sumrows(books, book.revenue)"),
    flow("result_total", "综合运营盈亏", "result of all books", "sumrows(books, book.result)"),
    flow("carried", "账间互补", "carried by one book for another", "sumrows(books, max(0, 0 - book.result))", {
      convention: { zh: "亏损账由盈余账弥补的金额", en: "losses of the books that lose" },
    }),
    flow(
      "unassigned",
      "未归账的收入与成本",
      "revenue and cost of no book",
      "(open_months > 0 ? sum(revenue) + sum(cost) : 0) - revenue_total - shared_cost - sumrows(books, book.cost)",
    ),
    flow("municipal_unprocured", "未依法采购的市政收入", "municipal revenue without procurement", "revenue.municipal * (1 - recorded(procurement))", {
      clauses: ["taizhou-2023-draft/4(3)7"],
    }),
    flow("fee_undecided", "未经业主决定的物业账收入", "revenue of the property book without the owners' decision", "revenue.property * (1 - recorded(feeDecision))", {
      clauses: ["civil-code/278"],
    }),
    ratio("key_total", "分摊比例合计", "shares of the key in total", c.is("key", "agreed") ? "shareMunicipal + shareProperty <= 1 ? 1 : 0" : "1"),
  ],
});

const AGREED: Readonly<Record<string, string>> = {
  municipal: "shareMunicipal",
  property: "shareProperty",
  commercial: "(1 - shareMunicipal - shareProperty)",
};

/** Share of the shared cost a book bears; with nothing to reckon on, the books share alike. */
function keyShare(c: Component, book: string): string {
  if (c.is("key", "agreed")) return AGREED[book] ?? "0";
  const name = c.is("key", "revenue") ? "revenue" : "cost";
  const whole = ALL.map(({ id }) => `${name}.${id}`).join(" + ");
  return `(${whole} > 0 ? book.${name} / (${whole}) : 1 / sumrows(books, 1))`;
}

const bookLines = (book: string, key: string): readonly LineSpec[] =>
  [
    flow("revenue", "收入", "revenue", `open_months > 0 ? sum(revenue, book = ${book}) : 0`),
    flow("cost", "直接成本", "direct cost", `open_months > 0 ? sum(cost, book = ${book}) : 0`),
    rateLine("key_share", "分摊比例", "share of shared cost", key),
    flow("allocated", "分摊共同成本", "shared cost allocated", "shared_cost * key_share", {
      convention: { zh: "按约定标准分摊", en: "by the stated key" },
    }),
    flow("result", "盈亏", "result", "revenue - cost - allocated"),
    stock("cumulative", "累计盈亏", "cumulative result", "running(result)"),
  ].map((line) => ({ ...line, tags: { book } }));
