import type { IconName } from "../icons/Icon.tsx";
import type { Page } from "./navigation.ts";

export interface PageEntry {
  readonly page: Page;
  readonly icon?: IconName;
  /** List of the document whose length is shown. */
  readonly list?: string;
}

/** The pages of an open model, as the navigation shows them. */
export const pageGroups: readonly {
  readonly title: "results" | "model" | "basis";
  readonly entries: readonly PageEntry[];
}[] = [
  {
    title: "results",
    entries: [
      { page: "board", icon: "board" },
      { page: "statements", icon: "table" },
      { page: "lines", icon: "sheet" },
      { page: "review", icon: "review" },
      { page: "revisions", icon: "history" },
      { page: "actuals", icon: "actuals" },
      { page: "bids", icon: "people", list: "bids" },
      { page: "levers", icon: "target" },
      { page: "advise", icon: "advise" },
      { page: "simulate", icon: "dice", list: "uncertainty" },
      { page: "scenarios", icon: "branch", list: "scenarios" },
    ],
  },
  {
    title: "model",
    entries: [
      { page: "guide", icon: "check" },
      { page: "components", icon: "blocks", list: "components" },
      { page: "customLines", icon: "fx", list: "customLines" },
    ],
  },
  {
    title: "basis",
    entries: [
      { page: "project", icon: "file" },
      { page: "timeline", icon: "time" },
      { page: "parties", icon: "people", list: "parties" },
      { page: "plots", icon: "pin", list: "plots" },
      { page: "records", icon: "stamp", list: "records" },
      { page: "packs", icon: "law", list: "packs" },
      { page: "conventions", icon: "rule" },
    ],
  },
];
