import type { Prepared } from "../../compile/prepare.ts";
import { readPath } from "../../document/path.ts";
import type { Forms } from "../../terms/inputs.ts";
import { suggestion } from "../../wording/document.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import { type LeverInput, leversOf, plain, readLever } from "../levers/lever.ts";
import { type Bearer, bearerOf, DEFAULT_WEIGHTS, isBearer } from "./bearers.ts";
import { type Choice, choiceFor, DECIDED } from "./choices.ts";
import type { AdviceQuestion, Ends } from "./question.ts";

/** Why a lever goes no further: its input's own bound, what is plausible, how far advice reaches, or what the one who asks said. */
export type EndKind = "bound" | "plausible" | "search" | "reach" | "asked";

/** One direction of a lever. */
export interface Way {
  readonly bearer: Bearer;
  /** Pain of a step. */
  readonly weight: number;
  /** Furthest value. */
  readonly end: number;
  readonly endBy: EndKind;
}

/** A lever that advice may turn: what it costs whom, and how far. */
export interface Handle {
  readonly input: LeverInput;
  /** A plausible step, in the input's unit. */
  readonly step: number;
  readonly up?: Way;
  readonly down?: Way;
  /** Named by whoever asks. */
  readonly named: boolean;
}

type Asked = Pick<AdviceQuestion, "weights" | "within" | "funding">;

/** Everything advice may turn in a scenario; fails on a path that is no lever, a weight that is none, ends the wrong way round. */
export function handlesOf(prepared: Prepared, registry: Forms, asked: Asked): Result<readonly Handle[]> {
  const levers = leversOf(prepared, registry);
  const problems = [...weightProblems(asked.weights ?? {}, levers), ...endProblems(asked.within ?? {}, levers)];
  if (problems.length > 0) return fail(...problems);
  return succeed(levers.flatMap((input) => handleOf(input, prepared, asked) ?? []));
}

/** Levers left as they are for the sole reason that their source is approved or received: paths that would be handles if named. */
export function decidedIn(prepared: Prepared, registry: Forms, { weights = {}, within = {}, funding }: Asked) {
  return leversOf(prepared, registry).flatMap((input): readonly string[] => {
    const isNamed = weights[input.path] !== undefined || within[input.path] !== undefined;
    const choice = isNamed || !isDecided(input, prepared) ? undefined : choiceIn(input, prepared);
    return choice === undefined || (funding === true && choice.funding !== true) ? [] : [input.path];
  });
}

function handleOf(
  input: LeverInput,
  prepared: Prepared,
  { weights = {}, within = {}, funding }: Asked,
): Handle | undefined {
  const own = weights[input.path];
  if (own === "no") return undefined;
  const ends = within[input.path];
  const named = own !== undefined || ends !== undefined;
  const choice = choiceIn(input, prepared);
  if (!named && (choice === undefined || isDecided(input, prepared) || (funding === true && choice.funding !== true)))
    return undefined;
  const { now, swing } = input;
  const step = plain(Math.max(swing[1] - now, now - swing[0]));
  const way = (side: "up" | "down"): Way | undefined => {
    const bearer = bearerIn(input, choice, side, prepared);
    const weight = own ?? weights[bearer] ?? DEFAULT_WEIGHTS[bearer];
    if (weight === "no") return undefined;
    const [end, endBy] = endOf(input, side, { choice, named, ends, step, funding: funding === true });
    return side === "up"
      ? end > now
        ? { bearer, weight, end, endBy }
        : undefined
      : end < now
        ? { bearer, weight, end, endBy }
        : undefined;
  };
  const [up, down] = [way("up"), way("down")];
  if (up === undefined && down === undefined) return undefined;
  return { input, step, named, ...(up && { up }), ...(down && { down }) };
}

function choiceIn({ path }: LeverInput, { document }: Prepared): Choice | undefined {
  const id = path.split("/")[1];
  return choiceFor(document.components.find((one) => one.id === id)?.mechanism ?? "", path);
}

/** What its status says is granted already is for nobody to choose. */
function isDecided({ path }: LeverInput, { document }: Prepared): boolean {
  const status = readPath(document, `${path.split("/").slice(0, 3).join("/")}/status`);
  return status.ok && DECIDED.includes(String(status.value));
}

