import { leversOnce } from "../../app/model/levers.ts";
import { appProblem } from "../../app/problems.ts";
import type { Lever, LeversAnswer, Move } from "../../models/analysis/levers/levers.ts";
import { grouped } from "../../models/wording/grouped.ts";
import { fail } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import type { Arguments, Command } from "../arguments.ts";
import { openProject } from "../open.ts";
import { SCENARIO } from "../options.ts";
import { counted, Exit, printJson, printLine, printProblems, printTable, progressBar } from "../output.ts";

const TOP_MAX = 400;

/** Every number of the plan by what it does to an indicator, and where verdicts flip. */
export const sensitivity: Command = {
  takes: "sensitivity FILE --of INDICATOR|'LINE[@PERIOD]>=VALUE'|B5 [--scenario ID] [--top N]",
  does: {
    zh: "敏感性:各输入按对指标的影响排序,敏感度系数、临界点、起作用的上限",
    en: "sensitivity: every input by what it does to an indicator, coefficients, switching values, the cap that takes over",
  },
  words: [1, 1],
  options: {
    scenario: SCENARIO,
    of: { zh: "指标或行、目标、结论代码", en: "an indicator or line, a target, or a verdict" },
    top: {
      zh: "影响最大的几项求临界点,默认 12",
      en: "for how many of the strongest switching values are found; 12 when left out",
    },
  },
  examples: [
    "sensitivity plan.json --of npv.project.pretax",
    "sensitivity plan.json --of B2 --scenario adverse --top 20 --json",
  ],
  run: async (args) => {
    const of = args.option("of");
    if (of === undefined) return printProblems(missing().problems, args.lang);
    const top = args.option("top") ?? "12";
    if (!/^\d{1,3}$/.test(top) || Number(top) > TOP_MAX) return printProblems(badTop(top).problems, args.lang);
    const opened = await openProject(args.words[0] ?? "", args);
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const bar = progressBar();
    const question = {
      of,
      scenario: args.option("scenario"),
      top: Number(top),
      confirmAll: true,
      onProgress: bar.show,
      shouldStop: args.shouldStop,
    };
    const answer = leversOnce(opened.value.document, question, opened.value.shelf);
    bar.end();
    if (args.shouldStop() || (answer.ok && answer.value === undefined))
      return printProblems([appProblem("limit.time", "sensitivity")], args.lang);
    if (!answer.ok) return printProblems(answer.problems, args.lang);
    if (args.json) printJson(asJson(answer.value as LeversAnswer, args));
    else show(answer.value as LeversAnswer, args);
    return Exit.done;
  },
};

function asJson(answer: LeversAnswer, { lang }: Arguments) {
  // `flips` is null where none were looked for, and empty where there are none.
  return {
    ...answer,
    unturned: { ...answer.unturned, message: answer.unturned.message?.[lang] ?? null },
    levers: answer.levers.map((lever) => ({ ...lever, label: lever.label[lang], flips: lever.flips ?? null })),
  };
}

const CHARACTERS: Readonly<Record<Lever["character"], Text>> = {
  smooth: { zh: "平滑", en: "smooth" },
  corner: { zh: "拐点", en: "corner" },
  step: { zh: "台阶", en: "step" },
  flat: { zh: "局部无影响", en: "flat here" },
};

const isVerdict = (of: string): boolean => /^\s*(?:verdict\.)?B\d/.test(of);

