import type { Decimal } from "decimal.js";
import { prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { grouped, SHOWN_PLACES } from "../../models/wording/grouped.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { chinesePunctuation } from "../../models/wording/punctuation.ts";
import type {
  AuditView,
  FindingView,
  Json,
  Lang,
  PlanView,
  RemarkView,
  ReviewStressView,
  SeverityView,
} from "../contract.ts";
import { findingViews } from "../model/findings.ts";
import { type Results, recordResultsOf } from "../model/results.ts";
import { reviewIn, trustIn, trustView } from "../model/trust.ts";
import { type AuditQuestion, auditOf } from "./audit.ts";
import { WORDS } from "./opinionWords.ts";
import { remarkViews } from "./remarks.ts";
import { reviewStressOf } from "./stress.ts";

/** 审核意见 in one language, composed of what the review found, what was remarked and what was audited; what only a person can decide is left blank. */
export function opinionOf(
  document: ModelDocument,
  question: AuditQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<string> {
  const { scenario, lang } = question;
  const prepared = prepareScenario(document, scenario, shelf);
  if (!prepared.ok) return prepared;
  const audit = auditOf(document, question, shelf);
  if (!audit.ok) return audit;
  // What the reviewer chose of the stresses is stated; without a choice none is reckoned.
  const stress =
    (document.stress ?? []).length === 0 ? undefined : reviewStressOf(document, { ...question, keptOnly: true }, shelf);
  if (stress?.ok === false) return stress;
  const results: Results<Decimal> = recordResultsOf(prepared.value);
  const found = reviewIn(results);
  const findings = findingViews(found, prepared.value, lang);
  const conditions = trustView(trustIn(results, found), lang)
    .points.filter(({ grade }) => grade === "condition")
    .map(({ message }) => message);
  const remarks = remarkViews(document, prepared.value, found, lang);
  const parts = [
    headPart(prepared.value.document, lang),
    verdictPart(audit.value, lang),
    listPart("conditions", [...new Set(conditions)], lang),
    ...(["R", "Q", "N"] as const).map((severity) => findingPart(findings, severity, lang)),
    missingPart(findings, lang),
    remarkPart(remarks, lang),
    auditPart(audit.value, lang),
    declaredPart(audit.value, lang),
    stress === undefined ? [] : stressPart(stress.value, lang),
    decisionPart(audit.value, lang),
  ];
  const text = parts
    .flatMap((lines, index) => (lines.length === 0 ? [] : index === 0 ? lines : ["", ...lines]))
    .join("\n");
  return succeed(numbered(text, lang));
}

/** Parts that are there are numbered; those with nothing to say are left out. */
function numbered(text: string, lang: Lang): string {
  let number = 0;
  const signs = WORDS.numbers[lang];
  const said = text.replaceAll("\u0001", () => {
    number += 1;
    return signs[number - 1] ?? `${number}. `;
  });
  return lang === "zh" ? said.split("\n").map(chinesePunctuation).join("\n") : said;
}

const title = (name: keyof typeof WORDS.titles, lang: Lang, count?: number): string =>
  `\u0001${WORDS.titles[name][lang]}${count === undefined ? "" : WORDS.count[lang](count)}`;

function headPart({ project, packs }: ModelDocument, lang: Lang): readonly string[] {
  const { name, documentNumber, author } = project;
  return [
    WORDS.head[lang](name),
    "",
    title("basis", lang),
    WORDS.plan[lang](name, author ?? "", documentNumber ?? ""),
    WORDS.packs[lang](packs.map(({ id, version }) => `${id}@${version}`).join(lang === "zh" ? "、" : ", ")),
  ];
}

function toldVerdict({ pass, margin, unit, conditions }: PlanView["verdicts"][number], lang: Lang): string {
  const is = pass === null ? "none" : pass ? (conditions > 0 ? "conditional" : "pass") : "fail";
  const amount = margin === null ? "" : WORDS.margin[lang](quantity(margin, unit ?? "1", lang));
  return `${WORDS.states[is][lang]}${amount}`;
}

/** Each verdict as submitted and, where something was audited, as audited. */
function verdictPart({ before, after, figures }: Omit<AuditView, "version">, lang: Lang): readonly string[] {
  const told = (verdict: PlanView["verdicts"][number]) => toldVerdict(verdict, lang);
  const isAudited = figures.some(({ stands }) => stands);
  return [
    title("verdicts", lang),
    ...before.verdicts.map((verdict) => {
      const other = after.verdicts.find(({ id }) => id === verdict.id);
      const own = `${verdict.id} ${verdict.title[lang]}${WORDS.colon[lang]}`;
      return isAudited && other !== undefined
        ? `${own}${WORDS.submitted[lang]}${told(verdict)}${WORDS.semicolon[lang]}${WORDS.audited[lang]}${told(other)}`
        : `${own}${told(verdict)}`;
    }),
  ];
}

function listPart(name: keyof typeof WORDS.titles, items: readonly string[], lang: Lang): readonly string[] {
  return items.length === 0 ? [] : [title(name, lang, items.length), ...items.map(item)];
}

const item = (text: string, index: number): string => `${index + 1}. ${text}`;

function findingPart(findings: readonly FindingView[], severity: SeverityView, lang: Lang): readonly string[] {
  const failing = findings.filter((one) => one.answer === "fails" && one.severity === severity);
  return listPart(
    severity,
    failing.map(({ opinion }) => opinion),
    lang,
  );
}

function missingPart(findings: readonly FindingView[], lang: Lang): readonly string[] {
  return listPart(
    "missing",
    findings.filter(({ answer }) => answer === "cannot_be_judged").map(({ message }) => message),
    lang,
  );
}

function remarkPart(remarks: readonly RemarkView[], lang: Lang): readonly string[] {
  const order = ["open", "answered", "accepted"] as const;
  const told = order.flatMap((state) => remarks.filter((one) => one.state === state));
  return listPart(
    "remarks",
    told.map(({ severity, state, place, there, text, replies, author }) => {
      const gone = there === false ? WORDS.gone[lang] : "";
      const answers = replies.map((reply) => WORDS.reply[lang](reply.author, oneLine(reply.text))).join("");
      return (
        WORDS.remark[lang](`${severity} ${WORDS.remarkStates[state][lang]}`, `${place}${gone}`, author, oneLine(text)) +
        answers
      );
    }),
    lang,
  );
}

const oneLine = (text: string): string => text.trim().replaceAll(/\s*\n\s*/g, " ");

function auditPart({ figures, table, problems }: Omit<AuditView, "version">, lang: Lang): readonly string[] {
  if (figures.length === 0) return [];
  const total = table?.rows.at(-1);
  const rows = (table?.rows ?? []).filter(({ before, after, no }) => before !== after && no.includes("."));
  return [
    title("audit", lang, figures.length),
    ...figures.map(({ label, before, after, reason, clause, stands }, index) => {
      const why = reason.trim() === "" ? WORDS.noReason[lang] : oneLine(reason);
      const rests = clause === "" ? "" : WORDS.clause[lang](clause);
      return item(
        `${WORDS.figure[lang](label, shown(before, lang), shown(after, lang), why)}${rests}${stands ? "" : WORDS.left[lang]}`,
        index,
      );
    }),
    ...(total === undefined ? [WORDS.noTable[lang]] : [WORDS.total[lang](total.label, yuan(total, lang))]),
    ...rows.map((row) => WORDS.row[lang](`${row.no} ${row.label}`, yuan(row, lang))),
    ...problems.map(({ message }) => WORDS.problem[lang](message)),
  ];
}

type Amounts = NonNullable<AuditView["table"]>["rows"][number];

const yuan = ({ before, after, increase, decrease }: Amounts, lang: Lang) => ({
  before: quantity(before, "CNY", lang),
  after: quantity(after, "CNY", lang),
  increase: quantity(increase, "CNY", lang),
  decrease: quantity(decrease, "CNY", lang),
});

function declaredPart({ declared }: Omit<AuditView, "version">, lang: Lang): readonly string[] {
  const apart = declared.filter(({ difference }) => difference === null || !/^-?0(\.0*)?$/.test(difference));
  return listPart(
    "declared",
    apart.map(({ label, place, declared: own, computed, difference, unit, problem, source }) => {
      const at = `${label}${place === "" ? "" : ` ${place === "total" ? WORDS.whole[lang] : place}`}${source === "" ? "" : WORDS.source[lang](source)}`;
      if (computed === null || difference === null)
        return WORDS.notComputed[lang](at, quantity(own, unit, lang), problem ?? WORDS.noValue[lang]);
      return WORDS.apart[lang](
        at,
        quantity(own, unit, lang),
        quantity(computed, unit, lang),
        quantity(difference, unit, lang),
      );
    }),
    lang,
  );
}

/** What the audited plan withstands of the stresses the reviewer chose, and of his own values together. */
function stressPart({ rows, left, problems }: Omit<ReviewStressView, "version">, lang: Lang): readonly string[] {
  const chosen = rows.filter(({ kept, kind }) => kept || kind === "together");
  const missing = left.filter(({ kept }) => kept);
  const told = chosen.map(({ label, note, path, value, verdicts, turned }) => {
    const what = path === null ? (note ?? "") : WORDS.stressed[lang](shown(value, lang), oneLine(note ?? ""));
    const turns = verdicts.filter(({ id }) => turned.includes(id));
    const answers = turns.map((one) => `${one.id} ${one.title[lang]}${WORDS.turns[lang](toldVerdict(one, lang))}`);
    return WORDS.stress[lang](
      label,
      what,
      answers.length === 0 ? WORDS.withstands[lang] : answers.join(WORDS.semicolon[lang]),
    );
  });
  const untold = missing.map(({ label, reason }) => WORDS.untried[lang](label, reason));
  const wrong = problems.filter(({ path }) => path.startsWith("stress"));
  return listPart("stress", [...told, ...untold, ...wrong.map(({ message }) => WORDS.problem[lang](message))], lang);
}

/** What nobody but the reviewer can say. */
function decisionPart({ problems }: Omit<AuditView, "version">, lang: Lang): readonly string[] {
  return [title("decision", lang), ...(problems.length > 0 ? [WORDS.unfinished[lang]] : []), ...WORDS.decision[lang]];
}

function quantity(value: string, unit: string, lang: Lang): string {
  // Of a ratio nobody reads ten decimals.
  const told = unit === "1" ? String(Number(Number(value).toFixed(SHOWN_PLACES))) : value;
  const [sign, digits] = told.startsWith("-") ? ["-", told.slice(1)] : ["", told];
  return `${sign}${grouped(digits)}${WORDS.units[lang][unit] ?? (unit === "1" ? "" : ` ${unit}`)}`;
}

function shown(value: Json, lang: Lang): string {
  if (value === null) return WORDS.nothing[lang];
  return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
}
