import fc from "fast-check";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf } from "../support/prepared.ts";
import { drawComponents, planComponents } from "./components.ts";
import { Draw } from "./draw.ts";
import { drawFrame } from "./frame.ts";
import type { DrawnComponent, Json, Wish } from "./parts.ts";
import { drawScenarios } from "./scenarios.ts";
import { drawWorld } from "./world.ts";

/**
 * Whole documents drawn from what the mechanisms declare: every mechanism, option, optional input, table, profile, party by its role, plot, record, step,
 * convention and scenario. A new mechanism is drawn as soon as it is in the list of mechanisms. Documents are valid by construction, unless the wish is
 * to have them as they were drawn.
 */
export const documentsOf = (wish: Wish): fc.Arbitrary<Json> =>
  fc.gen().map((value) => drawDocument(new Draw(value), wish));

export const documents = documentsOf({});

/** One document by its number. */
export function randomDocument(seed: number, wish: Wish): Json {
  const [document] = fc.sample(documentsOf(wish), { seed, numRuns: 1 });
  if (document === undefined) throw new Error("nothing was drawn");
  return document;
}

const OPTIONAL = 80;

function drawDocument(draw: Draw, wish: Wish): Json {
  const world = wish.world ?? drawWorld(draw);
  const frame = drawFrame(draw, world);
  const plans = planComponents(draw, wish);
  const drawn = drawComponents(draw, plans, world, wish.optional ?? OPTIONAL);
  if (wish.asDrawn === true) return { ...frame, components: drawn };
  // Some choices need an optional input that was left out: those components are drawn again with all of theirs.
  const lacking = componentsWithProblems({ ...frame, components: drawn });
  const complete = lacking.size === 0 ? drawn : drawComponents(draw, plans, world, OPTIONAL, { drawn, lacking });
  const components = withoutProblems(frame, complete);
  return { ...frame, components, scenarios: drawScenarios(draw, components, world) };
}

/** What still has a problem names something that was not drawn, or that another names too: it is left out, and then what rests on it. */
function withoutProblems(frame: Json, components: readonly DrawnComponent[]): readonly DrawnComponent[] {
  const wrong = componentsWithProblems({ ...frame, components });
  if (wrong.size === 0) return components;
  const ids = new Set(components.map(({ id }) => id));
  const others = [...wrong].filter((id) => !ids.has(id));
  if (others.length > 0) throw new Error(`no component's problem: ${others.join(", ")}`);
  return withoutProblems(
    frame,
    components.filter(({ id }) => !wrong.has(id)),
  );
}

/** Told to the user, but no mistake: the horizon ends before a plan does. */
export const OUTSIDE = "document.profile_outside";

/** Ids of the components something is wrong with, and the paths of what is wrong elsewhere. */
function componentsWithProblems(document: Json): ReadonlySet<string> {
  const parsed = parseDocument(document, mechanisms);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const problems = preparedOf(parsed.value.document).problems.filter(({ code }) => code !== OUTSIDE);
  return new Set(problems.map(({ path }) => /^components\/([^/]+)/.exec(path)?.[1] ?? path));
}
