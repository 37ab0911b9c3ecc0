import type { SimulationView } from "../../app/contract.ts";
import { checksView, DRAWS_MAX, simulateOnce, simulationView } from "../../app/model/simulate.ts";
import { appProblem } from "../../app/problems.ts";
import type { SimulationQuestion } from "../../models/analysis/simulate/question.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { grouped } from "../../models/wording/grouped.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import { uncertaintyProblem } from "../../models/wording/uncertainty.ts";
import type { Arguments, Command } from "../arguments.ts";
import { SCENARIO } from "../options.ts";
import { counted, Exit, printJson, printLine, printProblems, printTable, progressBar, sayProblems } from "../output.ts";
import { simulateInThreads, type Told } from "../simulating.ts";

const WORKERS_MAX = 64;

/** Many draws of the uncertain inputs: how likely each verdict is, how far the figures spread, what drives them. */
export const simulate: Command = {
  takes:
    "simulate FILE --draws N --seed S [--scenario ID] [--of LINE,…] [--until 'LINE[@PERIOD]>=VALUE'|B8,…] [--workers N]",
  does: {
    zh: "模拟:按文件所列不确定性抽样,各结论的概率、指标分布、现金扇形、最大资金缺口、方差由谁引起",
    en: "simulation over the uncertainties of the file: odds of the verdicts, distributions, the fan of cash, the deepest need, what drives the variance",
  },
  words: [1, 1],
  options: {
    scenario: SCENARIO,
    draws: { zh: "抽样次数", en: "number of draws" },
    seed: { zh: "随机种子;同一种子结果相同", en: "seed; the same seed gives the same result" },
    of: {
      zh: "要看分布的指标或行,逗号分隔;不写为常用指标",
      en: "indicators or cells to be told, with commas between; the usual ones when left out",
    },
    until: {
      zh: "要看概率的目标,逗号分隔:行@期间>=值,或需倒算的结论代码(较慢)",
      en: "targets whose odds are asked for: LINE@PERIOD>=VALUE, or a verdict that needs a search (slow)",
    },
    workers: { zh: "工作线程数,默认 1;不影响结果", en: "threads, 1 when left out; the result is the same" },
  },
  examples: [
    "simulate plan.json --draws 1000 --seed 1",
    "simulate plan.json --draws 10000 --seed 1 --workers 2 --of npv.project.posttax --until 'balance.static>=-5000000' --json",
  ],
  run: async (args) => {
    const read = questionOf(args);
    if (!read.ok) return printProblems(read.problems, args.lang);
    const opened = await args.open(args.words[0] ?? "");
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const { document, problems } = opened.value;
    const { question, workers } = read.value;
    const bar = progressBar();
    const simulated =
      workers === 1
        ? here(document, question, args, bar.show)
        : await simulateInThreads(document, question, {
            workers,
            lang: args.lang,
            shouldStop: args.shouldStop,
            onProgress: bar.show,
          });
    bar.end();
    if (!simulated.ok) return printProblems(simulated.problems, args.lang);
    if (simulated.value === undefined) return printProblems([appProblem("limit.time", "simulate")], args.lang);
    sayProblems(problems, args.lang);
    if (args.json)
      printJson(
        worded(
          { ...simulated.value.view, version: undefined, checks: { ...simulated.value.checks, version: undefined } },
          args,
        ),
      );
    else show(simulated.value, args);
    return Exit.done;
  },
};

function here(
  document: ModelDocument,
  question: SimulationQuestion,
  { lang, shelf, shouldStop }: Arguments,
  onProgress: (done: number, total: number) => void,
): Result<Told | undefined> {
  const found = simulateOnce(document, question, { onProgress, shouldStop }, shelf);
  if (!found.ok) return found;
  if (found.value === undefined) return succeed(undefined);
  const { checks, ...answer } = found.value;
  return succeed({ view: simulationView(answer, 0), checks: checksView(checks, lang) });
}

