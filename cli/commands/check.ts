import type { FindingAnswer } from "../../app/contract.ts";
import { clausesOf } from "../../app/model/clauses.ts";
import { findingsJson } from "../../app/model/findings.ts";
import { reviewOf } from "../../app/model/review.ts";
import { shown } from "../../app/model/shown.ts";
import { trustView } from "../../app/model/trust.ts";
import type { Command } from "../arguments.ts";
import { openPrepared } from "../open.ts";
import { SCENARIO } from "../options.ts";
import { citedText, Exit, printJson, printLine, printProblems, sayProblems } from "../output.ts";
import { printTrust } from "../trust.ts";

const MARK: Readonly<Record<FindingAnswer, string>> = {
  fails: "✗",
  cannot_be_judged: "?",
  does_not_apply: "–",
  holds: "✓",
};

/** Review checks with clause and severity; what stands against the model first. */
export const check: Command = {
  takes: "check FILE [--scenario ID]",
  does: {
    zh: "审查要点:四种答复(✗ 不符、? 无法判断、– 不适用、✓ 符合)、条款、所比较的数",
    en: "review checks: ✗ fails, ? cannot be judged, – does not apply, ✓ holds; clause, and what was compared",
  },
  words: [1, 1],
  options: {
    scenario: SCENARIO,
  },
  examples: ["check plan.json", "check plan.json --scenario high --json"],
  exits: {
    1: { zh: "有 R 级审查意见", en: "a finding of severity R" },
  },
  run: async (args) => {
    const opened = await openPrepared(args.words[0] ?? "", args);
    if (!opened.ok) return printProblems(opened.problems, args.lang);
    const { prepared } = opened.value;
    const { findings, trust } = reviewOf(prepared);
    sayProblems(prepared.problems, args.lang);
    if (args.json) {
      printJson({ findings: findingsJson(findings, prepared, args.lang), trust: trustView(trust, args.lang) });
    } else {
      for (const { answer, severity, id, message, clause, path } of findings) {
        const [cited] = clause === null ? [] : clausesOf(prepared, [clause]);
        const rests = cited === undefined ? "" : `  § ${citedText(cited, args.lang)}`;
        const place = path === "" ? "" : `  → ${path}`;
        printLine(`${MARK[answer.is]} ${severity} ${id}  ${shown(args.lang)(message)}${rests}${place}`);
      }
    }
    if (!args.json) printTrust(trust, prepared.document, args.lang);
    return findings.some((finding) => finding.answer.is === "fails" && finding.severity === "R")
      ? Exit.unmet
      : Exit.done;
  },
};
