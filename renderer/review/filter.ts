import { create } from "zustand";
import type { FindingAnswer, FindingView, SeverityView } from "../../app/contract.ts";
import { goTo } from "../shell/navigation.ts";
import { useReviewTab } from "./tabs.ts";

export const SEVERITIES: readonly SeverityView[] = ["R", "Q", "N"];
export const ANSWERS: readonly FindingAnswer[] = ["fails", "cannot_be_judged", "does_not_apply", "holds"];

interface Filter {
  readonly answer: FindingAnswer;
  /** All of them if absent. */
  readonly severity: SeverityView | undefined;
  readonly search: string;
}

/** Which findings the page of the review shows; kept while other pages are looked at. */
export const useFilter = create<Filter>()(() => ({ answer: "fails", severity: undefined, search: "" }));

/** Shows what stands against the plan, of one severity or all. */
export function showFindings(severity?: SeverityView): void {
  useFilter.setState({ answer: "fails", severity, search: "" });
  useReviewTab.setState({ tab: "findings" });
  goTo({ page: "review" });
}

export function countOf(findings: readonly FindingView[], answer: FindingAnswer, severity?: SeverityView): number {
  return findings.filter((one) => one.answer === answer && (severity === undefined || one.severity === severity))
    .length;
}

/** Findings that meet the filter; the search looks at everything that is shown of them. */
export function shownOf(
  findings: readonly FindingView[],
  { answer, severity, search }: Filter,
): readonly FindingView[] {
  const words = search.trim().toLowerCase().split(/\s+/u);
  return findings.filter((one) => {
    if (one.answer !== answer || (severity !== undefined && one.severity !== severity)) return false;
    const said = [
      one.id,
      one.message,
      one.place,
      one.clause?.title.zh,
      one.clause?.title.en,
      one.opinion,
      ...one.compared.flatMap(({ what, place }) => [what, place]),
    ]
      .join(" ")
      .toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
