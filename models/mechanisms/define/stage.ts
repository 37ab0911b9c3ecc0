import type { Tag } from "../../language/line.ts";
import { type MonthInput, month } from "../../terms/inputs.ts";
import type { Component } from "./component.ts";
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

/** `completed`: when the construction this component pays for ends. */
export function completionLine(c: Component, { of, otherwise, words }: Stage): LineSpec {
  return scalar("completed", "完工月", "month of completion", c.has("completion") ? "completion" : otherwise, {
    unit: "mo",
    role: "stage.completion",
    tags: { stage_of: of },
    words,
    convention: { zh: "最后一个建设月;其后的付款是投资,不属建设期", en: "last month of construction; later payments are investment, not construction" },
  });
}
