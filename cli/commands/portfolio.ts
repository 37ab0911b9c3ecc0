import type { PortfolioView, StartsView } from "../../app/contract.ts";
import { writeModel } from "../../app/files/write.ts";
import { memberAlone, preparePortfolioOnce } from "../../app/portfolio/prepare.ts";
import { proposeOnce, startsView } from "../../app/portfolio/starts.ts";
import { portfolioView } from "../../app/portfolio/view.ts";
import { appProblem } from "../../app/problems.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { amountText } from "../../models/wording/grouped.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { type Lang, text } from "../../models/wording/text.ts";
import type { Arguments, Command } from "../arguments.ts";
import { engineOf } from "../engine.ts";
import type { Opened } from "../open.ts";
import { ENGINE } from "../options.ts";
import { Exit, printError, printJson, printLine, printProblems, printTable, progressBar } from "../output.ts";
import { sayWritten, toSave } from "../save.ts";

/** Projects pooled: by year each member, the pool, credit lines, transfers; or starts that fit. */
export const portfolio: Command = {
  takes: "portfolio FILE [MEMBER_FILE …] [--plan] [--member ID -o OUT] [--engine record|kernel]",
  does: {
    zh: "组合:各项目按年合并、统借授信、项目间调剂;--plan 求开工安排",
    en: "projects pooled by year, credit lines, transfers between them; --plan finds starts",
  },
  words: [1, 201],
  options: {
    engine: ENGINE,
    member: {
      zh: "取出一个成员,写成单独的文件(按其在组合中的开工时间)",
      en: "writes one project to a file of its own, where it stands in the portfolio",
    },
    o: { zh: "写到哪个文件", en: "the file to write" },
  },
  flags: {
    plan: {
      zh: "求开工月:合并资金不低于下限,补助不超预算,达到数量目标",
      en: "chooses starts: pooled cash above its floor, grants within budgets, targets met",
    },
  },
  examples: [
    "portfolio examples/portfolio.json",
    "portfolio examples/portfolio.json --plan",
    "portfolio examples/portfolio.json --member infill -o infill.json",
    "portfolio city.json a.json b.json --json",
  ],
  exits: {
    1: {
      zh: "有的数无法计算(原因已列出),或没有满足要求的开工安排",
      en: "something cannot be computed, for the reasons told; or no starts meet what is asked",
    },
  },
  run: async (args) => {
    const opened = await openAll(args);
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const { document, supplied } = opened.value;
    const member = args.option("member");
    if (member !== undefined) return extract(opened.value, member, args);
    return args.flag("plan") ? plan(document, supplied, args) : show(opened.value, args);
  },
};

interface All extends Opened {
  /** Documents for members that are known by hash. */
  readonly supplied: readonly ModelDocument[];
}

async function openAll({ words: [path = "", ...others], open }: Arguments): Promise<Result<All>> {
  const opened = await open(path);
  if (!opened.ok) return opened;
  const supplied: ModelDocument[] = [];
  for (const other of others) {
    const member = await open(other);
    if (!member.ok) return member;
    supplied.push(member.value.document);
  }
  return succeed({ ...opened.value, supplied });
}

/** A project's own statements, checks and verdicts are those of its own file. */
async function extract({ document, supplied, vault }: All, id: string, args: Arguments): Promise<number> {
  const { option, lang, json } = args;
  const out = option("o");
  if (out === undefined) return printProblems([appProblem("portfolio.out", "-o")], lang);
  const found = memberAlone(document, id, supplied);
  if (!found.ok) return printProblems(found.problems, lang);
  const written = await writeModel(out, toSave(found.value), { vault, fresh: true });
  if (!written.ok) return printProblems(written.problems, lang);
  if (json) printJson({ file: out, member: id });
  else sayWritten(out, args);
  return Exit.done;
}

function show({ document, supplied, revision }: All, args: Arguments): number {
  const engine = engineOf(args);
  if (!engine.ok) return printProblems(engine.problems, args.lang);
  const bar = progressBar();
  const prepared = preparePortfolioOnce(document, {
    engine: engine.value,
    supplied,
    onProgress: bar.show,
    shouldStop: args.shouldStop,
  });
  bar.end();
  if (!prepared.ok) return printProblems(prepared.problems, args.lang);
  const view = portfolioView(prepared.value, engine.value, args.lang);
  for (const { code, path, message } of view.problems) printError(`${code} ${path}: ${message}`);
  if (args.json) printJson({ model: { name: document.project.name, revision }, ...jsonOf(view, args.lang) });
  else {
    printLine(document.project.name);
    printView(view, args.lang);
  }
  return view.problems.length > 0 ? Exit.unmet : Exit.done;
}