function show({ of, value, levers, idle, unturned, unwatched }: LeversAnswer, { lang }: Arguments): void {
  const word = (text: Text): string => text[lang];
  // Of a verdict the number is what it has to spare.
  const spare = value < 0 ? { zh: "未达成,差额", en: "missed, margin" } : { zh: "达成,余量", en: "met, margin" };
  printLine(`${of}: ${isVerdict(of) ? `${word(spare)} ` : ""}${grouped(String(round(value)))}`);
  if (levers.length === 0) {
    printLine(
      word({
        zh: `${idle} 项输入逐一变动,均不影响它`,
        en: `${counted(idle, "input")} moved one by one, none with any effect on it`,
      }),
    );
    if (unturned.message !== undefined) printLine(word(unturned.message));
    return;
  }
  const head = {
    zh: ["输入", "现值", "下调", "变化", "上调", "变化", "敏感度系数", "性质"],
    en: ["input", "now", "down", "change", "up", "change", "SAF", "character"],
  };
  printTable([
    head[lang],
    ...levers.map((lever) => [
      lever.path.replace(/^components\//, "").replace("/inputs/", "/"),
      lever.now,
      lever.down.value,
      amount(lever.down, word),
      lever.up.value,
      amount(lever.up, word),
      lever.saf === undefined ? "–" : lever.saf.toFixed(2),
      word(CHARACTERS[lever.character]),
    ]),
  ]);
  for (const lever of levers) {
    const notes = [marksOf(lever, word), flatOf(lever, word)].filter((note) => note !== "");
    if (notes.length > 0) printLine(`  ${lever.path}: ${notes.join(word({ zh: ";", en: "; " }))}`);
  }
  const unsought = levers.filter(({ flips }) => flips === undefined).length;
  if (unsought > 0)
    printLine(
      word({
        zh: `其余 ${unsought} 项未求临界点(--top 可增加)`,
        en: `switching values not looked for: ${counted(unsought, "more input")} (--top says for how many)`,
      }),
    );
  printLine(
    word({
      zh: `另有 ${idle} 项输入逐一变动过,对它没有影响`,
      en: `${counted(idle, "more input")} turned without any effect on it`,
    }),
  );
  if (unturned.message !== undefined) printLine(word(unturned.message));
  if (unwatched.length > 0)
    printLine(
      word({ zh: `未求临界点的结论:${unwatched.join("、")}`, en: `verdicts not watched: ${unwatched.join(", ")}` }),
    );
}

type Word = (text: Text) => string;

/** Where verdicts flip. */
function marksOf({ flips = [] }: Lever, word: Word): string {
  const marks = flips.map(({ watch, value: at, met, confirmed, conditional, breaks, onPaper, jump }) => {
    const side = met === "above" ? "≥" : "≤";
    const note = jump ? word({ zh: "(跳变)", en: " (jump)" }) : "";
    const on = conditional === true ? word({ zh: "(附条件)", en: " (on condition)" }) : "";
    const rule = breaks === true ? word({ zh: "(违反规则)", en: " (breaks a rule)" }) : "";
    const paper = onPaper === true ? word({ zh: "(尚待文件)", en: " (still on no paper)" }) : "";
    return `${watch} ${side} ${at}${note}${confirmed === undefined ? "" : confirmed ? ` ✓${on}${rule}${paper}` : " ✗"}`;
  });
  return marks.join(" · ");
}

/** Where the lever stops mattering, and what takes over there. */
function flatOf({ flatFrom, flatTo, cap, floor }: Lever, word: Word): string {
  const by = (path: string | undefined): string =>
    path === undefined ? "" : word({ zh: `,受限于 ${path}`, en: `, limited by ${path}` });
  const above =
    flatFrom === undefined
      ? []
      : [word({ zh: `高于 ${flatFrom} 不再有影响`, en: `above ${flatFrom} nothing changes` }) + by(cap)];
  const below =
    flatTo === undefined
      ? []
      : [word({ zh: `低于 ${flatTo} 不再有影响`, en: `below ${flatTo} nothing changes` }) + by(floor)];
  return [...above, ...below].join(word({ zh: ";", en: "; " }));
}

const DIGITS = 7;

function round(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

function amount({ change, undecided }: Move, word: (words: Text) => string): string {
  const mark = undecided === true ? ` ${word(UNDECIDED)}` : "";
  return `${change === undefined ? "–" : grouped(String(round(change)))}${mark}`;
}

/** Of a change whose verdict cannot be given at the value. */
const UNDECIDED: Text = { zh: "(不可判定)", en: "(undecided)" };

function missing() {
  return fail({
    code: "call.missing",
    message: { zh: "需要 --of", en: "--of is needed" },
    path: "sensitivity",
    hint: { zh: "如 --of npv.project.pretax 或 --of B2", en: "for example --of npv.project.pretax or --of B2" },
  });
}

function badTop(top: string) {
  return fail({
    code: "call.value",
    message: {
      zh: `--top 应为 0 至 ${TOP_MAX} 的整数,不是“${top}”`,
      en: `--top must be a whole number from 0 to ${TOP_MAX}, not “${top}”`,
    },
    path: "sensitivity",
  });
}
