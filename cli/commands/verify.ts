import type { Lang, LightView, ResultFaultView } from "../../app/contract.ts";
import { grouped } from "../../app/keys/fingerprint.ts";
import { type Verification, type VerifiedScenario, verifyModel } from "../../app/revisions/verify.ts";
import type { Command } from "../arguments.ts";
import { Exit, printJson, printLine, printProblems, printTable, sayProblems, VERDICT_MARK } from "../output.ts";
import { actLine, sealLine } from "../seals.ts";

const SHOWN_MAX = 20;

/** A revision computed from what its file holds, beside what today's mechanisms give. */
export const verify: Command = {
  takes: "verify FILE [--revision ID] [--against HASH]",
  does: {
    zh: "核验文件:版本链、封存与签名是否完好,保存时的结果能否用文件自带的公式行复算出来,现行算法结果如何",
    en: "is the chain intact, are seals and signatures valid, do the saved results come out again from the file's own lines, and what do today's mechanisms give",
  },
  words: [1, 1],
  job: "file",
  options: {
    revision: {
      zh: "版本的序号或代码,不写为最新版本",
      en: "number or id of a revision; the newest when left out",
    },
    against: {
      zh: "报送文本上印的链末尾(至少前 16 位)",
      en: "end of the chain as printed on what was submitted (16 digits at least)",
    },
  },
  examples: ["verify plan.pingheng", "verify plan.pingheng --against '3f0a 91c2 …'"],
  exits: {
    1: {
      zh: "结果不能复算、不是本程序所写或与现行算法不同,签名无效,或链中没有所给的链末尾",
      en: "results do not come out again, are not this program's or differ today, a signature is invalid, or the hash is not in the chain",
    },
  },
  run: async (args) => {
    const verified = await verifyModel(args.words[0] ?? "", {
      revision: args.option("revision"),
      against: args.option("against"),
      unlock: args.passphrases?.unlock,
    });
    if (!verified.ok) return printProblems(verified.problems, args.lang);
    if (args.json) printJson(verifyJson(verified.value, args.lang));
    else print(verified.value, args.lang);
    return isSound(verified.value) ? Exit.done : Exit.unmet;
  },
};

/** Nothing in it asks for a second look. */
function isSound({ cannot, scenarios, seals, against, reproduction, faults, verdicts = [] }: Verification): boolean {
  const isReproduced = (reproduction?.differing ?? []).length === 0 && faults.length === 0 && verdicts.length === 0;
  const isSigned = seals.every(({ signature }) => signature !== "invalid");
  return cannot === undefined && scenarios.every(isSame) && isReproduced && isSigned && against?.found !== false;
}

const isSame = ({ differences, problems }: VerifiedScenario): boolean =>
  differences.length === 0 && problems.length === 0;

function verifyJson({ cannot, scenarios, against, reproduction, ...head }: Verification, lang: Lang) {
  return {
    ...head,
    against: against ?? null,
    reproduction: reproduction ?? null,
    cannot: cannot === undefined ? null : { code: cannot.code, message: cannot.message[lang] },
    scenarios: scenarios.map(({ id, lines, differences, problems }) => ({
      id,
      lines,
      differences: differences.map(({ label, ...difference }) => ({ ...difference, label: label[lang] })),
      problems: problems.map(({ code, path, message }) => ({ code, path, message: message[lang] })),
    })),
  };
}

const HISTORY = {
  chain: {
    zh: (revisions: number, entries: number) => `版本链完好:${revisions} 个版本,${entries} 条记录,末尾`,
    en: (revisions: number, entries: number) => `chain intact: ${revisions} revisions, ${entries} entries, ending`,
  },
  unsigned: {
    zh: "没有有效签名:整个文件可以被重新编造而不被发现,请与报送文本上印的链末尾核对(--against)",
    en: "no valid signature: the whole file could be made up anew without a trace; compare the end of the chain with the one printed on what was submitted (--against)",
  },
  since: {
    zh: (revisions: number, entries: number) =>
      `最后一个有效签名之后又有 ${revisions} 个版本、${entries} 条记录,它们没有签名,可以被重新编造`,
    en: (revisions: number, entries: number) =>
      `since the last valid signature there are ${revisions} revisions and ${entries} entries, which are unsigned and could be made up anew`,
  },
  draft: {
    zh: (author: string, at: string) => `文件里另有 ${author} 于 ${at} 的未保存草稿,不在版本链内,未经核验`,
    en: (author: string, at: string) =>
      `the file also holds an unsaved draft by ${author} of ${at}, which is not in the chain and is not proven`,
  },
  undo: {
    zh: (count: number) => `文件里另有 ${count} 步可撤销或可重做的操作,不在版本链内,未经核验`,
    en: (count: number) =>
      `the file also keeps ${count} steps that could be undone or done again, which are not in the chain and are not proven`,
  },
  found: {
    zh: (since: number) => (since === 0 ? "与所给的链末尾一致" : `所给的链末尾在链中,其后又有 ${since} 条记录`),
    en: (since: number) =>
      since === 0 ? "ends as the hash given says" : `the hash given is in the chain; ${since} entries were added since`,
  },
  notFound: {
    zh: "链中没有所给的链末尾:不是报送的那个文件",
    en: "the hash given is not in the chain: this is not the file that was submitted",
  },
  reproduced: {
    zh: (figures: number) => `保存时的 ${figures} 个结果全部复算一致`,
    en: (figures: number) => `all ${figures} results saved with it come out again`,
  },
  differs: {
    zh: (count: number) => `保存时的结果有 ${count} 个复算不出(所存 → 复算)`,
    en: (count: number) => `${count} of the results saved with it do not come out again (saved → computed)`,
  },
  noResults: { zh: "该版本没有保存结果,无从复核", en: "the revision keeps no results to compare with" },
  lights: {
    zh: "所存结论与现行算法不同(所存 → 现行,* 为附条件,括号内为条件数)",
    en: "lights that today's mechanisms give otherwise (saved → today, * under conditions, so many in brackets)",
  },
  noLight: { zh: "无", en: "none" },
} as const;

