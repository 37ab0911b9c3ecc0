import type { Text } from "../wording/text.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

/** What somebody who pays into a project is to it, whatever his money is called. */
export type PayerKind = keyof typeof PAYERS;

/** Roles a payer's money may have; `computed` ones only where a mechanism reckons them from areas, quantities or terms, not from amounts typed by date or lines of the user's own. */
interface Allowed {
  readonly roles: readonly string[];
  readonly computed?: true;
  /** Only under debt of this form. */
  readonly form?: string;
}

/** 往来科目: what comes in is owed, shared or settled by terms, which only a component holds; a line of the user's own has none. Deposits that come back are held against those paid. */
const WITH_TERMS = ["deposit.*", "working_capital.*", "equity.*", "debt.*", "vat.*", "tax.*"];

/** How the review speaks of money that a payer's kind does not allow. The first whose roles meet it holds. */
export interface Unlike {
  /** Roles; absent: any, and none at all. */
  readonly said?: readonly string[];
  readonly ids: readonly string[];
  readonly severity: "R" | "Q";
  readonly clauses: readonly string[];
}

interface PayerRow {
  /** What his money is, and how it is to be entered. */
  readonly is: Text;
  readonly may: readonly Allowed[];
  readonly unlike: readonly Unlike[];
}

const VAT = { roles: ["vat.received"], computed: true } as const;
const RENTS: Allowed = { roles: ["revenue.lease", "revenue.parking"], computed: true };
const TRADE: Allowed = {
  roles: ["revenue.*", "sale.receipt", "ceded.receipt", "deposit.*", "debt.interest", "debt.principal"],
  computed: true,
};
const BACK: Allowed = { roles: ["deposit.returned", "working_capital.*"] };
const HIDDEN = ["national-law/hidden-debt"];
const VOTE = ["civil-code/278"];

/**
 * 付款方矩阵: who pays × what the money is said to be. A bank's money is debt, a budget's is support, a fund's is capital with its terms, an owner's
 * is capital or a loan; residents pay one sum that they voted; customers pay for what they get. What is not listed is asked about.
 */
