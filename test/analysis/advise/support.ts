import { readFileSync } from "node:fs";
import { type Advice, adviceFor } from "../../../models/analysis/advise/advise.ts";
import type { AdviceQuestion } from "../../../models/analysis/advise/question.ts";
import { loadSolver } from "../../../models/analysis/solver/solver.ts";
import { GraphShelf } from "../../../models/compile/shelf.ts";
import { parseDocument } from "../../../models/document/parse.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";

export const shelf = new GraphShelf(mechanisms);
export const solver = await loadSolver();

export function parsed(raw: unknown): ModelDocument {
  const read = parseDocument(raw, mechanisms);
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message.en}`).join("\n"));
  return read.value.document;
}

export const read = (url: string): unknown => JSON.parse(readFileSync(new URL(url, import.meta.url), "utf8"));

export const example = (name: string): ModelDocument => parsed(read(`../../../examples/${name}.json`));

export function advised(document: ModelDocument, question: AdviceQuestion): Advice {
  const answer = adviceFor(document, question, shelf, solver);
  if (!answer.ok) throw new Error(answer.problems.map(({ path, message }) => `${path}: ${message.en}`).join("\n"));
  if (answer.value === undefined) throw new Error("nobody stopped it");
  return answer.value;
}

export const problemsOf = (document: ModelDocument, question: AdviceQuestion): readonly string[] => {
  const answer = adviceFor(document, question, shelf, solver);
  return answer.ok ? [] : answer.problems.map(({ code }) => code);
};
