import { monthText } from "../forms/months.ts";
import { horizon, placePhases } from "../forms/phases.ts";
import { useWords } from "../language/i18n.ts";
import { barsDrawing } from "../picture/bars.ts";
import { Pictured } from "../picture/Pictured.tsx";
import { measureText } from "../picture/save.ts";
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
  const draw = (colour: (name: string) => string) =>
    barsDrawing(
      phases.map(({ label, from, until }) => ({
        label,
        bars: [
          {
            from: (Math.max(from, span.from) - span.from) / total,
            to: (Math.min(until, span.until) - span.from) / total,
            colour: colour("inflow"),
            before: "",
            after: `${monthText(from)} – ${monthText(Math.max(until - 1, from))}`,
          },
        ],
      })),
      false,
      measureText,
    );
  return (
    <Pictured title={t("setting.phases")} draw={draw}>
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
    </Pictured>
  );
}
