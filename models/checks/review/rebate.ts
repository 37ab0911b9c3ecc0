import { cityRebate } from "../../mechanisms/land/cityRebate.ts";
import { landRevenue } from "../../mechanisms/land/landRevenue.ts";
import { listed, text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { answer, compare, inapplicable, lacks } from "./answers.ts";
import { type Check, check, type Declared } from "./check.ts";
import { grantedBy } from "./papersBehind.ts";
import type { Part } from "./parts.ts";
import { firstPositive, type Review } from "./review.ts";
import { roundTrip } from "./roundTrip.ts";
import { figure, ofLine, said, sumOf } from "./sides.ts";
import { unproven, unprovenAnswer } from "./unproven.ts";

const REBATE = ["jinhua-2020/3(3)", "national-law/land-receipts"];
const RECEIPTS = ["national-law/land-receipts"];
const NO_REBATE = text("无计提返还,不适用", "no rebate: does not apply");

const rebateLines = (review: Review) => review.withRole("support.rebate");
const priceLines = (review: Review) => review.withRole("land.gross", "cost.land.price").filter(({ payer }) => payer !== undefined);

const ofRebate = <S>(spec: Omit<Declared<S>, "ids" | "severity" | "none">): Check => check({ ids: ["C08"], severity: "R", none: NO_REBATE, clauses: REBATE, ...spec });
const where =
  <S>(found: (review: Review) => readonly S[]) =>
  (review: Review): readonly S[] =>
    rebateLines(review).length === 0 ? [] : found(review);

/** C08 (M38): city level only. */
const level = ofRebate({
  of: rebateLines,
  judge: (line, review) => ({
    about: line.label,
    answer: answer(
      review.partyRole(line.payer) === "city",
      said(text("付款方", "payer"), review.partyName(line.payer), line.id),
      said(text("只有市级计提部分可返还,付款方须为", "only the city's set-aside may be returned: the payer must be"), text("市级财政", "the city"), "parties"),
    ),
  }),
});

/** C08: the base of the city's set-aside is net: on gross receipts the figure is a multiple of the right one. */
const base = ofRebate<Part | undefined>({
  of: where((review) => {
    const cascades = review.partsOf(landRevenue).filter((part) => part.plays("land.city_accrual"));
    return cascades.length === 0 ? [undefined] : cascades;
  }),
  judge: (part, review) => {
    const [first] = rebateLines(review);
    if (part === undefined)
      return {
        answer: answer(false, said(text("计提返还的来源(土地出让收入分配)", "land cascade the rebate comes from"), text("无", "none"), first?.id ?? "components")),
      };
    const [net, accrual] = [ofLine(review, part.line("net_total")), ofLine(review, part.line("city_total"))];
    const gross = part.word("cityBase") === "gross";
    const word = gross ? text("出让价款(毛)", "gross receipts") : text("出让收益(净)", "net proceeds");
    return {
      about: part.label,
      answer: answer(!gross, said(text("市级计提基数", "base of the city set-aside"), word, part.at("cityBase")), net, accrual),
      path: part.at("cityBase"),
      fails: text("政策为“收益”", "the rule says proceeds"),
    };
  },
});

/** C08: what is counted rests on an approval. */
const approval = ofRebate({
  of: (review) => review.partsOf(cityRebate).filter((part) => part.plays("support.rebate")),
  judge: (part, review) => {
    const counted = sumOf(review, text("计入", "counted"), part.withRole("support.rebate"));
    const path = part.at("approval");
    const lost = unproven(review, part);
    if (counted.value?.greaterThan(0) === true) {
      const behind = grantedBy(review, part, ["approval"]);
      return {
        about: part.label,
        answer: answer(behind !== undefined, counted, said(text("批复", "approval"), behind ?? text("无", "none"), path)),
        fails: text("没有预算批复", "there is no approval"),
        path,
      };
    }
    if (lost.greaterThan(0)) return unprovenAnswer(part, lost, path);
    return { about: part.label, answer: inapplicable(text("本情景未计入", "not counted in this scenario")), path };
  },
});

const YEAR_MONTHS = 12;

/** C08: what is returned belongs to a later budget year than the price. */
const lag = ofRebate<Review>({
  of: where((review) => [review]),
  judge: (review) => {
    const paid = firstPositive(review.series(review.withRole("land.gross")));
    const returned = firstPositive(review.series(rebateLines(review)));
    const [first] = rebateLines(review);
    if (returned < 0) return { answer: inapplicable(text("本情景未计入返还", "no rebate is counted in this scenario")) };
    if (paid < 0) return { answer: lacks(text("土地出让收入", "the land receipts"), "components") };
    const months = (returned - paid) * review.timeline.stepMonths;
    return {
      answer: compare(
        review,
        figure(text("首笔返还距缴纳地价", "the first rebate comes after the land price by"), review.count(months), "mo", first?.id ?? ""),
        "at_least",
        figure(text("下一预算年度", "a later budget year"), review.count(YEAR_MONTHS), "mo", ""),
      ),
    };
  },
});

/** C08: the district's remainder; negative when the shares exceed the net proceeds. */
const remainder = check({
  ids: ["C08"],
  severity: "Q",
  clauses: [],
  of: (review) => review.withRole("land.rest"),
  none: text("无土地出让收入分配,不适用", "no land cascade: does not apply"),
  judge: (line, review) => ({
    answer: compare(review, ofLine(review, line), "at_least", figure(text("不低于", "at least"), ZERO, "CNY", "")),
    fails: text("各级计提超过出让收益", "the set-asides exceed the net proceeds"),
  }),
});

/** R-LAND-1: the price goes to the treasury in full; nothing of it comes back to whoever paid it. */
const refund = check({
  ids: ["R-LAND-1"],
  severity: "R",
  clauses: RECEIPTS,
  of: (review) => (priceLines(review).length === 0 ? [] : [review]),
  none: text("无土地价款,不适用", "no land price: does not apply"),
  judge: (review) => {
    const buyers = new Map(priceLines(review).map((line) => [line.payer, line]));
    const line = rebateLines(review).find(({ payee }) => buyers.has(payee));
    const netted = priceLines(review).find((price) => review.series([price])?.some((value) => value.isNegative()));
    const names = (lines: readonly { readonly payer?: string; readonly payee?: string }[], side: "payer" | "payee") => {
      const parties = [...new Set(lines.map((one) => one[side]))].map((id) => review.partyName(id));
      if (parties.length === 0) return text("无", "none");
      return listed(parties);
    };
    const path = line?.id ?? netted?.id;
    return {
      answer: answer(
        line === undefined && netted === undefined,
        sumOf(review, text("土地价款", "land price"), priceLines(review)),
        said(text("缴纳方", "paid by"), names(priceLines(review), "payer"), netted?.id ?? priceLines(review)[0]?.id ?? ""),
        said(text("返还收款方", "rebates are received by"), names(rebateLines(review), "payee"), line?.id ?? "components"),
      ),
      ...(path === undefined ? {} : { path }),
      fails:
        line === undefined
          ? text(`${netted?.label.zh ?? ""}出现负数:以返还冲减地价`, `${netted?.label.en ?? ""} is negative: a rebate is netted against the price`)
          : text(`${line.label.zh}付给了土地受让人,属先征后返`, `${line.label.en} goes to the buyer of the land: price collected and returned`),
    };
  },
});

export const rebate: readonly Check[] = [level, base, approval, lag, remainder, refund, roundTrip];
