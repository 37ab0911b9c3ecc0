import { BASE_COUNTS } from "../../document/scenario.ts";
import { INPUT_UNUSED } from "../../results/doubts.ts";
import type { Problem } from "../../wording/problem.ts";
import { plus, type Text } from "../../wording/text.ts";
import { TAX_EASED } from "../taxes/index.ts";
import { VERDICTS } from "../verdicts/verdict.ts";
import type { Concern } from "./point.ts";
import { componentName, componentOf, SAFE, type Subject } from "./subject.ts";

const LEFT_OUT = new Set(["document.mechanism_unknown"]);
/** Twice the cost can only make a result worse. */
const COPIED_COSTS = new Set(["document.copied_cost", "document.copied_row_cost"]);
const BASE_OVERWRITES = "document.base_overwrites";
/** What the verdicts stand on is not what the file itself says, or a proportion of the whole is a slip of nobody knows which input. */
const OF_THE_WHOLE = new Set([BASE_OVERWRITES, BASE_COUNTS, "document.unlikely_whole"]);
const NO_MONEY: ReadonlySet<string> = new Set(["B1", "B9"]);
const PACKS = new Set(["document.pack_unknown", "document.pack_version", "document.pack_mismatch"]);

/** What cannot be read or is not there: one point a component, with the number of its further problems. */
export function problemConcerns({ document, reach, problems, graph }: Subject): readonly Concern[] {
  const enabled = new Set(document.components.filter((one) => one.enabled).map(({ id }) => id));
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const component = componentOf(document, problem.path);
    // A scenario whose changes cannot be made is not computed at all; this one was.
    if (problem.path.startsWith("scenarios/") && problem.code !== BASE_COUNTS) continue;
    // What is switched off counts for nothing, whatever is wrong with it.
    if (component !== undefined && !enabled.has(component) && problem.code !== BASE_OVERWRITES) continue;
    const key = `${component ?? problem.path}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups].map(([key, all]): Concern => {
    const [first] = all as [Problem, ...Problem[]];
    const component = componentOf(document, first.path);
    const left = all.find(({ code }) => LEFT_OUT.has(code));
    const { path, message } = left ?? first;
    const name = component === undefined ? undefined : componentName(document, component);
    const more = all.length - 1;
    const text = plus(named(name, message), more > 0, `,另有 ${more} 项`, `, and ${more} more`);
    // A component that cannot be read has no lines to follow: it could touch any verdict. So could a pack that is not there.
    const unknown = left !== undefined || all.some(({ code }) => PACKS.has(code) || OF_THE_WHOLE.has(code));
    const isEased = all.some(({ code }) => TAX_EASED.has(code));
    const line = graph.indexById.get(key);
    // An input with a line of its own leaves empty what reads it, and nothing else of its component.
    const hasLine = all.every((problem) => graph.lines.some(({ path: own }) => own === problem.path));
    const isMissed = hasLine && VERDICTS.some((verdict) => all.some((problem) => reach.path(verdict, problem.path)));
    const isSafe = all.every(({ code }) => code === INPUT_UNUSED || COPIED_COSTS.has(code));
    return {
      kind: left !== undefined ? "left_out" : first.code === "document.scenarios_untried" ? "limit" : "missing",
      path,
      message: text,
      touches: (verdict) =>
        unknown ||
        // A tax that is eased away has no lines to follow.
        (isEased && !NO_MONEY.has(verdict)) ||
        (line !== undefined && reach.line(verdict, line)) ||
        all.some((problem) => reach.path(verdict, problem.path)) ||
        (component !== undefined && !hasLine && reach.component(verdict, component)),
      ...(isSafe ? { against: SAFE } : {}),
      ...(unknown || (isMissed && !isSafe) ? { always: true } : {}),
    };
  });
}

/** A message led by what the component is called, where it does not begin so itself. */
function named(name: Text | undefined, message: Text): Text {
  if (name === undefined) return message;
  const led = (lang: keyof Text, link: string): string =>
    message[lang].startsWith(name[lang]) ? message[lang] : `${name[lang]}${link}${message[lang]}`;
  return { zh: led("zh", ":"), en: led("en", ": ") };
}
