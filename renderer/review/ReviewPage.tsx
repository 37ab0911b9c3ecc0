import { Empty, Input, Segmented } from "antd";
import { useState } from "react";
import type { FindingView, SeverityView } from "../../app/contract.ts";
import { AuditTab } from "../audit/AuditTab.tsx";
import { OpinionTab } from "../audit/OpinionTab.tsx";
import { StressTab } from "../audit/StressTab.tsx";
import { type Translate, useWords } from "../language/i18n.ts";
import { PageFrame } from "../pages/PageFrame.tsx";
import { RemarksTab } from "../remarks/RemarksTab.tsx";
import { useDocument } from "../session/effective.ts";
import { objectsOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { TableTools } from "../tables/TableTools.tsx";
import { FindingRow } from "./FindingRow.tsx";
import { ANSWERS, countOf, SEVERITIES, shownOf, useFilter } from "./filter.ts";
import { REVIEW_TABS, type ReviewTab, useReviewTab } from "./tabs.ts";

/** What was found last in this model and scenario: while it is checked anew, whoever goes along the list keeps their place. */
function useFindings(): { readonly findings: readonly FindingView[] | undefined; readonly isOld: boolean } {
  const found = useSession((state) => state.agreement?.findings);
  const of = useSession(({ session, scenario }) => `${session?.session ?? ""} ${scenario}`);
  const [kept, keep] = useState({ of, found });
  if (kept.of !== of || (found !== undefined && kept.found !== found)) keep({ of, found });
  return { findings: found ?? (kept.of === of ? kept.found : undefined), isOld: found === undefined };
}

/** 审查: every check with what it found, by answer and severity. */
export function ReviewPage() {
  const { t } = useWords();
  const { findings, isOld } = useFindings();
  const tab = useReviewTab((state) => state.tab);
  const failed = useSession((state) => state.boardProblems.length > 0);
  return (
    <PageFrame title={t("page.review")} lead={t("lead.review")} tools={<Tabs />}>
      {tab === "remarks" && <RemarksTab />}
      {tab === "audit" && <AuditTab />}
      {tab === "stress" && <StressTab />}
      {tab === "opinion" && <OpinionTab />}
      {tab !== "findings" ? null : findings === undefined ? (
        <p className="muted" data-review="checking">
          {t(failed ? "board.failed" : "trust.checking")}
        </p>
      ) : (
        <div className={isOld ? "review-list stale" : "review-list"} aria-busy={isOld}>
          <Findings findings={findings} />
        </div>
      )}
    </PageFrame>
  );
}

function Tabs() {
  const { t } = useWords();
  const tab = useReviewTab((state) => state.tab);
  const document = useDocument();
  const lists: Readonly<Partial<Record<ReviewTab, number>>> = {
    remarks: objectsOf(document["remarks"]).length,
    audit: objectsOf(document["audit"]).length,
    stress: objectsOf(document["stress"]).length,
  };
  const label = (word: ReviewTab) => {
    const count = lists[word] ?? 0;
    return count === 0 ? t(`reviewing.${word}`) : `${t(`reviewing.${word}`)} ${count}`;
  };
  return (
    <Segmented<ReviewTab>
      aria-label={t("reviewing.tabs")}
      value={tab}
      options={REVIEW_TABS.map((value) => ({ value, label: label(value) }))}
      onChange={(next) => useReviewTab.setState({ tab: next })}
    />
  );
}

/** What is listed, as a table. */
function findingRows(findings: readonly FindingView[], t: Translate): readonly (readonly string[])[] {
  return [
    [t("review.severity"), t("table.number"), t("review.answer"), t("table.said"), t("table.path")],
    ...findings.map(({ severity, id, answer, message, path }) => [
      `${severity} ${t(`review.severities.${severity}`)}`,
      id,
      t(`review.answers.${answer}`),
      message,
      path,
    ]),
  ];
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
        <>
          <TableTools title={() => t(`review.answers.${answer}`)} rows={() => findingRows(shown, t)} />
          <ul className="findings" data-rove=".finding">
            {shown.map((finding) => (
              <FindingRow key={`${finding.id} ${finding.path} ${finding.message}`} finding={finding} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