/** Who bears it in one direction: what a side gives less is borne by the project, and the other way round. */
function bearerIn(
  { path }: LeverInput,
  choice: Choice | undefined,
  side: "up" | "down",
  { document }: Prepared,
): Bearer {
  if (choice === undefined) return "project";
  const { bearer, way } = choice;
  if (way === "both" && side === "down" && typeof bearer !== "string" && choice.funding !== true) return "project";
  if (typeof bearer === "string") return bearer;
  const parts = path.split("/");
  const places = [parts.slice(0, -1), parts.slice(0, 3)].map((place) => [...place, bearer.party].join("/"));
  for (const place of places) {
    const read = readPath(document, place);
    const party = read.ok ? document.parties.find(({ id }) => id === read.value) : undefined;
    if (party !== undefined) return bearerOf(party.role);
  }
  return "project";
}

interface Around {
  readonly choice: Choice | undefined;
  readonly named: boolean;
  readonly ends: Ends | undefined;
  readonly step: number;
  readonly funding: boolean;
}

function endOf(
  input: LeverInput,
  side: "up" | "down",
  { choice, named, ends, step, funding }: Around,
): readonly [number, EndKind] {
  const { now, bounds, whole } = input;
  const asked = side === "up" ? ends?.to : ends?.from;
  if (asked !== undefined) return [readLever(input, asked) as number, "asked"];
  const [far, by] = side === "up" ? [bounds.to, bounds.toBy] : [bounds.from, bounds.fromBy];
  if (choice === undefined || named) return [far, by];
  if ((choice.way !== "both" && choice.way !== side) || (funding && choice.free === true && side === "up"))
    return [now, "reach"];
  const reach = now + (side === "up" ? 1 : -1) * choice.reach * step;
  const within = side === "up" ? reach < far : reach > far;
  const end = within ? reach : far;
  return [whole ? Math.trunc(end) : plain(end), within ? "reach" : by];
}

function weightProblems(weights: NonNullable<Asked["weights"]>, levers: readonly LeverInput[]): readonly Problem[] {
  return Object.entries(weights).flatMap(([name, weight]): readonly Problem[] => {
    if (!isBearer(name) && !levers.some(({ path }) => path === name)) return [noLever(name, levers)];
    return weight === "no" || (Number.isFinite(weight) && weight > 0) ? [] : [badWeight(name)];
  });
}

function endProblems(within: NonNullable<Asked["within"]>, levers: readonly LeverInput[]): readonly Problem[] {
  return Object.entries(within).flatMap(([path, { from, to }]): readonly Problem[] => {
    const lever = levers.find((one) => one.path === path);
    if (lever === undefined) return [noLever(path, levers)];
    const ends = [from, to].map((end) => (end === undefined ? undefined : readLever(lever, end)));
    const unread = [from, to].some((end, i) => end !== undefined && ends[i] === undefined);
    if (unread) return [badEnds(path, lever)];
    const [low = lever.now, high = lever.now] = ends;
    return low <= lever.now && lever.now <= high && low < high ? [] : [badEnds(path, lever)];
  });
}

function noLever(path: string, levers: readonly LeverInput[]): Problem {
  return {
    code: "advise.no_lever",
    message: {
      zh: `“${path}”不是可调的数值输入,也不是承担方`,
      en: `“${path}” is neither a number that can be turned nor a side that bears`,
    },
    path,
    hint: suggestion(
      path,
      levers.map((lever) => lever.path),
    ),
  };
}

function badWeight(path: string): Problem {
  return {
    code: "advise.weight",
    message: { zh: "权重应为正数,或写 no 表示不动", en: "a weight is a positive number, or no to leave it alone" },
    path,
    hint: { zh: "如 residents=3", en: "for example residents=3" },
  };
}

function badEnds(path: string, { now, bounds }: LeverInput): Problem {
  return {
    code: "advise.bounds",
    message: {
      zh: "上下限颠倒,或未包住现值",
      en: "the ends are the wrong way round, or the value of now is not between them",
    },
    path,
    hint: {
      zh: `现值 ${now};可在 ${bounds.from} 与 ${bounds.to} 之间给出`,
      en: `it is ${now} now; give ends between ${bounds.from} and ${bounds.to}`,
    },
  };
}
