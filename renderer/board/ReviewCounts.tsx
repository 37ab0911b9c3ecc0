import { useWords } from "../language/i18n.ts";
import { countOf, SEVERITIES, showFindings } from "../review/filter.ts";
import { useSession } from "../session/store.ts";

/** How much stands against the plan, by severity; each number opens its findings. */
export function ReviewCounts() {
  const { t } = useWords();
  const findings = useSession((state) => state.agreement?.findings);
  if (findings === undefined) return null;
  return (
    <span className="review-counts">
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
            {t(`review.severities.${severity}`)} {severity} <strong>{count}</strong>
          </button>
        );
      })}
    </span>
  );
}