export const PAYERS = {
  lender: {
    is: text(
      "金融机构的资金是借款,应按借款列示利率、期限与还本付息",
      "money of a lender is a loan: enter it with rate, tenor and repayment",
    ),
    may: [{ roles: ["debt.*", "deposit.returned"] }, RENTS, VAT],
    unlike: [
      {
        said: ["equity.*"],
        ids: ["C06", "R-DEBT-2"],
        severity: "R",
        clauses: ["national-law/capital-ratio", ...HIDDEN],
      },
      { ids: ["C06"], severity: "R", clauses: ["national-law/capital-ratio", ...HIDDEN] },
    ],
  },
  fund: {
    is: text(
      "基金的资金是出资,应按投资基金列示期限、退出与分配",
      "money of a fund is capital: enter it as an investment fund with term, exit and distribution",
    ),
    may: [{ roles: ["equity.fund", "equity.transfer"], computed: true }, { roles: ["deposit.returned"] }],
    unlike: [
      { said: ["equity.*", "debt.*"], ids: ["C17"], severity: "Q", clauses: ["national-law/fund-guideline"] },
      { ids: ["C17", "R-DEBT-2"], severity: "R", clauses: ["national-law/fund-guideline", ...HIDDEN] },
    ],
  },
  owner: {
    is: text(
      "股东、国有企业的资金是出资、借款或项目间调剂,不是经营收入或捐赠;购买服务的应按面积、数量计算",
      "money of an owner or a state company is capital, a loan or a transfer, neither income nor a gift; what it buys is reckoned from areas or quantities",
    ),
    may: [{ roles: ["equity.*", "debt.*"] }, BACK, TRADE, VAT],
    unlike: [{ ids: ["C05", "C25"], severity: "Q", clauses: [] }],
  },
  builder: {
    is: text(
      "施工、供应单位付给项目的资金属垫资或借款",
      "money a builder or supplier pays the project is an advance or a loan",
    ),
    may: [{ roles: ["deposit.*"] }, RENTS, { roles: ["debt.draw"] }, VAT],
    unlike: [{ ids: ["R-DEBT-4"], severity: "R", clauses: ["national-law/government-investment-12", ...HIDDEN] }],
  },
  budget: {
    is: text(
      "财政资金是支持,应按补助、返还、补贴、资本金或债券转贷列示,并附预算或批复",
      "money of a budget is support: enter it as a grant, rebate, subsidy, capital or bond on-lent, with its budget or approval",
    ),
    may: [
      { roles: ["support.*"], computed: true },
      { roles: ["support.operating", "equity.*"] },
      { roles: ["debt.*"], form: "bond" },
      BACK,
      {
        roles: [
          "revenue.service",
          "revenue.property_fee",
          "revenue.parking",
          "revenue.lease",
          "revenue.energy",
          "revenue.concession",
          "sale.receipt",
        ],
        computed: true,
      },
      VAT,
    ],
    unlike: [
      { said: ["support.rebate"], ids: ["C08", "R-LAND-1"], severity: "R", clauses: ["national-law/land-receipts"] },
      { said: ["support.*"], ids: ["C07"], severity: "R", clauses: ["national-law/budget-35"] },
      { ids: ["R-DEBT-5", "C07"], severity: "R", clauses: ["national-law/budget-35"] },
    ],
  },
  resident: {
    is: text(
      "居民的钱是一笔经表决的出资,或按面积、户数计算的购房款与服务费",
      "residents pay one sum that they voted, or a price and fees reckoned from areas and households",
    ),
    may: [
      { roles: ["contribution.resident"], computed: true },
      TRADE,
      {
        roles: [
          "sale.receipt",
          "revenue.property_fee",
          "revenue.parking",
          "revenue.service",
          "revenue.energy",
          "revenue.lease",
          "deposit.*",
        ],
      },
      VAT,
    ],
    unlike: [
      { said: ["contribution.donation"], ids: ["C09", "M48"], severity: "Q", clauses: VOTE },
      { said: ["revenue.common"], ids: ["C10"], severity: "R", clauses: ["civil-code/282"] },
      { ids: ["C09"], severity: "R", clauses: VOTE },
    ],
  },
  buyer: {
    is: text(
      "购房人的钱是购房款,须在取得预售许可后按合同收取",
      "buyers pay a price, by contract and after the presale permit",
    ),
    may: [TRADE, { roles: ["deposit.*"] }, VAT],
    unlike: [
      { said: ["sale.receipt", "revenue.*"], ids: ["C11"], severity: "Q", clauses: ["national-law/real-estate-45"] },
      { ids: ["C11"], severity: "R", clauses: ["national-law/real-estate-45"] },
    ],
  },
  customer: {
    is: text("承租人与用户为所得支付租金、费用", "tenants and users pay for what they get"),
    may: [
      {
        roles: [
          "revenue.lease",
          "revenue.parking",
          "revenue.property_fee",
          "revenue.service",
          "revenue.energy",
          "revenue.concession",
          "revenue.ceded",
          "revenue.other",
          "revenue.residual",
          "ceded.receipt",
          "sale.receipt",
          "deposit.*",
        ],
      },
      TRADE,
      VAT,
    ],
    unlike: [
      { said: ["revenue.common"], ids: ["C10"], severity: "R", clauses: ["civil-code/282"] },
      { ids: ["C05"], severity: "Q", clauses: [] },
    ],
  },
  /** An operator is a customer, and may hold a stake or lend. */
  operator: {
    is: text(
      "运营主体支付租金、使用费与分成,或作为股东出资",
      "an operator pays rent, fees and shares, or puts in capital as an owner",
    ),
    may: [
      {
        roles: [
          "equity.*",
          "debt.*",
          "revenue.concession",
          "revenue.lease",
          "revenue.ceded",
          "revenue.service",
          "revenue.other",
          "ceded.receipt",
        ],
      },
      BACK,
      TRADE,
      VAT,
    ],
    unlike: [
      { said: ["revenue.common"], ids: ["C10"], severity: "R", clauses: ["civil-code/282"] },
      { ids: ["C05"], severity: "Q", clauses: [] },
    ],
  },
  donor: {
    is: text("捐赠人的钱是捐赠", "a donor's money is a donation"),
    may: [{ roles: ["contribution.donation"] }],
    unlike: [{ ids: ["C05", "M48"], severity: "Q", clauses: [] }],
  },
  maintenance: {
    is: text(
      "维修资金只能经业主表决、按维修资金组件使用",
      "the maintenance fund is used after a vote and by its own component only",
    ),
    may: [{ roles: ["contribution.maintenance_fund"], computed: true }],
    unlike: [{ ids: ["M51", "C09"], severity: "R", clauses: ["civil-code/281"] }],
  },
  provident: {
    is: text(
      "公积金只减轻居民自身负担,不是项目资金来源",
      "the provident fund lightens the residents' own burden and is no source of the project",
    ),
    may: [],
    unlike: [{ ids: ["C09", "M52"], severity: "R", clauses: ["national-law/provident-fund-24"] }],
  },
  tax: {
    is: text("税务机关只退还已缴税款", "a tax authority returns tax that was paid"),
    may: [{ roles: ["tax.*", "vat.*"] }],
    unlike: [{ ids: ["R-DEBT-5"], severity: "R", clauses: ["national-law/budget-35"] }],
  },
  land: {
    is: text(
      "土地出让收入全部缴入国库,只能经预算以计提返还、补助列示",
      "land receipts are paid into the treasury in full: they come by a budget only, as a rebate or a grant",
    ),
    may: [{ roles: ["support.rebate"], computed: true }, { roles: ["deposit.returned"] }],
    unlike: [
      { said: ["support.rebate"], ids: ["C08", "R-LAND-1"], severity: "R", clauses: ["national-law/land-receipts"] },
      {
        ids: ["R-LAND-1", "C07"],
        severity: "R",
        clauses: ["national-law/land-receipts", "national-law/budget-35"],
      },
    ],
  },
  project: {
    is: text("其他项目的资金按项目间调剂审查", "money of another project is a transfer"),
    may: [{ roles: ["*"] }],
    unlike: [{ ids: ["C25"], severity: "Q", clauses: [] }],
  },
  stranger: {
    is: text(
      "付款方身份不明,须说明其与项目的关系及付款依据",
      "who pays is not said: name what he is to the project and why he pays",
    ),
    may: [TRADE, { roles: ["deposit.*"] }, VAT],
    unlike: [
      { said: ["equity.*"], ids: ["C06"], severity: "Q", clauses: ["national-law/capital-ratio"] },
      { ids: ["C05"], severity: "Q", clauses: [] },
    ],
  },
} as const satisfies Record<string, PayerRow>;

