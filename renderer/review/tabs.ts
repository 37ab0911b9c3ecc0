import { create } from "zustand";

export const REVIEW_TABS = ["findings", "remarks", "audit", "stress", "opinion"] as const;
export type ReviewTab = (typeof REVIEW_TABS)[number];

/** Which part of the review is shown; kept while other pages are looked at. */
export const useReviewTab = create<{ readonly tab: ReviewTab }>()(() => ({ tab: "findings" }));
