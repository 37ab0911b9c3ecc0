import type { Finding, Reviewed, Severity } from "../findings.ts";
import type { VerdictId } from "../verdicts/index.ts";

interface Mapped {
  readonly id: string;
  readonly verdict: VerdictId;
  readonly severity: Severity;
  readonly clause: string | null;
}

const MAPPED: readonly Mapped[] = [
  { id: "C02", verdict: "B1", severity: "R", clause: null },
  { id: "M40", verdict: "B2", severity: "R", clause: "jinhua-2020/3(3)" },
  { id: "C15", verdict: "B4", severity: "R", clause: null },
];

/** Checks that are one of the tests of balance: areas add up, money balances over the life, cash never runs out. */
export function balanceChecks({ verdicts, document }: Reviewed): readonly Finding[] {
  const packs = document.packs.map(({ id }) => id);
  return MAPPED.flatMap(({ id, verdict: wanted, severity, clause }) => {
    const verdict = verdicts.find((candidate) => candidate.id === wanted);
    if (verdict === undefined) return [];
    const cited = clause !== null && packs.includes(clause.split("/")[0] ?? "") ? clause : null;
    const numbers = verdict.margin === undefined ? {} : { margin: verdict.margin.toFixed(2) };
    const title = verdict.title;
    return [
      {
        id,
        severity,
        pass: verdict.pass,
        clause: cited,
        numbers,
        path: verdict.lines[0] ?? "",
        message: {
          zh: `${title.zh}(${wanted}):${verdict.message.zh}`,
          en: `${title.en} (${wanted}): ${verdict.message.en}`,
        },
      },
    ];
  });
}

/** C18: the benchmark rate is entered with its reason, and several or missing rates of return are said. */
export function benchmark({ document, indicators }: Reviewed): readonly Finding[] {
  const { icProject, icReason } = document.conventions;
  const missing = icProject === undefined || icReason === undefined;
  const firr = indicators.find(({ id }) => id === "firr.project.pretax");
  const note = firr?.value === null ? firr.note : undefined;
  const message = missing
    ? { zh: "未填写基准收益率或其理由", en: "the benchmark rate or its reason is not entered" }
    : {
        zh: `基准收益率 ${icProject},理由:${icReason}${note === undefined ? "" : `;${note.zh}`}`,
        en: `benchmark ${icProject}, reason: ${icReason}${note === undefined ? "" : `; ${note.en}`}`,
      };
  return [
    {
      id: "C18",
      severity: "Q",
      pass: !missing,
      clause: null,
      numbers: icProject === undefined ? {} : { ic: icProject },
      path: "conventions/icProject",
      message,
    },
  ];
}
