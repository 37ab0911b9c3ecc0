import type { ModelDocument } from "../../../models/document/schema.ts";
import { readMonth } from "../../../models/language/calendar.ts";
import { fail, type Problem, type Result, succeed } from "../../../models/wording/problem.ts";
import type { Lang, SimilarTo } from "../../contract.ts";
import { readExample } from "../../files/examples.ts";
import type { ReadOptions } from "../../files/read.ts";
import { appProblem } from "../../problems.ts";
import { similarDocument } from "./similar.ts";

const NAME_MAX = 200;
const HOUSEHOLDS_MAX = 1_000_000;

/** A new model that begins with the components and values of an example. */
export async function similarToExample(
  like: SimilarTo,
  lang: Lang,
  reading: ReadOptions = {},
): Promise<Result<ModelDocument>> {
  const base = await readExample(like.example, reading);
  return base.ok ? similarTo(base.value, like, lang) : base;
}

/** The same of a model that was read. */
export function similarTo(base: ModelDocument, like: Omit<SimilarTo, "example">, lang: Lang): Result<ModelDocument> {
  if (base.members !== undefined) return fail(appProblem("similar.portfolio", "like"));
  if (!(Number(base.project.households ?? "0") > 0)) return fail(appProblem("similar.no_households", "like"));
  const wrong = faultsIn(like);
  if (wrong.length > 0) return fail(...wrong);
  const { name } = base.project;
  const source = lang === "zh" ? `取自“${name}”` : `from “${name}”`;
  return succeed(similarDocument(base, { ...like, name: like.name.trim(), source }));
}

function faultsIn({ name, households, start }: Omit<SimilarTo, "example">): readonly Problem[] {
  const wrong: Problem[] = [];
  if (name.trim() === "" || name.length > NAME_MAX) wrong.push(appProblem("similar.name", "name"));
  if (!/^\d{1,7}$/.test(households) || Number(households) < 1 || Number(households) > HOUSEHOLDS_MAX)
    wrong.push(appProblem("similar.households", "households", households));
  if (readMonth(start) === undefined) wrong.push(appProblem("similar.start", "start", start));
  return wrong;
}
