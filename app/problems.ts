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
  "thread.lost": [
    text(
      "计算线程意外停止,已重新启动;模型没有改变",
      "the computing thread stopped unexpectedly and was started anew; the model has not changed",
    ),
    text("再试一次;仍不行时请保存模型并报告此问题", "try again; if that does not help, save the model and report this"),
  ],
  "start.failed": [
    text("平衡的后台没有启动", "the application behind the window did not start"),
    text(
      "模型文件不受影响;请再试一次,仍不行时请报告此问题",
      "model files are not affected; try again, and report this if it does not help",
    ),
  ],
  "start.data_folder": [
    text("用户数据文件夹不能写入", "the folder for user data cannot be written"),
    text(
      "草稿、签名密钥、最近打开的文件存放在那里;请检查权限、磁盘空间,或移开同名文件,再试一次",
      "drafts, signing keys and the list of recent files are kept there; look at its permissions, at the space on the drive, or move a file of the same name away, then try again",
    ),
  ],
  "print.failed": [
    text("没有打印", "it was not printed"),
    text("请检查打印机,或存为 PDF", "look at the printer, or save it as a PDF"),
  ],
  "print.pdf": [
    text("没有存成 PDF", "no PDF was made"),
    text("请再试一次;仍不行时用“打印”,打印机选“另存为 PDF”", "try again; if that does not help, print to a PDF"),
  ],
  "path.not_chosen": [
    text("该文件不是由用户选定的", "nobody has chosen this file"),
    text("请在对话框中选择文件,或把文件拖进窗口", "pick it in the dialog, or drop it on the window"),
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
  "session.draft_open": [
    text(
      "有未保存的草稿,请先决定继续还是放弃",
      "there is work that was not saved: first decide whether to go on with it",
    ),
  ],
  "session.no_draft": [text("没有草稿", "there is no draft")],
  "draft.beside": [
    text(
      "文件里另有未保存的草稿,这里用的是最后保存的版本;草稿始于",
      "the file also holds work that was not saved; what is used is the last revision. The draft began",
    ),
    text("在界面中打开文件,可继续或放弃草稿", "open the file on screen to go on with the draft or drop it"),
  ],
  "attach.place": [
    text("没有这个位置", "there is no such place"),
    text("写 records/代码 或 components/代码/inputs/输入", "write records/ID or components/ID/inputs/NAME"),
  ],
  "export.stopped": [text("导出已取消", "the export was cancelled")],
  "export.form": [
    text("须用 --to 指定导出格式", "say with --to in which form"),
    text(
      "可用:xlsx、xlsx-tables、xlsx-template、docx、html、pdf、csv、tsv、json",
      "one of: xlsx, xlsx-tables, xlsx-template, docx, html, pdf, csv, tsv, json",
    ),
  ],
  "export.table": [
    text("须用 --table 指定报表", "say with --table which table"),
    text("如 --table plan;lines 为各行各期", "for instance --table plan; lines is every line and period"),
  ],
  "export.unit": [
    text("没有这个金额单位", "there is no such unit of money"),
    text("可用:wan、yuan", "one of: wan, yuan"),
  ],
  "export.paper": [
    text("没有这样的文稿", "there is no such paper"),
    text(
      "可用:plan、opinion、monitoring、bids、formulas、statements、board",
      "one of: plan, opinion, monitoring, bids, formulas, statements, board",
    ),
  ],
  "export.browser": [
    text("本机没有可用来打印的浏览器", "this machine has no browser to print with"),
    text(
      "安装 Chromium、Chrome 或 Edge,或用 --to html 导出后在浏览器中打印为 PDF",
      "install Chromium, Chrome or Edge, or take --to html and print that to a PDF in a browser",
    ),
  ],
  "export.print": [
    text("浏览器未能打印为 PDF", "the browser did not print the PDF"),
    text("可用 --to html 导出后在浏览器中打印", "take --to html and print that in a browser"),
  ],
  "export.out": [
    text("须用 -o 指定写入的文件", "say with -o where to write"),
    text("如 -o 方案.xlsx", "for instance -o plan.xlsx"),
  ],
  "attach.out": [text("须指明副本写到哪个文件", "say where to write the copy"), text("如 -o copy.pdf", "-o copy.pdf")],
  "attachment.missing": [
    text("没有这个附件的内容", "the contents of this attachment are not here"),
    text(".json 文件不带附件内容,请打开原来的 .pingheng 文件", "a .json file has none: open the .pingheng file"),
  ],
  "work.unknown": [
    text("没有这份未保存的内容,或已无法读取", "there is no such unsaved work, or it can no longer be read"),
  ],
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
  "revision.unknown": [
    text("文件中没有这个版本,现有", "the file has no such revision; there are"),
    text("写版本序号、代码(至少前四位)或 head", "write its number, its id (four characters at least) or head"),
  ],
  "revision.several": [text("不止一个版本以此开头", "more than one revision begins like this")],
  "revision.json": [
    text(".json 文件不保存版本", "a .json file keeps no revisions"),
    text("先另存为 .pingheng", "save it as .pingheng first"),
  ],
  "revision.none": [
    text("尚未保存为 .pingheng 文件,没有版本", "it was never saved as a .pingheng file: there are no revisions"),
    text("先另存为 .pingheng", "save it as .pingheng first"),
  ],
  "merge.unrelated": [
    text("两份文件没有共同的版本,无从合并", "the two files share no revision and cannot be merged"),
    text("合并的应是同一文件的两份副本", "take two copies of one file"),
  ],
  "merge.no_conflict": [text("此处没有冲突", "there is no conflict there")],
  "merge.open": [
    text("还有冲突没有选定,没有合并", "conflicts are not chosen yet; nothing was merged"),
    text("逐项选定后再合并", "choose each of them first"),
  ],
  "merge.choice": [
    text("--choose 应为 路径=mine 或 路径=theirs,以逗号分隔", "--choose is PATH=mine or PATH=theirs, with commas"),
  ],
  "verify.stopped": [text("核验已取消", "the verification was cancelled")],
  "revision.portfolio": [
    text(
      "组合由成员项目重新汇总,版本不保存公式行与结果,无从复算;改动由版本链查出",
      "a portfolio is pooled anew from its members: a revision keeps no lines or results of it to compute again; changes are found by the chain",
    ),
    text("各成员的计算请核验成员自己的文件", "verify the members' own files for their computations"),
  ],
  "import.changed": [
    text("读取期间模型有改动,没有写入", "the model changed while the file was read; nothing was taken over"),
    text("重新导入", "import it again"),
  ],
  "bids.changed": [
    text("锁定期间内容有改动,没有锁定", "something changed while it was being locked; nothing was locked"),
    text("再试一次", "try again"),
  ],
  "seal.author": [text("须写明由谁封存", "say who seals it"), text("如 --by 张三", "for example --by 'Zhang San'")],
  "seal.unsaved": [
    text(
      "有尚未保存的修改,封存的是已保存的版本",
      "there are changes that were not saved; what is sealed is a saved revision",
    ),
    text("先保存,再封存", "save first, then seal"),
  ],
  "key.missing": [
    text("本机没有打开密封报价的密钥", "there is no key here that opens sealed bids"),
    text(
      "招标方先用 bids key 生成并公布公钥;私钥遗失则密封的报价打不开",
      "make one with bids key before calling for bids; without the private key they cannot be opened",
    ),
  ],
  "key.none": [
    text("本机还没有签名密钥", "there is no signing key here yet"),
    text("首次签名封存时生成", "one is made when something is signed for the first time"),
  ],
  "key.other": [
    text("不是这一种密钥的文件,没有导入", "this is no file of such a key; nothing was imported"),
    text("签名密钥与密封报价的密钥各有各的文件", "signing keys and keys of tenders have files of their own"),
  ],
  "key.same": [text("这就是本机现有的密钥", "this is the key that is here already")],
  "key.there": [
    text("本机已有另一把密钥,没有导入", "there is another key here; nothing was imported"),
    text(
      "确要更换时选“替换”(--replace):原有的密钥改名留存,以前用它签名、密封的仍以它为准",
      "say to replace it (--replace): the one that is here is kept under another name, since what was signed with or sealed to it needs it",
    ),
  ],
  "key.unreadable": [
    text("密钥文件无法读取", "the file of the key cannot be read"),
    text(
      "恢复该文件的备份;如已丢失,移走它后会生成新密钥,旧密钥不能找回",
      "restore it from a backup; if it is lost, move it away and a new one is made: the old one cannot be had back",
    ),
  ],
  "edit.scenario_unknown": [text("没有这个情景", "there is no such scenario")],
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
  "evaluate.verdict_unknown": [
    text("没有这个结论", "there is no such verdict"),
    text("写 B1 至 B9,如 --require B2,B5?", "B1 to B9, for example --require B2,B5?"),
  ],
  "batch.workers": [text("--workers 应为 1 至 256 的整数", "--workers is a whole number from 1 to 256")],
  "open.spreadsheet": [
    text("这是电子表格,不是模型文件", "this is a spreadsheet and no model file"),
    text(
      "填好的模板用“从 Excel 导入”或 import 命令读回",
      "a filled template is read back by Import from Excel, or by import",
    ),
  ],
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
    text("至少需要两个情景才能比较", "two plans are needed to compare"),
    text("如 --scenarios base,adverse,或给出两个文件", "for example --scenarios base,adverse, or two files"),
  ],
  "compare.twice": [text("同一情景列了两次", "a scenario is named twice")],
  "compare.both": [
    text("--scenarios 只用于一个文件", "--scenarios is for one file"),
    text("多个文件以各自的基准情景比较", "several files are compared in their base scenarios"),
  ],
  "portfolio.out": [
    text("须指明写到哪个文件", "say which file to write"),
    text("如 -o 成员.json", "for example -o member.json"),
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
  "experience.locked": [
    text("加密的模型不能收入经验值库", "a locked model is not taken into the library of own projects"),
    text("经验值库在本机以明文保存", "the library is plain text on this computer"),
  ],
  "experience.full": [
    text("经验值库已满", "the library of own projects is full"),
    text("先移出不再需要的项目", "take out projects that are no longer needed"),
  ],
  "experience.unknown": [text("经验值库中没有这个项目", "the library has no such project")],
  "similar.name": [text("请填写项目名称,不超过 200 字", "give the project a name of at most 200 characters")],
  "similar.households": [text("户数应为 1 至 1,000,000 的整数", "households are a whole number from 1 to 1,000,000")],
  "similar.start": [text("起始月应为年-月", "the start is a year and month"), text("例如 2027-01", "such as 2027-01")],
  "similar.portfolio": [
    text("组合不能作为类似项目", "a portfolio is no project to begin like"),
    text("选择其中一个项目的文件", "choose the file of one of its members"),
  ],
  "similar.no_households": [
    text("该文件未填写户数,无法按户数折算", "that file states no households to convert by"),
    text("先在其“项目概况”页填写户数", "enter them on its page of the project first"),
  ],
  "similar.options": [
    text(
      "--like 须与 --name、--households、--start 一起使用,且不能与 --from、--type、--mode 同时使用",
      "--like goes with --name, --households and --start, and not with --from, --type or --mode",
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
