import { useWords } from "../language/i18n.ts";
import { countOf, SEVERITIES, showFindings } from "../review/filter.ts";
import { useSession } from "../session/store.ts";
import { Panel } from "./Panel.tsx";

/** How much stands against the plan, by severity; each number opens its findings. */
export function ReviewPanel() {
  const { t } = useWords();
  const findings = useSession((state) => state.agreement?.findings);
  const failed = useSession((state) => state.boardProblems.length > 0);
  if (failed) return null;
  return (
    <Panel title={t("page.review")} className="review">
      {findings === undefined ? (
        <p className="muted">{t("trust.checking")}</p>
      ) : (
        <div className="review-counts">
          {SEVERITIES.map((severity) => {
            const count = countOf(findings, "fails", severity);
            return (
              <button
                key={severity}
                type="button"
                className={count > 0 ? `review-count found ${severity}` : "review-count"}
                data-severity={severity}
                title={t("review.show", { severity: t(`review.severities.${severity}`) })}
                onClick={() => showFindings(severity)}
              >
                <strong>{count}</strong> {t(`review.severities.${severity}`)} {severity}
              </button>
            );
          })}
        </div>
      )}
    </Panel>
  );
}
