import { party, profile, rate, unitPrice, years } from "../../terms/inputs.ts";
import { booking, cash, flow, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE, SUPPLIERS } from "../define/parties.ts";

/** 积分换服务: points given are owed until they are redeemed or lapse; the cost arises when they are given, the money leaves when they are redeemed. */
export const points = mechanism("points", {
  title: { zh: "积分换服务", en: "Points for services" },
  summary: {
    zh: "发放积分即形成负债,兑换时支付商户,到期未兑换部分转回。",
    en: "Points given are a liability, merchants are paid at redemption, what lapses is reversed.",
  },
  family: "income",
  clauses: ["taizhou-2023-draft/4(4)9"],
  inputs: {
    issuer: party("发放方", "issuer", PROJECT_SIDE),
    merchant: party("兑换商户", "merchants", SUPPLIERS),
    issued: profile("amount", "1", "发放积分", "points given, by date", { from: 0, usual: [10000, 500000] }),
    value: unitPrice("每分兑换价值", "value of a point", { from: 0, usual: [0.05, 1] }),
    redeemed: rate("兑换比例", "share redeemed in the end", { from: 0, to: 1, usual: [0.5, 0.9] }),
    delay: years("平均兑换滞后", "average time until redemption", { from: 0, to: 10, usual: [1, 2] }),
    validity: years("有效期", "validity", { from: 1, to: 20, usual: [2, 5] }),
  },
  lines: () => [
    flow("worth", "发放积分价值", "value of the points given", "issued * value"),
    booking("owed", "积分负债形成", "points become owed", "worth", { ...memo, posts: { debit: "opex", credit: "payable" } }),
    cash("paid", "积分兑换支出", "redemption paid", "lag(worth, delay * periodsperyear) * redeemed", {
      from: "issuer",
      to: "merchant",
      role: "opex.other",
      words: memo.words,
      posts: { debit: "payable", credit: "cash" },
    }),
    booking("lapsed", "到期未兑换转回", "lapsed points reversed", "lag(worth, validity * periodsperyear) * (1 - redeemed)", {
      ...memo,
      posts: { debit: "payable", credit: "opex" },
    }),
    stock("liability", "积分负债", "points owed", "running(owed) - running(paid) - running(lapsed)"),
  ],
});

const memo = { role: "memo", words: { taxpayer: "issuer" } } as const;
