import type { EngineName } from "../models/compile/prepare.ts";
import { fail, type Result, succeed } from "../models/wording/problem.ts";
import type { Arguments } from "./arguments.ts";

/** The engine asked for with `--engine`; the book of record when nothing is said. */
export function engineOf(args: Arguments): Result<EngineName> {
  const engine = args.option("engine") ?? "record";
  if (engine === "record" || engine === "kernel") return succeed(engine);
  return fail({
    code: "call.engine",
    message: { zh: `没有引擎 ${engine}`, en: `there is no engine ${engine}` },
    path: "--engine",
    hint: { zh: "可用 record 或 kernel", en: "record or kernel" },
  });
}