function questionOf(args: Arguments): Result<{ readonly question: SimulationQuestion; readonly workers: number }> {
  const [draws, seed] = [args.option("draws"), args.option("seed")];
  if (draws === undefined || seed === undefined) return fail(missing);
  const workers = args.option("workers") ?? "1";
  if (!/^\d{1,3}$/.test(workers) || Number(workers) < 1 || Number(workers) > WORKERS_MAX)
    return fail(uncertaintyProblem("simulate.workers", "--workers", { found: workers, to: WORKERS_MAX }));
  const list = (name: string) =>
    (args.option(name) ?? "")
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "");
  const whole = (text: string): boolean => /^\d+$/.test(text.trim());
  if (!whole(draws))
    return fail(uncertaintyProblem("simulate.draws", "--draws", { found: draws, from: 1, to: DRAWS_MAX }));
  if (!whole(seed))
    return fail(uncertaintyProblem("simulate.seed", "--seed", { found: seed, to: Number.MAX_SAFE_INTEGER }));
  const question = {
    scenario: args.option("scenario"),
    draws: Number(draws),
    seed: Number(seed),
    of: list("of"),
    until: list("until"),
  };
  return succeed({ question, workers: Number(workers) });
}

const missing: Problem = {
  code: "call.missing",
  message: { zh: "需要 --draws 和 --seed", en: "--draws and --seed are needed" },
  path: "simulate",
  hint: { zh: "如 --draws 1000 --seed 1", en: "for example --draws 1000 --seed 1" },
};

/** Texts in the language asked for. */
function worded(value: unknown, { lang }: Pick<Arguments, "lang">): unknown {
  if (Array.isArray(value)) return value.map((one) => worded(one, { lang }));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 2 && "zh" in value && "en" in value) return (value as unknown as Text)[lang];
  return Object.fromEntries(entries.map(([key, one]) => [key, worded(one, { lang })]));
}

const DIGITS = 7;
/** Less than this is what rounding leaves of nothing. */
const NOTHING = 1e-6;
const amount = (x: number | null | undefined): string => {
  if (x === null || x === undefined) return "–";
  return Math.abs(x) < NOTHING ? "0" : grouped(String(Number(x.toPrecision(DIGITS))));
};
const PERCENT = 100;
const LEAST_SHOWN = 0.0005;
const percent = (share: number | null): string =>
  share === null ? "–" : share > 0 && share < LEAST_SHOWN ? "<0.1%" : `${(share * PERCENT).toFixed(1)}%`;

function show({ view, checks }: Told, { lang }: Arguments): void {
  const word = (text: Text): string => text[lang];
  printLine(
    word({
      zh: `${view.draws} 次抽样,种子 ${view.seed},不确定输入 ${view.inputs.length} 项`,
      en: `${counted(view.draws, "draw")}, seed ${view.seed}, ${counted(view.inputs.length, "uncertain input")}`,
    }),
  );
  showInputs(view, word);
  showOdds(view, checks, word);
  showFigures(view, word);
  for (const { label, quantiles, when } of view.needs) {
    const most = when.toSorted((a, b) => b.draws - a.draws)[0];
    const at = most === undefined ? "" : ` · ${most.label} ${percent(most.draws / view.draws)}`;
    const [deep, , , middle] = quantiles ?? [];
    printLine(
      `${word({ zh: "最低点", en: "lowest" })} ${word(label)}: P50 ${amount(middle)} · P5 ${amount(deep)}${at}`,
    );
  }
  showChecks(checks, word);
}

type Word = (text: Text) => string;

function showInputs({ inputs }: SimulationView, word: Word): void {
  for (const { id, label, distribution, cut, idle, assumed } of inputs) {
    const notes = [
      ...(cut.below > 0
        ? [
            word({
              zh: `低于 ${cut.from} 的 ${percent(cut.below)} 不取`,
              en: `${percent(cut.below)} below ${cut.from} left out`,
            }),
          ]
        : []),
      ...(cut.above > 0
        ? [
            word({
              zh: `高于 ${cut.to} 的 ${percent(cut.above)} 不取`,
              en: `${percent(cut.above)} above ${cut.to} left out`,
            }),
          ]
        : []),
      ...(idle ? [word({ zh: "对所列结果没有影响", en: "does nothing to what is told" })] : []),
      ...(assumed === undefined ? [] : [word({ zh: "建议值,未确认", en: "suggested, not confirmed" })]),
    ];
    printLine(`  ${id}: ${word(label)} · ${word(distribution)}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`);
  }
}

