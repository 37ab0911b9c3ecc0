import { readModelPath } from "../../app/files/read.ts";
import { writeModel } from "../../app/files/write.ts";
import type { Renamed } from "../../models/document/rename/formula.ts";
import { renameItem } from "../../models/document/rename/rename.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { documentProblem } from "../../models/wording/document.ts";
import type { Command } from "../arguments.ts";
import { Exit, printJson, printProblems } from "../output.ts";
import { overwriting, saveBack, sayWritten, toSave } from "../save.ts";

const LISTS: readonly Renamed[] = ["components", "customLines", "parties", "plots", "records", "timeline/phases"];

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
    const cut = place.lastIndexOf("/");
    const [list, from] = [LISTS.find((one) => one === place.slice(0, cut)), place.slice(cut + 1)];
    if (list === undefined)
      return printProblems(
        [documentProblem("document.path_unknown", place, { path: place, suggestion: LISTS.join(", ") })],
        args.lang,
      );
    const opened = await readModelPath(path, { unlock: args.passphrases?.unlock });
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const renamed = renameItem(opened.value.document, { list, from, to }, mechanisms);
    if (!renamed.ok) return printProblems(renamed.problems, args.lang);
    const saved =
      out === undefined
        ? await saveBack(path, opened.value, renamed.value)
        : await writeModel(out, toSave(renamed.value), { stored: opened.value.file, fresh: !args.flag("force") });
    if (!saved.ok) return printProblems(saved.problems, args.lang);
    if (args.json) printJson({ file: out ?? path, list, from, to });
    else sayWritten(out ?? path, args);
    return Exit.done;
  },
};
