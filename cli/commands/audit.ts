import type { AuditView, Lang, PlanView, ReviewStressView } from "../../app/contract.ts";
import { AUDITED_TOTALS, auditOf } from "../../app/review/audit.ts";
import { reviewStressOf, withSizes } from "../../app/review/stress.ts";
import type { Arguments, Command } from "../arguments.ts";
import { bridgeLines, shownValue } from "../differences.ts";
import { openProject } from "../open.ts";
import { SCENARIO } from "../options.ts";
import {
  Exit,
  printError,
  printJson,
  printLine,
  printProblems,
  printTable,
  progressBar,
  VERDICT_MARK,
} from "../output.ts";
import { sizesIn } from "../sizes.ts";

/** 送审—审定—核增减. */
export const audit: Command = {
  takes: "audit FILE [--scenario ID] [--of LINE,…] [--stress [--sizes price_down=-0.15,…]]",
  does: {
    zh: "送审—审定—核增—核减—理由:审定数、总投资估算表(到分)、各结论两者对照,申报数与测算数逐行比较",
    en: "submitted, audited, up, down, reason: figures, the investment estimate to the fen, verdicts of both; figures of the paper plan line by line",
  },
  words: [1, 1],
  job: "file",
  options: {
    scenario: SCENARIO,
    of: {
      zh: "按审定数分解的合计,逗号分隔;不写为总投资与静态差额",
      en: "totals to take apart by audited figure, with commas; total investment and the static balance when left out",
    },
    sizes: {
      zh: "压力的自定幅度,逗号分隔,只用于本次;文件中审核人的幅度照用",
      en: "sizes of stresses for this run, with commas; those the review keeps hold otherwise",
    },
  },
  flags: {
    stress: {
      zh: "在审定方案上试标准压力组和审核人自定的各项,逐项列出各结论",
      en: "tries the standard stress set and the reviewer's own values over the audited plan, verdict by verdict",
    },
  },
  examples: [
    "audit plan.pingheng",
    "audit plan.pingheng --stress --sizes price_down=-0.2",
    "audit plan.pingheng --of investment.total --json",
  ],
  exits: {
    1: {
      zh: "有审定数没有理由或不能成立,压力写得不对,或申报数与测算数不一致",
      en: "an audited figure has no reason or cannot stand, a stress is written wrongly, or a declared figure differs",
    },
  },
  run: async (args) => {
    const opened = await openProject(args.words[0] ?? "", args);
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const given = sizesIn(args.option("sizes") ?? "");
    const sized = withSizes(opened.value.document, given);
    if (!sized.ok) return printProblems(sized.problems, args.lang);
    const named = args.option("of");
    const of = named === undefined ? AUDITED_TOTALS : named.split(",").filter((word) => word !== "");
    const bar = progressBar();
    const question = { scenario: args.option("scenario"), of, lang: args.lang };
    const hooks = { onProgress: bar.show, shouldStop: args.shouldStop };
    const answer = auditOf(opened.value.document, { ...question, ...hooks }, opened.value.shelf);
    const asked = args.flag("stress") || given.length > 0;
    const stress = asked ? reviewStressOf(sized.value, { ...question, ...hooks }, opened.value.shelf) : null;
    bar.end();
    if (!answer.ok) return printProblems(answer.problems, args.lang);
    if (stress?.ok === false) return printProblems(stress.problems, args.lang);
    // What is wrong with audited figures is wrong under stress too, and said once.
    const stressed = stress?.value.problems.filter(({ path }) => path.startsWith("stress")) ?? [];
    for (const { code, path, message } of [...answer.value.problems, ...stressed])
      printError(`${code} ${path}: ${message}`);
    if (args.json) printJson(stress === null ? answer.value : { ...answer.value, stress: stress.value });
    else {
      print(answer.value, args.lang);
      if (stress !== null) printStress(stress.value, args);
    }
    return isSettled(answer.value) && stressed.length === 0 ? Exit.done : Exit.unmet;
  },
};

type Verdict = PlanView["verdicts"][number];

/** A sign and its margin; what is met under conditions is starred, and explained below the table. */
function toldVerdict({ pass, margin, conditions }: Verdict): string {
  const starred = pass === true && conditions > 0 ? "*" : "";
  return `${VERDICT_MARK[`${pass}`]}${starred} ${margin ?? ""}`.trim();
}

