import type { Arguments } from "./document.ts";
import type { Problem } from "./problem.ts";
import { type Wording, worded } from "./worded.ts";

/** What can be wrong with a bid form that is read back, at its sheet and cell. */
const WORDING = {
  yearly_both: [
    "“{input}”的“各年相同”与各年不能同填",
    "“{input}” is given both for every year and by year",
    "只填一处",
    "fill in one of the two",
  ],
  reference_both: [
    "“{input}”已选用业主预测,不能再填金额",
    "“{input}” takes the owner's forecast and has amounts too",
    "删去金额,或改选“否”",
    "remove the amounts, or say no",
  ],
  form_needs_into: [
    "报价表须读入它所应答的招标文件",
    "a bid form is read into the file of the tender it answers",
    "加 --into 招标方的文件,或先打开该文件再导入",
    "add --into FILE of the tenderer, or open that file and import into it",
  ],
  form_other_bid: [
    "报价表出自报价 {found}({own}),该编号现在是另一投标人“{bidder}”的报价",
    "the form is of bid {found} ({own}), and that is the bid of “{bidder}” now",
    "重新导出该投标人的报价表后再填",
    "export the form of that bidder again and fill that in",
  ],
} as const satisfies Record<string, Wording>;

export const exchangeProblem = (code: keyof typeof WORDING, path: string, args: Arguments = {}): Problem =>
  worded(`exchange.${code}`, WORDING[code], path, args);
