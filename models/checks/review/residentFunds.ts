import { deposits } from "../../mechanisms/cost/deposits.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { answer, lacks } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { JOINED } from "./residents.ts";
import { firstPositive } from "./review.ts";
import type { RolePattern } from "./roles.ts";
import { figure, said, sumOf } from "./sides.ts";

/** M51, M52: the draft speaks of old-community upgrades joined with a future community only. */
const joined = (id: string, role: RolePattern): Check =>
  check({
    ids: [id],
    severity: "R",
    clauses: JOINED,
    of: (review) => review.parts.filter((part) => part.plays(role)),
    none: text("无此项资金,不适用", "there is no such money: does not apply"),
    judge: (part, review) => {
      const fact = review.record(part.word("joined"));
      const holds = fact?.holds === true;
      const path = holds ? fact.path : part.at("joined");
      return {
        about: part.label,
        answer: answer(holds, said(text("老旧小区改造与未来社区联动的认定", "recognition as joined with an old-community upgrade"), holds ? fact.label : text("无", "none"), path)),
        path,
      };
    },
  });

/** M51: what the fund pays is for common parts and within its balance. */
const fundUse = check({
  ids: ["M51"],
  severity: "R",
  clauses: ["civil-code/281"],
  of: (review) => review.parts.filter((part) => part.plays("contribution.maintenance_fund") && review.total(part.withRole("contribution.maintenance_fund"))?.isZero() !== true),
  none: text("未使用维修资金,不适用", "the maintenance fund is not used: does not apply"),
  judge: (part, review) => {
    const costs = review.withRole("cost.*", "replacement.capex").filter(({ tags }) => tags["eligible_maintenance"] === "yes");
    const path = part.line("used")?.id ?? part.path;
    const used = sumOf(review, text("使用维修资金", "of the fund used"), part.withRole("contribution.maintenance_fund"));
    const eligible = sumOf(review, text("共用部位合格支出", "eligible cost of common parts"), costs, path);
    const balance = review.series(review.withRole("fund.balance"));
    const lowest = balance?.reduce((low, value) => (value.lessThan(low) ? value : low), balance[0] ?? ZERO);
    const left = figure(text("专户最低余额", "lowest balance of the account"), lowest, "CNY", path);
    const overdrawn = lowest?.lessThan(`-${MONEY_TOLERANCE}`) === true;
    const fits = used.value === undefined || eligible.value === undefined ? undefined : used.value.minus(eligible.value).lessThanOrEqualTo(MONEY_TOLERANCE) && !overdrawn;
    return {
      about: part.label,
      answer: answer(fits, used, eligible, ...(lowest === undefined ? [] : [left])),
      path,
      fails: overdrawn ? text("专户透支", "the account is overdrawn") : text("维修资金只能用于共有部分", "the fund pays for common parts only"),
    };
  },
});

/** M51: what the builder still warrants is repaired by him: the fund pays for renewal once the warranty is over. */
const afterWarranty = check({
  ids: ["M51"],
  severity: "Q",
  clauses: ["national-law/property-management-53"],
  of: (review) =>
    review.parts.some((part) => part.plays("contribution.maintenance_fund"))
      ? review
          .withRole("replacement.capex")
          .filter(({ tags }) => tags["eligible_maintenance"] === "yes")
          .flatMap((line) => {
            const month = review.timeline.periods[firstPositive(review.series([line]))]?.startMonth;
            return month === undefined ? [] : [{ line, month }];
          })
      : [],
  none: text("未以维修资金支付更新,不适用", "the fund renews nothing: does not apply"),
  judge: ({ line, month }, review) => {
    const [warranty] = review.partsOf(deposits);
    const [completion, years] = [warranty?.month("completion"), warranty?.number("warrantyYears")?.toNumber()];
    if (completion === undefined || years === undefined)
      return { about: line.label, answer: lacks(text("竣工月与保修金退还年限", "month of completion and years of the warranty deposit"), warranty?.path ?? "components") };
    const over = completion + Math.round(years * 12);
    return {
      about: line.label,
      answer: answer(
        month + review.timeline.stepMonths > over,
        said(text("首次使用维修资金", "fund first used"), review.monthText(month), line.id),
        said(text("保修期满", "warranty over"), review.monthText(over), warranty?.at("warrantyYears") ?? "components"),
      ),
      path: line.id,
      fails: text("保修期内的维修由建设单位承担", "within the warranty the builder repairs"),
    };
  },
});

/** M48: a donation with a purpose is used for it. */
const purposes = check({
  ids: ["M48"],
  severity: "Q",
  clauses: JOINED,
  of: (review) => review.withRole("contribution.donation").filter((line) => line.tags["purpose"] !== undefined && review.total([line])?.isZero() !== true),
  none: text("无指定用途的捐赠,不适用", "no donation with a purpose: does not apply"),
  judge: (line, review) => {
    const uses = review.records("donation_use").filter((fact) => fact.word("purpose") === line.tags["purpose"]);
    const spent = uses.reduce((total, fact) => total.plus(fact.number("amount") ?? ZERO), ZERO);
    const given = sumOf(review, text(`限用于“${String(line.tags["purpose"])}”的捐赠`, `given for “${String(line.tags["purpose"])}”`), [line]);
    const path = uses[0]?.path ?? line.id;
    const enough = given.value === undefined ? undefined : uses.length > 0 && spent.greaterThanOrEqualTo(given.value.minus(MONEY_TOLERANCE));
    return {
      about: line.label,
      answer: answer(enough, given, figure(text("已记录使用", "use on record"), spent, "CNY", path)),
      path,
    };
  },
});

export const residentFunds: readonly Check[] = [joined("M51", "contribution.maintenance_fund"), joined("M52", "provident.draw"), fundUse, afterWarranty, purposes];
