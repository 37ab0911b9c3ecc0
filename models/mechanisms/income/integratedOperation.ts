import { choice, month, party, rate, record } from "../../terms/inputs.ts";
import { monthsWithin } from "../define/calendar.ts";
import type { Component } from "../define/component.ts";
import { flow, type LineSpec, rateLine, ratio, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { BOOKS } from "./books.ts";

type Book = keyof typeof BOOKS;
const ALL = Object.keys(BOOKS) as readonly Book[];

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
  inputs: {
    operator: party("运营主体", "operator", PROJECT_SIDE),
    start: month("运营起始月", "first month of operation", "from"),
    end: month("运营截止月", "last month of operation", "through"),
    key: choice("共同成本分摊标准", "key for shared cost", {
      revenue: { zh: "按各账收入", en: "by revenue" },
      direct_cost: { zh: "按各账直接成本", en: "by direct cost" },
      agreed: { zh: "按约定比例", en: "by agreed shares" },
    }),
    shareMunicipal: rate("约定比例:市政", "agreed share: municipal", { from: 0, to: 1, optional: true, usual: [0.2, 0.4] }),
    shareProperty: rate("约定比例:物业", "agreed share: property", { from: 0, to: 1, optional: true, usual: [0.3, 0.5] }),
    procurement: record("市政服务采购文件", "procurement of municipal services", { optional: true }),
    feeDecision: record("物业费业主决定", "owners' decision on the property fee", { optional: true }),
  },
  lines: (c) => [
    flow("open_months", "当期运营月数", "months open", monthsWithin("start", "end + onemonth"), { unit: "mo" }),
    flow("shared_cost", "共同成本", "shared cost", costOf(c, "shared")),
    ...ALL.flatMap((book) => bookLines(c, book)),
    flow("revenue_total", "经营收入合计", "revenue of all books", ALL.map((book) => `revenue_${book}`).join(" + ")),
    flow("result_total", "综合运营盈亏", "result of all books", ALL.map((book) => `result_${book}`).join(" + ")),
    flow("carried", "账间互补", "carried by one book for another", ALL.map((book) => `max(0, 0 - result_${book})`).join(" + "), {
      convention: { zh: "亏损账由盈余账弥补的金额", en: "losses of the books that lose" },
    }),
    flow("unassigned", "未归账的收入与成本", "revenue and cost of no book", unassigned(c)),
    flow("municipal_unprocured", "未依法采购的市政收入", "municipal revenue without procurement", `revenue_municipal * ${missing(c, "procurement")}`, {
      clauses: ["taizhou-2023-draft/4(3)7"],
    }),
    flow("fee_undecided", "未经业主决定的物业账收入", "revenue of the property book without the owners' decision", `revenue_property * ${missing(c, "feeDecision")}`, {
      clauses: ["civil-code/278"],
    }),
    ratio("key_total", "分摊比例合计", "shares of the key in total", c.word("key") === "agreed" ? "shareMunicipal + shareProperty <= 1 ? 1 : 0" : "1"),
  ],
});

const open = (selection: string) => `open_months > 0 ? ${selection} : 0`;
const costOf = (c: Component, book: string) => open(`sum(role = opex.*, payer = ${c.word("operator")}, book = ${book})`);
const missing = (c: Component, input: string) => (c.has(input) ? `(1 - recorded(${input}))` : "1");

function unassigned(c: Component): string {
  const operator = c.word("operator");
  const all = open(`sum(role = revenue.*, payee = ${operator}) + sum(role = opex.*, payer = ${operator})`);
  return `(${all}) - revenue_total - shared_cost - ${ALL.map((book) => `cost_${book}`).join(" - ")}`;
}

/** Share of the shared cost a book bears; with nothing to reckon on, the books share alike. */
function keyShare(c: Component, book: Book): string {
  const agreed: Readonly<Record<Book, string>> = {
    municipal: "shareMunicipal",
    property: "shareProperty",
    commercial: "(1 - shareMunicipal - shareProperty)",
  };
  if (c.word("key") === "agreed") return agreed[book];
  const name = c.word("key") === "revenue" ? "revenue" : "cost";
  const sum = `(${ALL.map((each) => `${name}_${each}`).join(" + ")})`;
  return `(${sum} > 0 ? ${name}_${book} / ${sum} : 1 / ${ALL.length})`;
}

function bookLines(c: Component, book: Book): readonly LineSpec[] {
  const { zh, en } = BOOKS[book];
  const tags = { book };
  return [
    flow(`revenue_${book}`, `${zh}收入`, `${en} revenue`, open(`sum(role = revenue.*, payee = ${c.word("operator")}, book = ${book})`), { tags }),
    flow(`cost_${book}`, `${zh}直接成本`, `${en} direct cost`, costOf(c, book), { tags }),
    rateLine(`key_${book}`, `${zh}分摊比例`, `${en} share of shared cost`, keyShare(c, book)),
    flow(`allocated_${book}`, `${zh}分摊共同成本`, `${en} shared cost allocated`, `shared_cost * key_${book}`, {
      tags,
      convention: { zh: "按约定标准分摊", en: "by the stated key" },
    }),
    flow(`result_${book}`, `${zh}盈亏`, `${en} result`, `revenue_${book} - cost_${book} - allocated_${book}`, { tags }),
    stock(`cumulative_${book}`, `${zh}累计盈亏`, `${en} cumulative result`, `running(result_${book})`, { tags }),
  ];
}
