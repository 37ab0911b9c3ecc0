import type { By } from "../models/results/frame.ts";
import { fail, type Result, succeed } from "../models/wording/problem.ts";
import type { Arguments } from "./arguments.ts";

/** What columns `--by` asks for. */
export function byOf(args: Pick<Arguments, "option">, otherwise: By): Result<By> {
  const by = args.option("by") ?? otherwise;
  if (by === "period" || by === "year") return succeed(by);
  return fail({
    code: "call.by",
    message: { zh: `无法按 ${by} 汇总`, en: `cannot group by ${by}` },
    path: "--by",
    hint: { zh: "period 或 year", en: "period or year" },
  });
}
