import type { NoticeSpec } from "../../../models/document/schema.ts";
import type { Label } from "../../../models/document/schemaParts.ts";
import { textOf } from "../../../models/document/schemaParts.ts";
import type { Text } from "../../../models/wording/text.ts";
import { type BidSpecOf, figure, flag, money, price, rate, said, share, text, vat, years } from "./specs.ts";

/** Terms of a bid that stand once, by where the bid has them (`fee/growth`, `prices/water/price`). */
export interface TermGroup {
  readonly heading: Text;
  readonly terms: Readonly<Record<string, BidTerm>>;
}

export interface BidTerm {
  readonly spec: BidSpecOf;
  /** The form says 待填 while it is empty. */
  readonly isNeeded?: true;
  /** Its unit where the notice prints one. */
  readonly unit?: string | undefined;
  /** What the notice asks for: an amount, a figure or years, as the document has it. */
  readonly asked?: { readonly how: Text; readonly value: string | number | undefined };
}

export const LEAST = said("招标文件下限", "notice: at least");
export const MOST = said("招标文件上限", "notice: at most");
const ASKED = said("招标文件", "notice");

/** A thing of the notice by its name, else by its id. */
export const called = ({ id, label }: { readonly id: string; readonly label?: Label | undefined }): Text =>
  label === undefined ? said(id, id) : textOf(label);

const plain = (specs: Readonly<Record<string, BidSpecOf>>): Readonly<Record<string, BidTerm>> =>
  Object.fromEntries(Object.entries(specs).map(([path, spec]) => [path, { spec }]));

/** Terms of one thing of the notice under its path. */
const under = (path: string, terms: Readonly<Record<string, BidTerm>>): Readonly<Record<string, BidTerm>> =>
  Object.fromEntries(Object.entries(terms).map(([name, term]) => [`${path}/${name}`, term]));

/** Everything a bid on this notice states once, in the order of the form. */
export function termGroups(notice: NoticeSpec): readonly TermGroup[] {
  const group = (zh: string, en: string, terms: TermGroup["terms"]): TermGroup => ({ heading: said(zh, en), terms });
  const each = (
    list: string,
    named: readonly { readonly id: string; readonly label?: Label | undefined }[],
    zh: string,
    en: string,
    termsOf: (index: number) => TermGroup["terms"],
  ): readonly TermGroup[] =>
    named.map((one, index) => {
      const name = called(one);
      return group(`${zh} · ${name.zh}`, `${en} · ${name.en}`, under(`${list}/${one.id}`, termsOf(index)));
    });
  return [
    group("投标人与合同期", "bidder and term", {
      bidder: { spec: text("投标人", "bidder"), isNeeded: true },
      termYears: {
        spec: years("合同期(年)", "term in years"),
        isNeeded: true,
        asked: { how: ASKED, value: notice.termYears },
      },
      extensionYears: {
        spec: years("续期(年)", "extension in years"),
        asked: { how: MOST, value: notice.extensionYearsMost },
      },
      priceLevel: { spec: PRICE_LEVEL, isNeeded: true },
    }),
    group("固定费用", "fee", plain({ "fee/growth": rate("年增长率", "growth a year"), ...vat("fee/") })),
    group(
      "收入分成合计",
      "all shares together",
      plain({
        sharesCap: money("分成合计上限(每年)", "most a year"),
        sharesFloor: money("分成合计保底(每年)", "least a year"),
      }),
    ),
    group("保证金与合同金额", "bonds and contract", {
      bidBond: { spec: money("投标保证金", "bid bond"), asked: { how: ASKED, value: notice.bidBond } },
      contractAmount: { spec: money("合同金额", "contract amount") },
      "performanceBond/amount": { spec: money("履约担保金额", "performance bond") },
      "performanceBond/form": { spec: text("履约担保形式", "form of the bond") },
    }),
    ...each("prices", notice.services, "服务价格", "price", (index) => ({
      price: {
        spec: price("单价", "price"),
        isNeeded: true,
        asked: { how: MOST, value: notice.services[index]?.cap },
      },
      ...plain(vat()),
    })),
    ...each("kpis", notice.kpis, "绩效承诺", "indicator", (index) => {
      const { unit, sense, target } = notice.kpis[index] ?? {};
      const how = sense === "at_most" ? MOST : sense === "at_least" ? LEAST : ASKED;
      return {
        promise: { spec: figure("承诺值", "promise"), isNeeded: true, unit, asked: { how, value: target } },
        penalty: { spec: money("违约金", "penalty") },
      };
    }),
    ...each("subsidies", notice.subsidies, "申请补贴", "subsidy", () => plain(vat())),
    ...each("own/revenues", notice.revenues, "自报收入", "own revenue", () =>
      plain({ growth: rate("年增长率", "growth a year") }),
    ),
    group(
      "接手业主承担事项",
      "taken over from the owner",
      plain(
        Object.fromEntries(
          notice.borne.map((one) => {
            const name = called(one);
            return [`takesOver/${one.id}`, flag(name.zh, name.en)];
          }),
        ),
      ),
    ),
    group("说明", "remark", plain({ note: text("说明", "remark") })),
  ].filter(({ terms }) => Object.keys(terms).length > 0);
}