const FAULTS: Readonly<Record<ResultFaultView, { readonly zh: string; readonly en: string }>> = {
  strange: {
    zh: "保存的结果不是本程序所写,不作数",
    en: "the results saved with it are not what this program writes, and count for nothing",
  },
  unproven: {
    zh: "保存的结果无从复算:文件没有它们所依据的公式行",
    en: "the results saved with it cannot be computed again: the file has no lines they rest on",
  },
  no_figures: {
    zh: "保存的结果里没有一个数:不是本程序所写,不能证明什么",
    en: "the results saved with it hold no figure: this program does not write such, and they prove nothing",
  },
  no_verdicts: {
    zh: "保存的结果里没有一个结论:不是本程序所写",
    en: "the results saved with it hold no verdict: this program does not write such",
  },
  no_packs: {
    zh: "保存的结果没有写明所依据的政策参数包",
    en: "the results saved with it do not say on which rule packs they rest",
  },
  other_packs: {
    zh: "保存的结果所写的政策参数包与文档不同:不是本程序所写",
    en: "the results saved with it name other rule packs than the document: this program does not write such",
  },
};

function printHistory({ chain, acts, seals, unsigned, draft, undo, against }: Verification, lang: Lang): void {
  printLine(`${HISTORY.chain[lang](chain.revisions, chain.entries)} ${grouped(chain.hash)}`);
  for (const act of acts) printLine(`${act.revision} ${actLine(act, lang)}`);
  for (const seal of seals) printLine(`${seal.revision} ${sealLine(seal, lang)}`);
  if (against !== undefined) printLine(against.found ? HISTORY.found[lang](against.since) : HISTORY.notFound[lang]);
  else if (seals.every(({ signature }) => signature !== "valid")) printLine(HISTORY.unsigned[lang]);
  else if (unsigned !== undefined) printLine(HISTORY.since[lang](unsigned.revisions, unsigned.entries));
  if (draft !== undefined) printLine(HISTORY.draft[lang](draft.author, draft.at));
  if (undo !== undefined) printLine(HISTORY.undo[lang](undo));
}

function printResults({ reproduction, faults, verdicts = [] }: Verification, lang: Lang): void {
  const { figures, differing } = reproduction ?? { figures: 0, differing: [] };
  if (reproduction === undefined && faults.length === 0) printLine(HISTORY.noResults[lang]);
  for (const fault of faults) printLine(FAULTS[fault][lang]);
  if (figures > 0 && differing.length === 0) printLine(HISTORY.reproduced[lang](figures));
  if (differing.length > 0) printLine(HISTORY.differs[lang](differing.length));
  printTable(
    differing.slice(0, SHOWN_MAX).map(({ line, stored, computed }) => ["", line, stored ?? "–", computed ?? "–"]),
  );
  if (verdicts.length === 0) return;
  const mark = (light: LightView | null) => (light === null ? HISTORY.noLight[lang] : markOf(light));
  printLine(HISTORY.lights[lang]);
  printTable(verdicts.map(({ id, stored, today }) => ["", id, mark(stored), "→", mark(today)]));
}

/** A light that stands under conditions is marked as such, with how many they are. */
const markOf = ({ pass, conditions }: LightView): string =>
  `${VERDICT_MARK[`${pass}`]}${conditions > 0 ? `* (${conditions})` : ""}`;

const WORDS = {
  own: {
    zh: (lines: number) => `用文件自带的 ${lines} 行公式核算,现行算法结果一致`,
    en: (lines: number) => `recomputed from the ${lines} lines of the file; today's mechanisms agree`,
  },
  differ: {
    zh: (lines: number, count: number) => `用文件自带的 ${lines} 行公式核算,现行算法有 ${count} 行不同(原值 → 现值)`,
    en: (lines: number, count: number) =>
      `recomputed from the ${lines} lines of the file; today's mechanisms differ in ${count} (stored → today)`,
  },
} as const;

function print(verification: Verification, lang: Lang): void {
  const { revision, createdAt, cannot, scenarios } = verification;
  printLine(`${revision} · ${createdAt}`);
  printHistory(verification, lang);
  printResults(verification, lang);
  if (cannot !== undefined) printLine(`${cannot.message[lang]}${cannot.hint?.[lang] ?? ""}`);
  for (const { id, lines, differences, problems } of scenarios) {
    const said = differences.length === 0 ? WORDS.own[lang](lines) : WORDS.differ[lang](lines, differences.length);
    printLine(`${id}: ${said}`);
    printTable(
      differences
        .slice(0, SHOWN_MAX)
        .map(({ line, label, period, before, after, only }) => [
          "",
          line,
          label[lang],
          period,
          only === "after" ? "–" : (before ?? "–"),
          only === "before" ? "–" : (after ?? "–"),
        ]),
    );
    sayProblems(problems, lang);
  }
}
