import type { TextView } from "./basics.ts";

/** 规则手册: what the packs of the model say, and what rests on it. */
export interface RuleBookView {
  readonly packs: readonly RulePackView[];
  /** The book as a page to print and sign: name and bytes. */
  readonly page: { readonly name: string; readonly base64: string };
}

export interface RulePackView {
  readonly id: string;
  readonly version: string;
  readonly title: TextView;
  readonly draft: boolean;
  readonly laws: readonly RuleLawView[];
}

export interface RuleLawView {
  readonly id: string;
  readonly title: TextView;
  /** Number, issuer, dates in one line. */
  readonly about: string;
  readonly clauses: readonly RuleClauseView[];
  readonly parameters: readonly RuleParameterView[];
}

export interface RuleClauseView {
  readonly id: string;
  readonly article: string;
  readonly title: TextView;
  readonly text: TextView;
  readonly hard: boolean;
  readonly certainty?: TextView;
  /** Components of the plan that rest on it, and how many of its lines. */
  readonly components: readonly { readonly id: string; readonly path: string }[];
  readonly lines: number;
  readonly checks: readonly { readonly id: string; readonly title?: TextView; readonly proofs: readonly string[] }[];
  readonly unused: boolean;
}

export interface RuleParameterView {
  readonly id: string;
  readonly label: TextView;
  readonly article: string;
  readonly unit: string;
  readonly values: readonly RuleValueView[];
  /** Which way it binds, and of what standing it is. */
  readonly marks: readonly TextView[];
}

export interface RuleValueView {
  readonly value: string;
  readonly from: string;
  readonly to?: string | undefined;
  readonly source?: string | undefined;
}
