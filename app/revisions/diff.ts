import type { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { BridgeView, PlanView } from "../contract.ts";
import { compareFilesOnce } from "../model/compare.ts";
import type { CompareQuestion } from "../scenarios/compare.ts";
import { changesBetween, type DocumentChange } from "./changes.ts";

/** One state of a model, under a name. */
export interface NamedState {
  readonly name: string;
  readonly document: ModelDocument;
}

/** Two states of a model: what changed, what it did to every verdict and indicator of the base scenario, and why. */
export interface RevisionDiff {
  readonly changes: readonly DocumentChange[];
  readonly before: PlanView;
  readonly after: PlanView;
  /** Of the figures asked for, taken apart change by change. */
  readonly bridges: readonly BridgeView[];
  readonly problems: readonly { readonly code: string; readonly path: string; readonly message: string }[];
}

export function diffOf(
  before: NamedState,
  after: NamedState,
  question: CompareQuestion,
  shelf?: GraphShelf,
): Result<RevisionDiff> {
  const compared = compareFilesOnce([before, after], question, shelf);
  if (!compared.ok) return compared;
  const [own, other] = compared.value.plans as readonly [PlanView, PlanView];
  const { bridges, problems } = compared.value;
  return succeed({
    changes: changesBetween(before.document, after.document),
    before: own,
    after: other,
    bridges,
    problems,
  });
}
