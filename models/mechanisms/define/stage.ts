import type { Tag } from "../../language/line.ts";
import { type MonthInput, month } from "../../terms/inputs.ts";
import type { Component } from "./component.ts";
import { doubt } from "./doubt.ts";
import { type LineSpec, scalar } from "./lines.ts";

/** 完工月: the last month of construction. What is paid after it is still investment, and no construction. */
export const completionInput: MonthInput = month("完工月(不填为自身建设的最后一期)", "month of completion; the last period of its own works when left out", "last", {
  late: "unfinished",
  optional: true,
});

/** Last month of the last period in which something is built; 0 where nothing is. */
export const lastMonthOf = (building: string): string => `highest(${building} ? month + dtmonths - 1 mo : 0 mo)`;

/** The same for what is paid once for something that then exists: land is bought with its first instalment. */
export const firstMonthOf = (paid: string): string => `total(${paid}) > 0 ? lowest(month + dtmonths - 1 mo, ${paid} > 0) : 0 mo`;

/** Completion of the works beside this component: fees and contingencies ride along with them. */
export const WORKS_COMPLETION = "latest(role = stage.completion, stage_of = works, plot = plot)";

interface Stage {
  /** Of what; others take their completion from that of the works. */
  readonly of: Tag;
  /** The completion where none is entered. */
  readonly otherwise: string;
  readonly words: Readonly<Record<string, string>>;
}

/** `completed`: when the construction this component pays for ends; one that is entered is held against the payments it stands for. */
export function completionLines(c: Component, { of, otherwise, words }: Stage): readonly LineSpec[] {
  const isEntered = c.has("completion");
  return [
    scalar("completed", "完工月", "month of completion", isEntered ? "completion" : otherwise, {
      unit: "mo",
      role: "stage.completion",
      tags: { stage_of: of },
      words,
      convention: { zh: "最后一个建设月;其后的付款是投资,不属建设期", en: "last month of construction; later payments are investment, not construction" },
    }),
    ...(isEntered && otherwise !== "completion"
      ? [
          doubt(
            "completed_late",
            "completion",
            "完工月比建设进度的最后一期晚一年以上",
            "the month of completion lies more than a year after the last of what is built",
            moreThanAYear("completion", otherwise),
          ),
        ]
      : []),
  ];
}

/** Whether a month lies more than a year after another, where there is another. */
export const moreThanAYear = (later: string, earlier: string): string => `(${earlier}) > 0 mo and ${later} - (${earlier}) > 1 a * monthsperyear ? 1 : 0`;

/** 地价迟于工程: land is paid for before what stands on it is finished; `shares` are its instalments. */
export const paidAfterWorks = (shares: string): LineSpec =>
  doubt(
    "paid_after_works",
    "instalments",
    "土地价款在工程完工之后仍在缴付,请核对缴款进度",
    "the land is still being paid for after the works on it are completed: check the instalments",
    `${WORKS_COMPLETION} > 0 mo and highest(${shares} > 0 ? month : 0 mo) > ${WORKS_COMPLETION} ? 1 : 0`,
  );
