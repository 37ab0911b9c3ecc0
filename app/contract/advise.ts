import type { TextView } from "./basics.ts";

/** Who bears a change. */
export type BearerView = "residents" | "buyers" | "users" | "operator" | "budget" | "lenders" | "suppliers" | "project";

type EndView = "bound" | "plausible" | "search" | "reach" | "asked" | "rule" | "cap";
type KindView = "number" | "month" | "rate" | "factor";

/** One input changed: literals as documents write them, of a profile a factor; `value` is what a scenario sets at the path. */
export interface ChangeView {
  readonly path: string;
  readonly component: string;
  readonly label: TextView;
  readonly unit: string;
  readonly kind: KindView;
  readonly now: string;
  readonly to: string;
  readonly value: unknown;
  readonly bearer: BearerView;
  readonly pain: number;
  readonly endBy?: EndView;
}

/** Net cash of one side over the whole life before and after: the line and its values. */
export interface ShareView {
  readonly line: string;
  readonly label: TextView;
  readonly bearer: BearerView;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

/** A set of changes that meets every target, proved by the book of record. */
export interface AdvisedPlanView {
  readonly changes: readonly ChangeView[];
  readonly pain: number;
  /** What each target has to spare before and after; null without a value. */
  readonly targets: readonly {
    readonly until: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly change: string | null;
  }[];
  readonly shares: readonly ShareView[];
  /** Papers the targets' money still needs. */
  readonly papers: readonly TextView[];
}

/** Why there is no plan, how near each target comes, and what holds it there. */
export interface NoPlanView {
  readonly why: "no_lever" | "out_of_reach" | "together" | "objections";
  readonly targets: readonly {
    readonly until: string;
    readonly now: number | null;
    readonly alone: number | null;
    readonly together: number | null;
  }[];
  readonly binding: readonly {
    readonly path: string;
    readonly label: TextView;
    readonly unit: string;
    readonly kind: KindView;
    readonly now: string;
    readonly end: string;
    readonly by: EndView;
    readonly cap?: string;
    readonly rule?: TextView;
  }[];
  readonly objections: readonly { readonly path: string; readonly message: TextView }[];
}

/** 顾问: what would make the targets hold, least painful first; or the cheapest mix of money. */
export interface AdviceView {
  readonly version: number;
  readonly scenario: string;
  readonly until: readonly string[];
  readonly message: TextView;
  readonly plans: readonly AdvisedPlanView[];
  /** Lines made as small as can be, with their value in each plan. */
  readonly aims: readonly {
    readonly line: string;
    readonly before: string | null;
    readonly after: readonly (string | null)[];
  }[];
  readonly weights: Readonly<Record<BearerView, number | "no">>;
  readonly levers: number;
  readonly idle: readonly string[];
  /** Inputs left as they are because their source is approved or received, and how many could move, in a sentence. */
  readonly decided: readonly string[];
  readonly scope?: TextView;
  readonly kept: readonly string[];
  readonly refused: readonly { readonly path: string; readonly value: string; readonly message: TextView }[];
  /** Why there are fewer plans than were asked for. */
  readonly fewer?: TextView;
  readonly none?: NoPlanView;
}
