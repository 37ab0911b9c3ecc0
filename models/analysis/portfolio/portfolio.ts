import { bindingsOf } from "../../compile/bind.ts";
import type { InputLine } from "../../compile/context.ts";
import { clockLines } from "../../compile/expand/clock.ts";
import type { EngineName, Prepared } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import { documentHash } from "../../document/portfolio/embedded.ts";
import { openPortfolio } from "../../document/portfolio/schema.ts";
import { BASE_SCENARIO } from "../../document/scenario.ts";
import type { MemberSpec, ModelDocument, PortfolioSpec } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import { compileKernel, type Kernel } from "../../engines/index.ts";
import { buildGraph } from "../../language/build.ts";
import { readMonth, yearOf } from "../../language/calendar.ts";
import type { LineDecl } from "../../language/line.ts";
import { buildTimeline, STEP_MONTHS, type Timeline } from "../../language/timeline.ts";
import { frameOf } from "../../results/frame.ts";
import { conventionsOf } from "../../terms/conventions.ts";
import { mergeProblems } from "../../wording/document.ts";
import { portfolioProblem } from "../../wording/portfolio.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import { memberInputs, portfolioInputs, type ReadMember } from "./inputs.ts";
import { ownLines, pooledLines } from "./lines/flows.ts";
import { poolingLines } from "./lines/pool.ts";
import { budgetLines, countLines, sharedLines } from "./lines/public.ts";
import { allTransferLines, positionLines } from "./lines/transfers.ts";
import { atMember, memberYears } from "./member.ts";
import { eachOnce } from "./once.ts";

export interface PortfolioQuestion {
  /** Engine the members are computed with; the lines of the portfolio itself are computed by whoever asks. */
  readonly engine: EngineName;
  readonly shelf: GraphShelf;
  /** Documents of members known by hash. */
  readonly supplied?: readonly ModelDocument[] | undefined;
  /** Starts to try instead of those of the document, by member. */
  readonly starts?: ReadonlyMap<string, number> | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly shouldStop?: (() => boolean) | undefined;
}

/** A portfolio ready to evaluate: a graph whose inputs are the yearly lines of its members. */
export interface PreparedPortfolio extends Prepared {
  readonly spec: PortfolioSpec;
  readonly members: readonly ReadMember[];
}

/** Computes the members and writes the portfolio out as lines. Fails only for a document that has no members. */
export function preparePortfolio(document: ModelDocument, question: PortfolioQuestion): Result<PreparedPortfolio> {
  if (document.members === undefined) return fail(portfolioProblem("not_portfolio", "members"));
  const spec = document.portfolio ?? openPortfolio();
  const total = document.members.length;
  const members = document.members.map((member, index) => {
    const read = readMember(member, question);
    question.onProgress?.(index + 1, total);
    return read;
  });
  return succeed(portfolioOf(document, spec, eachOnce(members)));
}

/** The portfolio of members that are computed already. */
export function portfolioOf(
  document: ModelDocument,
  spec: PortfolioSpec,
  members: readonly ReadMember[],
): PreparedPortfolio {
  const timeline = timelineOf(document, members);
  const frame = frameOf(timeline, conventionsOf({ yearBasis: "calendar" }));
  const inputs: readonly InputLine[] = [
    ...clockLines({ timeline, frame }),
    ...portfolioInputs(spec, timeline),
    ...members.flatMap((member) => memberInputs(member, timeline)),
  ];
  const decls: readonly LineDecl[] = [
    ...inputs.map(({ decl }) => decl),
    ...members.flatMap((member) => [...ownLines(member, spec), ...positionLines(member, spec)]),
    ...sharedLines(members, spec),
    ...pooledLines(spec),
    ...allTransferLines(spec),
    ...poolingLines(members),
    ...budgetLines(members, spec),
    ...countLines(members, spec),
  ];
  const graph = buildGraph(decls, { param: () => undefined });
  const byId = new Map(inputs.map((line) => [line.decl.id, line]));
  const unbound = new Map<number, Problem>();
  const bound = bindingsOf(graph, { timeline, frame }, (id, index) => {
    const found = byId.get(id);
    if (found?.missing !== undefined) unbound.set(index, found.missing);
    return found?.value;
  });
  let kernel: Kernel | undefined;
  return {
    document,
    spec,
    members,
    scenario: BASE_SCENARIO,
    counts: [],
    timeline,
    frame,
    graph,
    bindings: unbound.size === 0 ? bound : { ...bound, unbound },
    problems: mergeProblems(membersFirst([...unbound.values()]), graph.problems),
    kernel: () => {
      kernel ??= compileKernel(graph);
      return kernel;
    },
  };
}

/** A project that cannot be computed matters more than a rate that is not entered. */
function membersFirst(problems: readonly Problem[]): readonly Problem[] {
  const isMember = ({ path }: Problem): boolean => path.startsWith("members/");
  return [...problems.filter(isMember), ...problems.filter((problem) => !isMember(problem))];
}

/** The calendar years of the portfolio's own timeline, lengthened to where its members begin and end: nothing falls outside. */
function timelineOf({ timeline }: ModelDocument, members: readonly ReadMember[]): Timeline {
  const start = readMonth(timeline.start) ?? 0;
  const end = start + timeline.periods * STEP_MONTHS[timeline.step] - 1;
  const spans = members.flatMap(({ years }) => ("code" in years ? [] : [years]));
  const first = Math.min(
    yearOf(start),
    ...spans.map(({ firstYear, startMonth }) => Math.min(firstYear, yearOf(startMonth))),
  );
  const last = Math.max(yearOf(end), ...spans.map(({ lastYear }) => lastYear));
  return buildTimeline({ start: `${String(first).padStart(4, "0")}-01`, step: "year", periods: last - first + 1 });
}

export function readMember(
  member: MemberSpec,
  { engine, shelf, supplied = [], starts, shouldStop }: PortfolioQuestion,
): ReadMember {
  const document = memberDocument(member, supplied);
  const label = labelOf(member, document.ok ? document.value : undefined);
  const unread = (problems: readonly Problem[]): ReadMember => ({
    id: member.id,
    label,
    spec: member,
    years: atMember(member.id, label, problems),
  });
  if (!document.ok) return unread(document.problems);
  const startMonths = starts?.get(member.id) ?? member.startMonths;
  const years = memberYears({
    document: document.value,
    scenario: member.scenario,
    startMonths,
    engine,
    shelf,
    shouldStop,
  });
  return years.ok
    ? { id: member.id, label, spec: member, document: document.value, years: years.value }
    : unread(years.problems);
}

function labelOf({ id, label }: MemberSpec, document: ModelDocument | undefined): Text {
  return textOf(label ?? document?.project.name ?? id);
}

/** The document of a member: its own, or the supplied one that has its hash. */
export function memberDocument(member: MemberSpec, supplied: readonly ModelDocument[]): Result<ModelDocument> {
  // Checked when the portfolio was read.
  if (member.document !== undefined) return succeed(member.document as unknown as ModelDocument);
  const found = supplied.find((document) => documentHash(document) === member.hash);
  if (found?.members !== undefined)
    return fail(portfolioProblem("nested", `members/${member.id}`, { member: member.id }));
  if (found !== undefined) return succeed(found);
  return fail(
    portfolioProblem("document_wanted", `members/${member.id}/hash`, { member: member.id, hash: member.hash ?? "" }),
  );
}