/** Labels in one language, as in every answer of the command line. */
function jsonOf(view: Omit<PortfolioView, "version">, lang: Lang) {
  return {
    ...view,
    members: view.members.map((member) => ({ ...member, label: member.label[lang] })),
    lines: view.lines.map((line) => ({ ...line, label: line.label[lang] })),
    figures: view.figures.map(({ note, ...figure }) => ({
      ...figure,
      label: figure.label[lang],
      ...(note === undefined ? {} : { note: note[lang] }),
    })),
    findings: view.findings.map((finding) => ({ ...finding, message: finding.message[lang] })),
  };
}

const WORDS = {
  wan: text("万元", "CNY 10,000"),
  needs: text(
    "最大资金需求(元,按年末数;年内可能更深)",
    "peak need, CNY (at year ends; within a year it may be deeper)",
  ),
  separate: text("单独", "alone"),
  pooled: text("合并", "pooled"),
  saved: text("统筹减少", "saved by pooling"),
  starts: text("开始", "start"),
  end: text("结束", "end"),
  shift: text("移动月数", "months moved"),
  change: text("对自身合计的影响(元)", "change of its own total, CNY"),
  before: text("现状", "as it is"),
  after: text("调整后", "after"),
} as const;

const WAN = 10_000;
const inWan = (value: number | null): string => (value === null ? "–" : (value / WAN).toFixed(0));

const ROWS =
  /^(?:member\.[^.]+\.(?:flow|own|pool_moved|after)|pool\.(?:flow|own|lent|drawn|credit|credit_separate|credit_left|room|transfers|support)|transfer\..+\.(?:paid|returned|owed)|budget\..+\.(?:asked|left)|shared\..+\.amount)$/;

function printView(view: Omit<PortfolioView, "version">, lang: Lang): void {
  printTable([
    ["", WORDS.starts[lang], WORDS.end[lang], WORDS.shift[lang], ""],
    ...view.members.map(({ label, start = "–", end = "–", startMonths, problem = "" }) => [
      label[lang],
      start,
      end,
      String(startMonths),
      problem,
    ]),
  ]);
  printLine();
  const figure = (id: string): string => {
    const value = view.figures.find((one) => one.id === id)?.value ?? null;
    return value === null ? "–" : amountText(Number(value));
  };
  printTable([
    [WORDS.needs[lang], ""],
    ...view.members.map(({ id, label }) => [`  ${label[lang]} (${WORDS.separate[lang]})`, figure(`member.${id}.need`)]),
    [`  ${WORDS.pooled[lang]}`, figure("pool.need")],
    [`  ${WORDS.saved[lang]}`, figure("pool.need_saved")],
  ]);
  printLine();
  printTable([
    [WORDS.wan[lang], ...view.years],
    ...view.lines
      .filter(({ id, unit }) => unit === "CNY" && ROWS.test(id))
      .map(({ label, values }) => [label[lang], ...values.map(inWan)]),
    ...view.lines
      .filter(({ id, unit }) => unit === "1" && /^count\.(?:started|built)$/.test(id))
      .map(({ label, values }) => [label[lang], ...values.map((value) => String(value ?? "–"))]),
  ]);
  printLine();
  for (const { id, is, message } of view.findings)
    printLine(`${MARK[is]} ${/^C\d/.test(id) ? `${id} ` : ""}${message[lang]}`);
}

const MARK = { holds: "✓", fails: "✗", cannot_be_judged: "?" } as const;

async function plan(document: ModelDocument, supplied: readonly ModelDocument[], args: Arguments): Promise<number> {
  const bar = progressBar();
  const proposal = await proposeOnce(document, { supplied, onProgress: bar.show, shouldStop: args.shouldStop });
  bar.end();
  if (!proposal.ok) return printProblems(proposal.problems, args.lang);
  if (proposal.value === undefined) return printProblems([appProblem("limit.time", "portfolio")], args.lang);
  const view = startsView(proposal.value);
  if (args.json) printJson(planJson(view, args.lang));
  else printPlan(view, args.lang);
  return view.found ? Exit.done : Exit.unmet;
}

function planJson(view: Omit<StartsView, "version">, lang: Lang) {
  return {
    ...view,
    message: view.message[lang],
    starts: view.starts.map((start) => ({ ...start, label: start.label[lang] })),
    checks: view.checks.map((check) => ({ ...check, label: check.label[lang] })),
    obstacles: view.obstacles.map((obstacle) => obstacle[lang]),
  };
}

function printPlan({ message, starts, checks, obstacles }: Omit<StartsView, "version">, lang: Lang): void {
  printLine(message[lang]);
  for (const obstacle of obstacles) printLine(`  ${obstacle[lang]}`);
  if (starts.length > 0)
    printTable([
      ["", WORDS.before[lang], WORDS.after[lang], WORDS.change[lang]],
      ...starts.map(({ label, from, to, change }) => [
        label[lang],
        String(from),
        String(to),
        amountText(Number(change)),
      ]),
    ]);
  printTable([
    ["", WORDS.before[lang], WORDS.after[lang], ""],
    ...checks.map(({ label, before, after, met }) => [label[lang], before ?? "–", after ?? "–", met ? "✓" : "✗"]),
  ]);
}