const PRICE_LEVEL: BidSpecOf = {
  type: "choice",
  label: said("价格口径", "price level"),
  options: { constant: said("不变价", "constant prices"), current: said("现价", "current prices") },
};

/** Amounts by year: by where the bid has them, with what may stand for them. */
export interface YearlyTerm {
  readonly label: Text;
  /** The owner's forecast may be taken for it. */
  readonly mayRefer?: true;
  readonly asked?: { readonly how: Text; readonly value: string | undefined };
}

export function yearlyTerms(notice: NoticeSpec): Readonly<Record<string, YearlyTerm>> {
  const named = (list: string, zh: string, en: string, all: readonly Parameters<typeof called>[0][]) =>
    all.map((one) => {
      const name = called(one);
      return [`${list}/${one.id}/amounts`, said(`${zh} · ${name.zh}`, `${en} · ${name.en}`)] as const;
    });
  return {
    "fee/amounts": { label: said("固定费用", "fee"), asked: { how: LEAST, value: notice.feeLeast } },
    ...Object.fromEntries(
      named("subsidies", "申请补贴", "subsidy", notice.subsidies).map(([path, label], index) => {
        const limit = notice.subsidies[index]?.limit;
        return [path, { label, asked: { how: MOST, value: typeof limit === "string" ? limit : undefined } }];
      }),
    ),
    ...Object.fromEntries(
      named("own/revenues", "自报收入", "own revenue", notice.revenues).map(([path, label]) => [
        path,
        { label, mayRefer: true as const },
      ]),
    ),
  };
}

/** Lists whose rows the bidder chooses, by where the bid has them; `isYearly`: each row has amounts by year. */
export interface BidList {
  readonly title: Text;
  readonly columns: Readonly<Record<string, BidSpecOf>>;
  readonly isYearly?: true;
}

export const TOTAL_OF = { zh: "各项合计", en: "all together" } as const;

export function bidLists(notice: NoticeSpec): Readonly<Record<string, BidList>> {
  const revenues = Object.fromEntries(notice.revenues.map((one) => [one.id, called(one)]));
  const label = text("名称", "name");
  const year = years("第几年(0为基准日)", "year; 0 is the base date");
  const list = (zh: string, en: string, columns: BidList["columns"], isYearly?: true): BidList => ({
    title: said(zh, en),
    columns,
    ...(isYearly ? { isYearly } : {}),
  });
  return {
    shares: list("收入分成", "Shares", {
      of: { type: "choice", label: said("收入项", "revenue"), options: { ...revenues, total: TOTAL_OF } },
      rate: share("比例", "share"),
      threshold: money("起分点(每年)", "threshold a year"),
      cap: money("上限(每年)", "cap a year"),
      floor: money("保底(每年)", "floor a year"),
    }),
    capital: list("一次性投入", "Capital", {
      label,
      year,
      amount: money("金额", "amount"),
      evidence: text("资金证明", "proof of funds"),
      ...vat(),
    }),
    borne: list("另由业主承担", "LeftToOwner", { label }, true),
    consortium: list("联合体", "Consortium", { name: label, share: share("份额", "share") }),
    deviations: list("偏离", "Deviations", { clause: text("条款", "clause"), text: text("内容", "what it says") }),
    "own/costs": list("自身成本", "OwnCosts", { label, growth: rate("年增长率", "growth a year") }, true),
    "own/investments": list("自身投入", "OwnMoney", { label, year, amount: money("金额", "amount") }),
  };
}
