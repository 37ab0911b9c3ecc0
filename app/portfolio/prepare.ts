import {
  memberDocument,
  type PortfolioQuestion,
  type PreparedPortfolio,
  preparePortfolio,
} from "../../models/analysis/portfolio/portfolio.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { BASE_SCENARIO, resolveScenario } from "../../models/document/scenario.ts";
import { BASE_TITLE } from "../../models/document/scenarioTitle.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { shiftProject } from "../../models/document/shift.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { suggestion } from "../../models/wording/document.ts";
import { portfolioProblem } from "../../models/wording/portfolio.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";

/** A portfolio ready to evaluate, for whoever asks but once. */
export function preparePortfolioOnce(
  document: ModelDocument,
  question: Omit<PortfolioQuestion, "shelf">,
): Result<PreparedPortfolio> {
  return preparePortfolio(document, { ...question, shelf: new GraphShelf(mechanisms) });
}

/** One project of a portfolio as a document of its own, in the scenario and at the start it has there. */
export function memberAlone(
  document: ModelDocument,
  id: string,
  supplied: readonly ModelDocument[],
): Result<ModelDocument> {
  const { members } = document;
  if (members === undefined) return fail(portfolioProblem("not_portfolio", "members"));
  const member = members.find((one) => one.id === id);
  const ids = members.map((one) => one.id);
  if (member === undefined)
    return fail(portfolioProblem("member_unknown", "--member", { member: id, suggestion: suggestion(id, ids) }));
  const own = memberDocument(member, supplied);
  if (!own.ok) return own;
  const resolved = resolveScenario(own.value, member.scenario, mechanisms);
  if (!resolved.ok) return resolved;
  const moved = shiftProject(resolved.value.document, member.startMonths, mechanisms);
  // What the scenario changed is in the document now; its other scenarios were about the dates it had.
  const base = { id: BASE_SCENARIO, label: BASE_TITLE, counts: [...resolved.value.counts], set: {} };
  return succeed({ ...moved, scenarios: [base] });
}