function printStress({ audited, rows, left }: Omit<ReviewStressView, "version">, { lang }: Arguments): void {
  printLine();
  printTable([
    [WORDS.stress[lang], "", WORDS.turned[lang], ...audited.verdicts.map(({ id }) => id)],
    [audited.label, "", "", ...audited.verdicts.map(toldVerdict)],
    ...rows.map(({ id, kept, label, note, turned, moves, verdicts }) => [
      `${kept ? "+ " : ""}${label} (${id})`,
      note ?? "",
      turned.length > 0 ? turned.join(",") : moves ? "–" : WORDS.unmoved[lang],
      ...verdicts.map(toldVerdict),
    ]),
  ]);
  printLine(WORDS.signs[lang]);
  for (const { id, troubles = [] } of rows) for (const text of troubles) printLine(`! ${id}: ${text}`);
  if (left.length === 0) return;
  printLine();
  printTable(left.map(({ id, label, reason }) => [`– ${label} (${id})`, `${WORDS.untried[lang]}${reason}`]));
}

const ZERO = /^-?0(\.0*)?$/;

function isSettled({ problems, declared }: Omit<AuditView, "version">): boolean {
  return problems.length === 0 && declared.every(({ difference }) => difference !== null && ZERO.test(difference));
}

const WORDS = {
  figures: {
    zh: ["审定处", "送审", "审定", "差", "理由", "依据"],
    en: ["place", "submitted", "audited", "difference", "reason", "under"],
  },
  amounts: {
    zh: ["总投资估算", "送审", "审定", "核增", "核减"],
    en: ["investment estimate", "submitted", "audited", "up", "down"],
  },
  declared: {
    zh: ["申报数", "期间", "申报", "测算", "相差"],
    en: ["declared", "at", "declared", "computed", "difference"],
  },
  verdicts: { zh: "结论(送审 → 审定)", en: "verdicts (submitted → audited)" },
  stress: { zh: "审核压力", en: "stress" },
  turned: { zh: "转为不达标", en: "no longer met" },
  signs: {
    zh: "✓ 达标,✓* 附条件,✗ 不达标,– 不适用或资料不全;后为余量。+ 为审核人保存在文件中、列入审核意见的",
    en: "✓ met, ✓* under conditions, ✗ not met, – no verdict; then the margin. + is kept in the file and stated in the opinion",
  },
  unmoved: { zh: "无变化", en: "nothing moves" },
  untried: { zh: "未测算:", en: "not tried: " },
  none: { zh: "没有审定数", en: "no audited figures" },
} as const;

function print({ figures, table, before, after, bridges, declared }: Omit<AuditView, "version">, lang: Lang): void {
  if (figures.length === 0) printLine(WORDS.none[lang]);
  else
    printTable([
      WORDS.figures[lang],
      ...figures.map(({ label, before: own, after: other, difference, reason, clause }) => [
        label,
        shownValue(own),
        shownValue(other),
        difference ?? "",
        reason,
        clause,
      ]),
    ]);
  if (table !== null) {
    printLine();
    printTable([
      WORDS.amounts[lang],
      ...table.rows.map(({ no, label, level, before: own, after: other, increase, decrease }) => [
        `${"  ".repeat(level)}${no} ${label}`,
        own,
        other,
        increase,
        decrease,
      ]),
    ]);
  }
  printLine();
  printLine(WORDS.verdicts[lang]);
  printTable(
    before.verdicts.map((verdict) => {
      const other = after.verdicts.find(({ id }) => id === verdict.id);
      const told = (one: typeof other) => `${VERDICT_MARK[`${one?.pass ?? null}`]} ${one?.margin ?? ""}`.trim();
      return [`${verdict.id} ${verdict.title[lang]}`, told(verdict), told(other)];
    }),
  );
  for (const bridge of bridges) bridgeLines(bridge, lang);
  if (declared.length === 0) return;
  printLine();
  printTable([
    WORDS.declared[lang],
    ...declared.map(({ label, place, declared: own, computed, difference, problem }) => [
      label,
      place,
      own,
      computed ?? "–",
      difference ?? problem ?? "–",
    ]),
  ]);
}