const row = (kind: PayerKind): PayerRow => PAYERS[kind];

/** Money that comes into the project, as the matrix sees it. */
export interface Paid {
  readonly role: string | undefined;
  /** Whether a mechanism reckons it. */
  readonly computed: boolean;
  /** Whether it is a line of the user's own. */
  readonly own: boolean;
  /** Form of the debt, where it is one. */
  readonly form: string | undefined;
}

const meets = (role: string | undefined, words: readonly string[]): boolean =>
  words.some(
    (word) =>
      word === "*" ||
      (role !== undefined && (word.endsWith(".*") ? role.startsWith(word.slice(0, -1)) : word === role)),
  );

/** Whether the money of a payer may be what it is said to be. */
export function mayPay(kind: PayerKind, { role, computed, own, form }: Paid): boolean {
  if (own && lacksTerms(role)) return false;
  return row(kind).may.some(
    (allowed) =>
      meets(role, allowed.roles) &&
      (allowed.computed !== true || computed) &&
      (allowed.form === undefined || allowed.form === form),
  );
}

/** Whether money of a role rests on terms that a line of the user's own has not. */
export const lacksTerms = (role: string | undefined): boolean => role !== undefined && meets(role, WITH_TERMS);

/** How the review speaks of money that may not be. */
export function unlikeOf(kind: PayerKind, role: string | undefined): Unlike | undefined {
  return row(kind).unlike.find(({ said }) => said === undefined || meets(role, said));
}
