import { EvaluationStopped } from "../models/engines/index.ts";
import { fail, type Problem } from "../models/wording/problem.ts";
import type { Text } from "../models/wording/text.ts";

type Wording = readonly [message: Text, hint?: Text];

const text = (zh: string, en: string): Text => ({ zh, en });

/** What the application itself can refuse; problems of documents and files have their own wording beside what finds them. */
const WORDING = {
  "call.unknown": [text("没有这个调用", "there is no such call")],
  "call.arguments": [text("调用的参数不符合约定", "the arguments do not fit the call")],
  "call.too_large": [text("数据过大", "the data is too large")],
  internal: [
    text("程序内部出错,模型没有改变", "an error inside the program; the model has not changed"),
    text("请保存模型并报告此问题", "save the model and report this"),
  ],
  "session.unknown": [
    text("该模型已关闭", "this model has been closed"),
    text("从开始页重新打开", "open it again from the start page"),
  ],
  "session.needs_path": [
    text("模型还没有保存过,请指定文件名", "the model has no file yet: say where to save it"),
    text("另存为 .pingheng 或 .json", "save it as .pingheng or .json"),
  ],
  "session.read_only": [text("模型为只读", "the model is read-only")],
  "session.exists": [
    text("此处已有文件,没有覆盖", "there is a file already; it was not replaced"),
    text("换一个名字", "take another name"),
  ],
  "session.history": [
    text(
      "文件里的撤销记录不适用于当前模型,已不再使用",
      "the file's undo log does not fit the model; it is no longer used",
    ),
  ],
  "session.too_many": [text("同时打开的模型过多", "too many models are open"), text("先关闭一些", "close some first")],
  "edit.scenario_unknown": [text("没有这个方案", "there is no such scenario")],
  "example.unknown": [text("没有这个示例", "there is no such example")],
  "save.name": [
    text("文件名应以 .pingheng 或 .json 结尾", "the file name must end in .pingheng or .json"),
    text("例如 方案.pingheng", "for example plan.pingheng"),
  ],
  "save.exists": [
    text("文件已存在", "the file exists already"),
    text("换一个名字,或加 --force 覆盖", "take another name, or --force to replace it"),
  ],
  "agreement.superseded": [
    text("模型已有更新,比对由新的结果代替", "the model has changed; a newer comparison replaces this one"),
  ],
  "limit.time": [
    text("计算超过时限,已停止", "the time limit was reached; the computation was stopped"),
    text("用 --time-limit 秒数 放宽,或精简模型", "give more with --time-limit SECONDS, or make the model simpler"),
  ],
  "limit.memory": [
    text("所需内存超过上限,已停止", "more memory was needed than one job may take; it was stopped"),
    text("精简模型或减少期数", "make the model simpler, or take fewer periods"),
  ],
  "batch.workers": [text("--workers 应为 1 至 256 的整数", "--workers is a whole number from 1 to 256")],
  "open.stopped": [text("已取消打开", "opening was cancelled")],
  "solve.stopped": [text("求解已取消", "the search was cancelled")],
  "portfolio.stopped": [text("已停止", "stopped")],
  "portfolio.hash": [
    text("所选文件不是该成员的项目文件:摘要不符", "the file is not the document of that member: its hash is another"),
    text(
      "选择摘要相符的文件,或删去该成员后另行添加",
      "pick the file with that hash, or remove the member and add it anew",
    ),
  ],
  "portfolio.member_unknown": [text("没有这个成员", "there is no such member")],
  "simulate.stopped": [text("模拟已取消", "the simulation was cancelled")],
  "compare.stopped": [text("比较已取消", "the comparison was cancelled")],
  "compare.one": [
    text("至少需要两个方案才能比较", "two plans are needed to compare"),
    text("如 --scenarios base,adverse,或给出两个文件", "for example --scenarios base,adverse, or two files"),
  ],
  "compare.twice": [text("同一方案列了两次", "a scenario is named twice")],
  "compare.both": [
    text("--scenarios 只用于一个文件", "--scenarios is for one file"),
    text("多个文件以各自的基准方案比较", "several files are compared in their base scenarios"),
  ],
  "scenarios.out": [
    text("须指明写到哪个文件", "say which file to write"),
    text("如 -o stressed.json", "for example -o stressed.json"),
  ],
  "serve.not_built": [
    text("界面尚未构建", "the face has not been built"),
    text("先运行 npm run build", "run npm run build first"),
  ],
  "serve.port": [text("端口应为 0 至 65535 的整数", "the port is a whole number from 0 to 65535")],
  "serve.port_taken": [
    text("端口已被占用", "the port is in use"),
    text("换一个端口,或不指定", "take another port, or none"),
  ],
  "new.type": [text("类型只有 renovation 或 new-build", "the type is renovation or new-build")],
  "new.mode": [
    text(
      "方式只有 rebuild、infill 或 rehabilitation,且只用于 renovation",
      "the mode is rebuild, infill or rehabilitation, for renovation only",
    ),
  ],
  "new.from": [text("--from 与 --type/--mode 不能同时使用", "--from excludes --type and --mode")],
} as const satisfies Record<string, Wording>;

export type AppCode = keyof typeof WORDING;

/** A problem of the application; `detail` (a name, a list) follows the message. */
export function appProblem(code: AppCode, path: string, detail = ""): Problem {
  const [message, hint]: Wording = WORDING[code];
  const full = detail === "" ? message : { zh: `${message.zh}:${detail}`, en: `${message.en}: ${detail}` };
  return { code, message: full, path, ...(hint === undefined ? {} : { hint }) };
}

export function refuse(code: AppCode, path: string, detail = ""): ReturnType<typeof fail> {
  return fail(appProblem(code, path, detail));
}

/** Whether an error only says that a computation was stopped at its deadline. */
export const isStopped = (error: unknown): boolean => error instanceof EvaluationStopped;
