import type { Trust } from "../../models/checks/trust/index.ts";
import type { Lang } from "../contract.ts";
import { problemViews } from "../wording.ts";
import { decimalText, missingViews, type Results } from "./results.ts";
import { shown } from "./shown.ts";
import { conditionsOf, pointView, trustView } from "./trust.ts";

/** The JSON other programs rely on: values are decimal strings, or null with a note. */
export function evaluateJson(
  { prepared, engine, indicators, verdicts, problems }: Omit<Results, "values">,
  trust: Trust,
  lang: Lang,
  revision: string,
) {
  const { document } = prepared;
  return {
    model: { name: document.project.name, revision },
    scenario: prepared.scenario,
    engine,
    timeline: { start: document.timeline.start, step: document.timeline.step, periods: document.timeline.periods },
    verdicts: verdicts.map((verdict) => ({
      id: verdict.id,
      pass: verdict.pass,
      margin: verdict.margin === undefined ? null : decimalText(verdict.margin, verdict.unit ?? "1"),
      unit: verdict.unit ?? null,
      message: shown(lang)(verdict.message),
      ...(verdict.reason === undefined ? {} : { reason: verdict.reason }),
      ...(verdict.missing === undefined ? {} : { missing: missingViews(verdict.missing, lang) }),
      conditions: conditionsOf(trust, verdict.id).map((point) => pointView(point, lang)),
      firstFailing: verdict.firstFailing ?? null,
      lines: verdict.lines,
    })),
    indicators: Object.fromEntries(
      indicators.map(({ id, value, unit, note }) => [
        id,
        {
          value: value === null ? null : decimalText(value, unit),
          unit,
          ...(note === undefined ? {} : { note: note[lang] }),
        },
      ]),
    ),
    trust: trustView(trust, lang),
    problems: problemViews(problems, lang),
  };
}
