import type { Lang } from "../app/contract.ts";
import { BEARER_LABELS, END_WORDS } from "../app/model/advise.ts";
import type { Advice } from "../models/analysis/advise/advise.ts";
import type { Binding, None } from "../models/analysis/advise/none.ts";
import type { Plan } from "../models/analysis/advise/plan.ts";
import { grouped } from "../models/wording/grouped.ts";
import type { Text } from "../models/wording/text.ts";
import { printLine, printTable } from "./output.ts";

/** The answer with every text in one language. */
export function adviceJson({ message, plans, none, fewer, scope, refused, ...rest }: Advice, lang: Lang) {
  const said = <T extends { readonly message: Text }>(one: T) => ({ ...one, message: one.message[lang] });
  const labelled = <T extends { readonly label: Text }>(one: T) => ({ ...one, label: one.label[lang] });
  return {
    ...rest,
    message: message[lang],
    plans: plans.map(({ changes, shares, papers, ...plan }) => ({
      ...plan,
      changes: changes.map(labelled),
      shares: shares.map(labelled),
      papers: papers.map((paper) => paper[lang]),
    })),
    refused: refused.map(said),
    fewer: fewer?.[lang] ?? null,
    scope: scope?.[lang] ?? null,
    none:
      none === undefined
        ? null
        : {
            ...none,
            binding: none.binding.map(({ rule, ...one }) => ({ ...labelled(one), rule: rule?.[lang] ?? null })),
            objections: none.objections.map(said),
          },
  };
}

export function printAdvice(advice: Advice, lang: Lang): void {
  const word = (zh: string, en: string): string => ({ zh, en })[lang];
  printLine(advice.message[lang]);
  if (advice.fewer !== undefined) printLine(advice.fewer[lang]);
  if (advice.scope !== undefined) printLine(advice.scope[lang]);
  for (const path of advice.decided) printLine(`  ${path}`);
  for (const [i, plan] of advice.plans.entries()) printPlan(plan, i, advice, lang);
  if (advice.stopped === true)
    printLine(word("时限已到,其余方案未再找", "the time limit was reached: no more were looked for"));
  if (advice.none !== undefined) printNone(advice.none, lang);
  for (const path of advice.idle)
    printLine(word(`所求目标不随 ${path} 变化`, `nothing that is asked for depends on ${path}`));
  for (const { path, value, message } of advice.refused)
    printLine(word(`${path} 只用到 ${value}:${message.zh}`, `${path} only to ${value}: ${message.en}`));
  const weights = Object.entries(advice.weights).map(([side, weight]) => `${side}=${weight}`);
  printLine(
    word(
      `权重(本工具的默认值或所给,不是政策):${weights.join(" ")}`,
      `weights (defaults of this tool or as given, no policy): ${weights.join(" ")}`,
    ),
  );
}

function printPlan({ changes, pain, targets, shares, papers }: Plan, i: number, { aims }: Advice, lang: Lang): void {
  const word = (zh: string, en: string): string => ({ zh, en })[lang];
  printLine();
  printLine(word(`方案 ${i + 1},代价 ${shown(pain)}`, `Plan ${i + 1}, pain ${shown(pain)}`));
  printTable(
    changes.map(({ path, now, to, bearer, pain: own, endBy }) => [
      `  ${path}`,
      `${now} → ${to}`,
      BEARER_LABELS[bearer][lang],
      shown(own),
      endBy === undefined ? "" : END_WORDS[endBy][lang],
    ]),
  );
  printTable([
    ["", word("调整前", "before"), word("调整后", "after"), word("增减", "change")],
    ...targets.map(({ until, ...values }) => [`  ${until}`, ...beside(values)]),
    ...aims.map(({ line, before, after }) => [`  ${line}`, ...beside({ before, after: after[i] ?? null })]),
    ...shares.map(({ label, before, after, change }) => [
      `  ${label[lang]} ${word("净现金(元)", "net cash (CNY)")}`,
      ...beside({ before, after, change }),
    ]),
  ]);
  for (const paper of papers) printLine(`  ${word("尚待文件:", "still on no paper: ")}${paper[lang]}`);
}

const shown = (value: number): string => String(Number(value.toPrecision(4)));
const amount = (text: string | null): string =>
  text === null ? "–" : grouped(String(Number(Number(text).toFixed(2))));

interface Beside {
  readonly before: string | null;
  readonly after: string | null;
  readonly change?: string | null;
}

const beside = ({ before, after, change }: Beside): readonly string[] => [
  amount(before),
  amount(after),
  ...(change === undefined ? [] : [amount(change)]),
];

function printNone({ targets, binding, objections }: None, lang: Lang): void {
  const word = (zh: string, en: string): string => ({ zh, en })[lang];
  const told = (value: number | null): string => amount(value === null ? null : String(value));
  printTable([
    [
      "",
      word("余量:现在", "to spare: now"),
      word("单独最多", "at most alone"),
      word("合计最接近时", "nearest together"),
    ],
    ...targets.map(({ until, now, alone, together }) => [`  ${until}`, told(now), told(alone), told(together)]),
  ]);
  for (const one of binding) printLine(`  ${one.path} ${one.now} → ${one.end}:${reason(one, lang)}`);
  for (const { message } of objections) printLine(`  ${message[lang]}`);
}

const reason = ({ by, cap, rule }: Binding, lang: Lang): string =>
  [END_WORDS[by][lang], cap, rule?.[lang]].filter((part) => part !== undefined).join(" ");
