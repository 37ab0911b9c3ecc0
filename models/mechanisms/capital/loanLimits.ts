import { CAPITAL_PAID_IN } from "../../terms/owners.ts";
import type { Component } from "../define/component.ts";
import { doubt, FEN } from "../define/doubt.ts";
import { flow, type LineSpec, rateLine, stock } from "../define/lines.ts";
import { type Entry, uncountedLines } from "../define/uncounted.ts";

const words = { borrower: "borrower", lender: "lender", priority: "priority" };

/** Until when a loan can be drawn: by need from its first draw month, in either case before its last, and not in the last period of its tenor. */
export const opened = (c: Component): string => `${c.is("sizing", "schedule") ? "" : "month >= start and "}month < lastDraw and remaining > 1`;

/** What this loan can give in the period: what is left of the facility, and of the loans that may stand beside the capital paid in so far. */
export function limitLines(c: Component): readonly LineSpec[] {
  const byNeed = c.is("sizing", "need");
  return [
    stock("available", "当期可提额度", "facility left before the draw", `${opened(c)} ? max(0, facility - prev(running(draw))) : 0`, {
      role: "memo",
      tags: { can_draw: byNeed ? "by_need" : "by_schedule" },
      words,
    }),
    // Money that comes by a plan of its own (bonds, scheduled loans) comes before what is drawn by need; what repays another debt pays for nothing else.
    flow(
      "senior",
      "在先贷款提款",
      "drawn by loans that come first",
      byNeed ? "sum(drawn, sizing != in(need, refinance)) + sum(drawn, sizing = need, priority < self)" : "sum(drawn, sizing != in(need, refinance), priority < self)",
      { words: { priority: "priority" } },
    ),
    ...(c.has("capitalRatio") ? [besideCapital] : []),
  ];
}

const CAPITAL_SO_FAR = `running(sum(payee = borrower, role = in(${CAPITAL_PAID_IN})) + sum(as_capital = approved, recipient = borrower))`;
const ALLOWED = `(1 - capitalRatio) / capitalRatio * ${CAPITAL_SO_FAR}`;
/** Loans so far: without bonds that count as capital, and without what only took the place of another debt. */
const LOANS = "running(sum(drawn, counts != capital, sizing != refinance))";

const besideCapital = stock("beside_capital", "与已到资本金匹配的借款余地", "loans the capital paid in so far still allows", `${ALLOWED} - prev(${LOANS}) - senior`, {
  clauses: ["national-law/capital-ratio"],
  convention: { zh: "累计借款 ≤ (1−r)/r × 累计资本金", en: "cumulative loans are at most (1 − r)/r times cumulative capital" },
});

/** 尚可提取额度: what could still be drawn in the period after what was drawn, with every condition of a draw met. */
export function undrawnLines(c: Component): readonly LineSpec[] {
  const role = {
    role: "debt.undrawn",
    words,
    convention: { zh: "以额度、提款期限及资本金条件均满足的部分为限", en: "within the facility, the time for draws and the capital paid in" },
  } as const;
  const within = c.is("sizing", "refinance") ? "0" : `${opened(c)} ? max(0, facility - running(draw)) : 0`;
  if (!c.has("capitalRatio")) return [stock("undrawn", "尚可提取额度", "facility that can still be drawn", within, role)];
  return [
    stock("within_facility", "额度及期限内尚可提取", "left within facility and time", within, { role: "memo", tags: { can_draw: "later" }, words }),
    rateLine(
      "room_share",
      "同顺位分担比例(尚可提取)",
      "share of the room among loans of this priority",
      "share(within_facility, sum(role = memo, can_draw = later, borrower = borrower, priority = self))",
      { words },
    ),
    stock(
      "undrawn",
      "尚可提取额度",
      "facility that can still be drawn",
      `max(0, min(within_facility, (${ALLOWED} - ${LOANS} - sum(role = debt.undrawn, borrower = borrower, priority < self)) * room_share))`,
      role,
    ),
  ];
}

/** What a schedule of draws is to bring, and what of it cannot be drawn. */
const SCHEDULED: Entry = {
  way: "in",
  entered: "total(drawSchedule)",
  counted: "total(draw)",
  limits: [{ reason: "facility", off: "total(beyond_facility)" }],
  rest: "cutoff",
  words: { borrower: "borrower" },
};

/** What of the schedule of draws cannot be drawn: above the facility or ahead of the capital; the rest of what is missing came too late. */
export function cutLines(c: Component): readonly LineSpec[] {
  if (!c.is("sizing", "schedule"))
    return c.has("drawSchedule")
      ? [doubt("schedule_unused", "drawSchedule", "未选“按计划提款”,提款计划不起作用", "draws are not by schedule: the schedule of draws has no effect", "1")]
      : [];
  const ahead = c.has("capitalRatio") ? ", beside_capital" : "";
  return [
    flow(
      "beyond_facility",
      "超出授信额度或资本金条件的计划提款",
      "scheduled draws above the facility or ahead of the capital",
      `max(0, drawSchedule - max(0, min(facility - prev(running(draw))${ahead})))`,
    ),
    ...uncountedLines(SCHEDULED),
    flow("beyond_time", "提款期限外的计划提款", "scheduled draws outside the time for draws", "drawSchedule - beyond_facility - draw"),
    doubt(
      "above_facility",
      "drawSchedule",
      "计划提款有一部分超出授信额度或先到资本金的条件,未计入",
      "part of the schedule is above the facility or ahead of the capital paid in and is not drawn",
      `total(beyond_facility) > ${FEN} ? 1 : 0`,
    ),
    doubt(
      "too_late",
      "lastDraw",
      "计划提款有一部分不在提款截止月之前,未计入",
      "part of the schedule lies after the month in which draws end and is not drawn",
      `total(month < lastDraw ? 0 : beyond_time) > ${FEN} ? 1 : 0`,
    ),
    doubt(
      "too_short",
      "tenor",
      "计划提款有一部分落在期限的最后一期或到期之后,未计入(期限不长于一期的借款不会提取)",
      "part of the schedule lies in the last period of the tenor or after it and is not drawn; a loan no longer than a period is never drawn",
      `total(month < lastDraw ? beyond_time : 0) > ${FEN} ? 1 : 0`,
    ),
  ];
}
