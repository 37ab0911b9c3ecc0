import { Empty, Input, Segmented } from "antd";
import type { FindingView, SeverityView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { PageFrame } from "../pages/PageFrame.tsx";
import { useSession } from "../session/store.ts";
import { FindingRow } from "./FindingRow.tsx";
import { countOf, OUTCOMES, SEVERITIES, shownOf, useFilter } from "./filter.ts";

/** 审查: every check with what it found, by outcome and severity. */
export function ReviewPage() {
  const { t } = useWords();
  const findings = useSession((state) => state.agreement?.findings);
  const failed = useSession((state) => state.boardProblems.length > 0);
  return (
    <PageFrame title={t("page.review")} lead={t("lead.review")}>
      {findings === undefined ? (
        <p className="muted" data-review="checking">
          {t(failed ? "board.failed" : "trust.checking")}
        </p>
      ) : (
        <Findings findings={findings} />
      )}
    </PageFrame>
  );
}

function Findings({ findings }: { readonly findings: readonly FindingView[] }) {
  const { t } = useWords();
  const filter = useFilter();
  const { outcome, severity, search } = filter;
  const shown = shownOf(findings, filter);
  const isWhole = outcome === "fails" && countOf(findings, "fails") === 0;
  const nothing = isWhole ? t("review.noneFails", { count: countOf(findings, "undecided") }) : t("review.none");
  return (
    <>
      <div className="review-tools">
        <Segmented
          aria-label={t("review.outcome")}
          value={outcome}
          options={OUTCOMES.map((word) => ({
            value: word,
            label: `${t(`review.outcomes.${word}`)} ${countOf(findings, word)}`,
          }))}
          onChange={(next) => useFilter.setState({ outcome: next })}
        />
        <Segmented<SeverityView | "all">
          aria-label={t("review.severity")}
          value={severity ?? "all"}
          options={[
            { value: "all", label: t("review.all") },
            ...SEVERITIES.map((word) => ({
              value: word,
              label: `${t(`review.severities.${word}`)} ${word} ${countOf(findings, outcome, word)}`,
            })),
          ]}
          onChange={(next) => useFilter.setState({ severity: next === "all" ? undefined : next })}
        />
        <Input.Search
          allowClear
          aria-label={t("review.search")}
          placeholder={t("review.search")}
          value={search}
          onChange={(event) => useFilter.setState({ search: event.target.value })}
        />
      </div>
      {shown.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={nothing} />
      ) : (
        <ul className="findings">
          {shown.map((finding) => (
            <FindingRow key={`${finding.id} ${finding.path} ${finding.message}`} finding={finding} />
          ))}
        </ul>
      )}
    </>
  );
}
