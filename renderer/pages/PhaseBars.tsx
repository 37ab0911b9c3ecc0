import { monthText } from "../forms/months.ts";
import { horizon, placePhases } from "../forms/phases.ts";
import { useWords } from "../language/i18n.ts";
import { useEffective } from "../session/effective.ts";

/** The phases as bars over the timeline. */
export function PhaseBars() {
  const { t, lang } = useWords();
  const document = useEffective();
  const span = horizon(document);
  const phases = placePhases(document, lang);
  if (!span || phases.length === 0) return null;
  const total = span.until - span.from;
  const share = (months: number) => `${((months / total) * 100).toFixed(2)}%`;
  return (
    <ul className="phase-bars" aria-label={t("setting.phases")}>
      {phases.map((phase) => {
        const from = Math.max(phase.from, span.from);
        const until = Math.min(phase.until, span.until);
        return (
          <li key={phase.id}>
            <span className="phase-name">{phase.label}</span>
            <span className="phase-track">
              {until > from && (
                <span
                  className="phase-bar"
                  style={{ marginInlineStart: share(from - span.from), width: share(until - from) }}
                />
              )}
            </span>
            <span className="phase-span figure">
              {monthText(phase.from)} – {monthText(Math.max(phase.until - 1, phase.from))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
