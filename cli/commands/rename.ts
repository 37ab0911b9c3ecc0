import { readModelPath } from "../../app/files/read.ts";
import { writeModel } from "../../app/files/write.ts";
import { renamedAt } from "../../app/model/renamed.ts";
import type { Command } from "../arguments.ts";
import { Exit, printJson, printProblems } from "../output.ts";
import { overwriting, saveBack, sayWritten, toSave } from "../save.ts";

/** Another id for an item of a file; all that names it follows. */
export const rename: Command = {
  takes: "rename FILE LIST/ID NEW [-o OUT] [--force]",
  does: {
    zh: "更改代码(测算项、自定义行、主体、地块、事项记录、阶段),公式、情景、批注等引用随之更改;不写 -o 则存为原文件的新版本",
    en: "another id for a component, custom line, party, plot, record or phase; formulas, scenarios, remarks and all else follow; without -o a revision of the file itself",
  },
  words: [3, 3],
  job: "file",
  options: {},
  flags: { force: { zh: "覆盖已有文件", en: "replaces a file that is there" } },
  examples: ["rename plan.pingheng components/flats homes", "rename plan.json timeline/phases/build works -o new.json"],
  run: async (args) => {
    const [path = "", place = "", to = ""] = args.words;
    const out = args.option("o");
    const there = out === undefined ? undefined : overwriting(out, args);
    if (there !== undefined) return printProblems([there], args.lang);
    const opened = await readModelPath(path, { unlock: args.passphrases?.unlock });
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const renamed = renamedAt(opened.value.document, place, to);
    if (!renamed.ok) return printProblems(renamed.problems, args.lang);
    const saved =
      out === undefined
        ? await saveBack(path, opened.value, renamed.value)
        : await writeModel(out, toSave(renamed.value), { stored: opened.value.file, fresh: !args.flag("force") });
    if (!saved.ok) return printProblems(saved.problems, args.lang);
    if (args.json) printJson({ file: out ?? path, from: place, to });
    else sayWritten(out ?? path, args);
    return Exit.done;
  },
};
