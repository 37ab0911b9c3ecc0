import { Empty, Input, Segmented } from "antd";
import type { FindingView, SeverityView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { PageFrame } from "../pages/PageFrame.tsx";
import { useSession } from "../session/store.ts";
import { FindingRow } from "./FindingRow.tsx";
import { ANSWERS, countOf, SEVERITIES, shownOf, useFilter } from "./filter.ts";

/** 审查: every check with what it found, by answer and severity. */
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
  const { answer, severity, search } = filter;
  const shown = shownOf(findings, filter);
  const isWhole = answer === "fails" && countOf(findings, "fails") === 0;
  const nothing = isWhole ? t("review.noneFails", { count: countOf(findings, "cannot_be_judged") }) : t("review.none");
  return (
    <>
      <div className="review-tools">
        <Segmented
          aria-label={t("review.answer")}
          value={answer}
          options={ANSWERS.map((word) => ({
            value: word,
            label: `${t(`review.answers.${word}`)} ${countOf(findings, word)}`,
          }))}
          onChange={(next) => useFilter.setState({ answer: next })}
        />
        <Segmented<SeverityView | "all">
          aria-label={t("review.severity")}
          value={severity ?? "all"}
          options={[
            { value: "all", label: t("review.all") },
            ...SEVERITIES.map((word) => ({
              value: word,
              label: `${t(`review.severities.${word}`)} ${word} ${countOf(findings, answer, word)}`,
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