function showOdds({ verdicts, targets, unwatched }: SimulationView, checks: Told["checks"], word: Word): void {
  const head = { zh: ["结论", "达成概率", "±", "未判定", ""], en: ["verdict", "odds", "±", "undecided", ""] };
  const isConditional = (id: string) => checks.conditions.some(({ verdict }) => verdict === id);
  const isDoubted = (id: string) => checks.draws.some(({ differing }) => differing.includes(id));
  const doubted = word({ zh: "复核不一致,不作结论", en: "contradicted by the check" });
  printTable([
    [
      word({ zh: head.zh[0] ?? "", en: head.en[0] ?? "" }),
      ...[1, 2, 3, 4].map((i) => word({ zh: head.zh[i] ?? "", en: head.en[i] ?? "" })),
    ],
    ...verdicts.map(({ id, title, probability, error, undecided }) => [
      `${id} ${word(title)}`,
      isDoubted(id) ? "–" : percent(probability),
      percent(error),
      String(undecided),
      isDoubted(id)
        ? doubted
        : (probability ?? 0) === 0
          ? ""
          : isConditional(id)
            ? word({ zh: "附条件", en: "conditional" })
            : word({
                zh: `只查了 ${checks.draws.length} 次,除抽样数值的文件外未见条件`,
                en: `no condition in ${checks.draws.length} looked at, papers of drawn numbers aside`,
              }),
    ]),
    ...targets.map(({ target, probability, error, undecided }) => [
      target,
      percent(probability),
      percent(error),
      String(undecided),
      "",
    ]),
  ]);
  if (unwatched.length > 0)
    printLine(
      word({
        zh: `需倒算而未计算:${unwatched.join("、")}(用 --until 指定则计算)`,
        en: `left out for they need a search: ${unwatched.join(", ")} (name them with --until)`,
      }),
    );
}

function showFigures({ figures }: SimulationView, word: Word): void {
  const shares = ["P5", "P10", "P50", "P90", "P95"];
  const places = [0, 1, 3, 5, 6];
  printTable([
    [
      word({ zh: "指标", en: "figure" }),
      word({ zh: "单位", en: "unit" }),
      word({ zh: "现值", en: "as it is" }),
      word({ zh: "均值", en: "mean" }),
      ...shares,
      word({ zh: "无值", en: "missing" }),
    ],
    ...figures.map(({ name, unit, base, told, missing: lacking }) => [
      name,
      unit === "1" ? "" : unit,
      amount(base),
      amount(told?.mean),
      ...places.map((place) => amount(told?.quantiles[place])),
      String(lacking),
    ]),
  ]);
  for (const { name, told } of figures) {
    const drivers = told?.drivers
      .slice(0, 5)
      .map(
        ({ input, index, indexError, rank }) =>
          `${input} ${percent(index)}±${percent(indexError)} (${rank.toFixed(2)})`,
      );
    if (drivers !== undefined && drivers.length > 0) printLine(`  ${name} ← ${drivers.join(" · ")}`);
  }
}

function showChecks({ draws, conditions }: Told["checks"], word: Word): void {
  const wrong = draws.filter(({ agrees }) => !agrees);
  printLine(
    wrong.length === 0
      ? word({
          zh: `复核:${draws.length} 次抽样(取各结论余量最小、最大和各输入在两端的)经十进制引擎重算,一致;条件只查了这些抽样,其余抽样可能附条件`,
          en: `checked: ${counted(draws.length, "draw")}, those in which verdicts are met by least and most and inputs are at their ends, computed again by the book of record agree; conditions were looked for in these, others may be met on one`,
        })
      : word({
          zh: `复核不一致:第 ${wrong.map(({ draw }) => draw).join("、")} 次(${wrong.flatMap(({ differing }) => differing).join("、")})`,
          en: `checked: draws ${wrong.map(({ draw }) => draw).join(", ")} differ (${wrong.flatMap(({ differing }) => differing).join(", ")})`,
        }),
  );
  for (const { verdict, messages } of conditions)
    for (const message of messages) printLine(`  ${verdict} ${word({ zh: "附条件", en: "conditional" })}: ${message}`);
}
