import { STEP_MONTHS } from "../language/timeline.ts";
import { loadPacks } from "../policy/load.ts";
import type { Forms } from "../terms/inputs.ts";
import { documentProblem, mergeProblems, suggestion } from "../wording/document.ts";
import { fail, type Problem, type Result, succeed } from "../wording/problem.ts";
import { readComponent } from "./component.ts";
import type { InputContext } from "./inputState.ts";
import { structureProblems } from "./issues.ts";
import { readJson } from "./json.ts";
import { checkLimits } from "./limits.ts";
import { knownKeys } from "./location.ts";
import { phaseProblem } from "./phases.ts";
import { portfolioProblems } from "./portfolio/check.ts";
import { readEmbedded } from "./portfolio/embedded.ts";
import { openPortfolio } from "./portfolio/schema.ts";
import { recordProblems } from "./recordProblems.ts";
import { REVIEW_KEYS } from "./review/schema.ts";
import { scenarioProblems } from "./scenario.ts";
import { documentSchema, HORIZON_MONTHS_MAX, type MemberSpec, type ModelDocument } from "./schema.ts";
import { textOf } from "./schemaParts.ts";
import { tenderProblems } from "./tender/check.ts";
import { uncertaintyProblems } from "./uncertainty.ts";

export const FORMAT = "pingheng/model";
export const VERSION = 1;

export interface ParsedDocument {
  readonly document: ModelDocument;
  /** Values that are missing or impossible. The model opens all the same and shows what does not rest on them. */
  readonly problems: readonly Problem[];
}

/** Reads the text of a `.json` model file. */
export function parseJsonText(text: string, registry: Forms): Result<ParsedDocument> {
  const json = readJson(text);
  return json.ok ? parseDocument(json.value, registry) : json;
}

/** Checks anything that claims to be a model document. Fails only when its shape cannot be relied on. */
export function parseDocument(input: unknown, registry: Forms): Result<ParsedDocument> {
  const structure = parseStructure(input);
  if (!structure.ok) return structure;
  return succeed({ document: structure.value, problems: valueProblems(structure.value, registry) });
}

/** The shape alone, without mechanisms: enough to list, compare and store documents. */
export function parseStructure(input: unknown): Result<ModelDocument> {
  const limit = checkLimits(input);
  if (limit !== undefined) return fail(limit);
  const foreign = checkFormat(input);
  if (foreign !== undefined) return fail(foreign);
  const parsed = documentSchema.safeParse(input);
  if (!parsed.success) return fail(...structureProblems(input, parsed.error.issues, knownKeys));
  const document: ModelDocument = parsed.data;
  const problems = [
    ...duplicateIds(document),
    ...horizon(document),
    ...portfolioProblems(document),
    ...tenderProblems(document),
  ];
  if (problems.length > 0) return fail(...problems);
  return document.members === undefined ? succeed(document) : withMembers(document, document.members, input);
}

/** A portfolio with its members' documents read; one that was read before is the same object again. */
function withMembers(
  document: ModelDocument,
  members: NonNullable<ModelDocument["members"]>,
  input: unknown,
): Result<ModelDocument> {
  const given = (input as { readonly members: readonly { readonly document?: object }[] }).members;
  const read = members.map((member, index) => {
    const json = given[index]?.document;
    return json === undefined ? succeed(member) : withDocument(member, readEmbedded(json, member.id, parseStructure));
  });
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return fail(...problems);
  const portfolio = document.portfolio ?? openPortfolio();
  return succeed({ ...document, members: read.flatMap((one) => (one.ok ? [one.value] : [])), portfolio });
}

function withDocument(member: MemberSpec, read: Result<ModelDocument>): Result<MemberSpec> {
  return read.ok
    ? succeed({ ...member, document: read.value as unknown as NonNullable<MemberSpec["document"]> })
    : read;
}

function checkFormat(input: unknown): Problem | undefined {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    return documentProblem("document.not_a_document", "", {});
  const { format, version } = input as Record<string, unknown>;
  if (format === undefined) return documentProblem("document.not_a_document", "format", {});
  if (format !== FORMAT) return documentProblem("document.format_foreign", "format", { found: JSON.stringify(format) });
  if (version === VERSION) return undefined;
  const args = { found: JSON.stringify(version) ?? "", known: VERSION };
  const newer = typeof version === "number" && Number.isInteger(version) && version > VERSION;
  return documentProblem(newer ? "document.version_future" : "document.version_unknown", "version", args);
}

function duplicateIds(document: ModelDocument): readonly Problem[] {
  const lists = {
    plots: document.plots,
    "timeline/phases": document.timeline.phases,
    packs: document.packs,
    parties: document.parties,
    components: document.components,
    customLines: document.customLines,
    scenarios: document.scenarios,
    records: document.records,
    members: document.members ?? [],
    "portfolio/transfers": document.portfolio?.transfers ?? [],
    "portfolio/sharedCosts": document.portfolio?.sharedCosts ?? [],
    "portfolio/budgets": document.portfolio?.budgets ?? [],
    "portfolio/targets": document.portfolio?.targets ?? [],
    ...Object.fromEntries(
      (document.portfolio?.sharedCosts ?? []).map(({ id, shares }) => [`portfolio/sharedCosts/${id}/shares`, shares]),
    ),
    uncertainty: document.uncertainty,
    "actuals/reports": document.actuals?.reports ?? [],
    ...Object.fromEntries(REVIEW_KEYS.map((key) => [key, document[key] ?? []])),
  };
  return Object.entries(lists).flatMap(([path, list]) => {
    const seen = new Set<string>();
    return list.flatMap(({ id }) => {
      if (seen.has(id)) return [documentProblem("document.duplicate_id", `${path}/${id}`, { id })];
      seen.add(id);
      return [];
    });
  });
}

function horizon({ timeline }: ModelDocument): readonly Problem[] {
  const months = timeline.periods * STEP_MONTHS[timeline.step];
  if (months <= HORIZON_MONTHS_MAX) return [];
  return [documentProblem("document.horizon_too_long", "timeline/periods", { months, limit: HORIZON_MONTHS_MAX })];
}

/** Everything that makes single values unusable without making the document unreadable. */
export function valueProblems(document: ModelDocument, registry: Forms): readonly Problem[] {
  return [...readingProblems(document, registry), ...mergeProblems(scenarioProblems(document, registry))];
}

/** The same of the document itself, its scenarios left aside. */
export function readingProblems(document: ModelDocument, registry: Forms): readonly Problem[] {
  const packs = loadPacks(document);
  const context: InputContext = { document, packs };
  const components = document.components.flatMap((component) => {
    const mechanism = registry.get(component.mechanism);
    if (mechanism !== undefined) return readComponent(component, mechanism, context).problems;
    const path = `components/${component.id}/mechanism`;
    return [
      documentProblem("document.mechanism_unknown", path, {
        mechanism: component.mechanism,
        input: textOf(component.label ?? component.id),
        suggestion: suggestion(component.mechanism, registry.keys()),
      }),
    ];
  });
  return [
    ...packs.problems,
    ...phaseProblems(document),
    ...components,
    ...recordProblems(document),
    ...uncertaintyProblems(document),
  ];
}

function phaseProblems({ timeline: { phases } }: ModelDocument): readonly Problem[] {
  return phases.flatMap((phase) => phaseProblem(phase, phases) ?? []);
}
