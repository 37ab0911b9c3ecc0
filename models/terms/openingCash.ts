import type { Text } from "../wording/text.ts";
import { payerOf } from "./payerNames.ts";
import { mayPay, type PayerKind, type Unlike, unlikeOf } from "./payers.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

/** 期初资金来源: whose money is there at the beginning, as the author declares it. */
export const OPENING_SOURCES = {
  capital: text("股东缴付的资本", "capital its owners paid in"),
  profit: text("自身积累", "its own retained profit"),
  owners_fund: text("业主已交存的专项维修资金", "maintenance money owners deposited"),
  loan: text("借款", "borrowed"),
  budget: text("财政拨入", "from a budget"),
  residents: text("居民预缴", "paid ahead by residents"),
  buyers: text("购房人预付", "paid ahead by buyers"),
  transfer: text("上级、关联方或其他项目转入", "moved here from a parent, a related party or another project"),
} as const;
export type OpeningSource = keyof typeof OPENING_SOURCES;

const PAYS: Partial<Readonly<Record<OpeningSource, PayerKind>>> = {
  loan: "lender",
  budget: "budget",
  residents: "resident",
  buyers: "buyer",
  transfer: "project",
};

/** A bank's paper proves an amount, not whose money it is. */
const STATEMENTS =
  /银行(?:对账单|回单|流水|进账单|询证函|存款证明|余额证明|账户|存款|转账凭证)|(?:专户)?对账单|\bbank (?:statements?|account|confirmation)\b|\bstatements?\b/gi;
const DENIED = /(?:并?非|不是|不属于|不来自|没有|不含|无)[^,。;,;]{0,12}|\b(?:no|not|without|none of)\b[^,.;]{0,24}/gi;

/** What names alone do not give away, nearest first. */
const BY_WORDS: readonly { readonly kind: PayerKind; readonly says: RegExp }[] = [
  {
    kind: "lender",
    says: /贷款|借款|借入|拆借|授信|过桥|融资|垫资|\b(?:loans?|borrowed|credit line|facilit(?:y|ies)|bridge)\b/i,
  },
  { kind: "budget", says: /财政|拨款|拨入款|补助|\b(?:grants?|subsid(?:y|ies)|budget)\b/i },
  { kind: "resident", says: /预缴|居民|住户|\bprepaid by\b/i },
  { kind: "buyer", says: /预收|意向金|诚意金|认筹|定金|购房|\b(?:advances?|down payments?)\b/i },
  {
    kind: "project",
    says: /往来|调拨|划转|转入|上级|母公司|关联|其他项目|专户结余|\b(?:transfer(?:red)?|parent company|other project|intercompany)\b/i,
  },
];

const CAPITAL =
  /注册资本|实收资本|资本金|股东(?:缴|投|出资)|投资人投入|\b(?:paid[- ]in|share|registered) capital\b|paid in by (?:its |the )?(?:owners|shareholders)/i;
const PROFIT = /未分配利润|自有积累|自身积累|经营积累|经营结余|盈余|\bretained (?:profit|earnings)\b/i;
const OWNERS_FUND = /维修(?:资|基)金|公积金|maintenance fund|provident fund/i;
const FUNDS: ReadonlySet<string> = new Set(["maintenance_fund", "provident_fund"]);

interface Holder {
  readonly role: string;
  readonly openingCashSource?: string | undefined;
  readonly openingCashFrom?: OpeningSource | undefined;
}

/** Whose money it is: the party's own, somebody's who may not pay it as that, or not said plainly. */
export type OpeningMoney =
  | { readonly is: "own" }
  | { readonly is: "unsaid" }
  | { readonly is: "others"; readonly kind: PayerKind; readonly unlike: Unlike };

/** Both the declared source and the words beside it count: neither makes another's money one's own. */
export function openingMoney({ role, openingCashSource = "", openingCashFrom: from }: Holder): OpeningMoney {
  const source = openingCashSource.replaceAll(STATEMENTS, " ").replaceAll(DENIED, " ");
  const isFund = FUNDS.has(role);
  const asCapital = CAPITAL.test(source) || from === "capital";
  const said = asCapital ? "equity.paid_in" : undefined;
  const kind = (from === undefined ? undefined : PAYS[from]) ?? payerSaid(source);
  // Owners' deposits are what such an account is for; lenders' and budgets' money is not.
  const isDeposit =
    isFund && (kind === undefined || kind === "resident" || kind === "maintenance" || kind === "provident");
  if (isDeposit && (OWNERS_FUND.test(source) || from === "owners_fund")) return { is: "own" };
  if (
    kind !== undefined &&
    !(kind !== "project" && mayPay(kind, { role: said, computed: false, own: false, form: undefined }))
  ) {
    const unlike = unlikeOf(kind, said);
    if (unlike !== undefined) return { is: "others", kind, unlike };
  }
  return asCapital || from === "profit" || PROFIT.test(source) ? { is: "own" } : { is: "unsaid" };
}

function payerSaid(source: string): PayerKind | undefined {
  const byWords = BY_WORDS.find(({ says }) => says.test(source))?.kind;
  const { kind } = payerOf("other", { zh: source, en: source }, []);
  return byWords ?? (kind === "stranger" ? undefined : kind);
}
