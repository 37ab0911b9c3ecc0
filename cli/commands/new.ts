import { listExamples, readExample } from "../../app/files/examples.ts";
import { writeModel } from "../../app/files/write.ts";
import { refuse } from "../../app/problems.ts";
import { type ProjectType, type RenewalMode, templateDocument } from "../../app/templates/template.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { Arguments, Command } from "../arguments.ts";
import { Exit, printJson, printProblems } from "../output.ts";
import { overwriting, sayWritten, toSave } from "../save.ts";

const TYPES: readonly ProjectType[] = ["renovation", "new-build"];
const MODES: readonly RenewalMode[] = ["rebuild", "infill", "rehabilitation"];

/** Writes a model file from an example, or an empty one with the parties, packs and phases such projects have. */
export const create: Command = {
  takes: "new FILE [--from EXAMPLE] [--type renovation|new-build --mode rebuild|infill|rehabilitation] [--force]",
  does: { zh: "从示例或空白模板新建模型文件", en: "writes a model file from an example or an empty template" },
  words: [1, 1],
  job: "file",
  options: {
    from: { zh: "示例的代码,如 rebuild", en: "id of an example, such as rebuild" },
    type: { zh: "renovation 更新,new-build 新建", en: "renovation or new-build" },
    mode: {
      zh: "更新方式:rebuild 拆除重建,infill 插花式改建,rehabilitation 整治",
      en: "way of renewal: rebuild, infill or rehabilitation",
    },
  },
  flags: {
    force: { zh: "覆盖已有文件", en: "replaces a file that is there" },
  },
  examples: ["new plan.json --from rebuild", "new plan.pingheng --type renovation --mode infill"],
  run: async (args) => {
    const path = args.words[0] ?? "";
    const there = overwriting(path, args);
    if (there !== undefined) return printProblems([there], args.lang);
    const document = await documentFor(args);
    if (!document.ok) return printProblems(document.problems, args.lang);
    const saved = await writeModel(path, toSave(document.value), { fresh: !args.flag("force") });
    if (!saved.ok) return printProblems(saved.problems, args.lang);
    if (args.json) printJson({ file: path, name: document.value.project.name });
    else sayWritten(path, args);
    return Exit.done;
  },
};

async function documentFor(args: Arguments): Promise<Result<ModelDocument>> {
  const [from, typeWord, modeWord] = [args.option("from"), args.option("type"), args.option("mode")];
  if (from !== undefined) {
    if (typeWord !== undefined || modeWord !== undefined) return refuse("new.from", "--from");
    const known = (await listExamples()).map(({ id }) => id);
    return known.includes(from) ? readExample(from) : refuse("example.unknown", from, known.join(", "));
  }
  const type = TYPES.find((word) => word === (typeWord ?? "renovation"));
  const mode = MODES.find((word) => word === modeWord);
  if (type === undefined) return refuse("new.type", "--type");
  if (modeWord !== undefined && (mode === undefined || type !== "renovation")) return refuse("new.mode", "--mode");
  return succeed(templateDocument({ type, ...(mode === undefined ? {} : { mode }), today: new Date() }));
}
