import { listExamples, readExample } from "../../app/files/examples.ts";
import { writeModel } from "../../app/files/write.ts";
import { refuse } from "../../app/problems.ts";
import { similarTo, similarToExample } from "../../app/templates/similar/start.ts";
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
  takes:
    "new FILE [--from EXAMPLE] [--like EXAMPLE|MODEL --name N --households N --start YYYY-MM [--city C]] [--type renovation|new-build --mode rebuild|infill|rehabilitation] [--force]",
  does: {
    zh: "从示例、类似项目或空白模板新建模型文件",
    en: "writes a model file from an example, like another project, or from an empty template",
  },
  words: [1, 1],
  job: "file",
  options: {
    from: { zh: "示例的代码,如 rebuild", en: "id of an example, such as rebuild" },
    like: {
      zh: "类似项目:示例代码或模型文件;取其组成与数值,按户数折算,逐项标为假定",
      en: "a project like it: an example or a model file; its components and values by households, each marked as assumed",
    },
    name: { zh: "项目名称", en: "name of the project" },
    city: { zh: "城市", en: "city" },
    households: { zh: "户数", en: "households" },
    start: { zh: "起始月,如 2027-01", en: "first month, such as 2027-01" },
    type: { zh: "renovation 更新,new-build 新建", en: "renovation or new-build" },
    mode: {
      zh: "更新方式:rebuild 拆除重建,infill 插花式改建,rehabilitation 整治",
      en: "way of renewal: rebuild, infill or rehabilitation",
    },
  },
  flags: {
    force: { zh: "覆盖已有文件", en: "replaces a file that is there" },
  },
  examples: [
    "new plan.json --from rebuild",
    "new plan.pingheng --type renovation --mode infill",
    "new plan.pingheng --like rebuild --name Qingfengli --households 3000 --start 2027-01",
  ],
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
  if (LIKE.some((option) => args.option(option) !== undefined)) return documentLike(args);
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

const LIKE = ["like", "name", "city", "households", "start"] as const;

/** An example by its id, otherwise the model at that path. */
async function documentLike(args: Arguments): Promise<Result<ModelDocument>> {
  const [like, name, city, households, start] = LIKE.map((option) => args.option(option));
  const others = ["from", "type", "mode"].some((option) => args.option(option) !== undefined);
  if (like === undefined || name === undefined || households === undefined || start === undefined || others)
    return refuse("similar.options", "--like");
  const asked = { name, households, start, ...(city === undefined ? {} : { city }) };
  const known = (await listExamples()).some(({ id }) => id === like);
  if (known) return similarToExample({ example: like, ...asked }, args.lang);
  const opened = await args.open(like);
  return opened.ok ? similarTo(opened.value.document, asked, args.lang) : opened;
}
