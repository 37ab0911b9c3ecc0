import type { GraphLine } from "../../language/graph.ts";
import { absoluteTie } from "../../operations/ties.ts";
import type { Text } from "../../wording/text.ts";
import type { Concern, PointKind } from "./point.ts";
import { amountOf, componentName, SAFE, type Subject } from "./subject.ts";

/** Money entered and not counted, and what is still owed, held or due at the end: one point a line with an amount. */
export function amountConcerns(subject: Subject): readonly Concern[] {
  return subject.graph.lines.flatMap((line) => {
    const role = line.role ?? "";
    if (role.startsWith("uncounted.")) return concern(subject, line, "uncounted");
    return role.startsWith("open.") ? concern(subject, line, "open_end") : [];
  });
}

/** An amount that does not come in is left out on the safe side; one that does not go out would make things worse. */
const SAFE_WAYS = new Set(["in", "held"]);

function concern(subject: Subject, line: GraphLine, kind: PointKind): readonly Concern[] {
  const { reach, document } = subject;
  const amount = amountOf(subject, line);
  if (amount === undefined || amount.abs().lessThan(absoluteTie(line.unit))) return [];
  const component = String(line.tags["component"] ?? "");
  const name = componentName(document, component);
  const message: Text = {
    zh: name.zh === "" || line.label.zh.startsWith(name.zh) ? line.label.zh : `${name.zh}:${line.label.zh}`,
    en: name.en === "" || line.label.en.startsWith(name.en) ? line.label.en : `${name.en}: ${line.label.en}`,
  };
  return [
    {
      kind,
      path: component === "" ? line.id : `components/${component}`,
      message,
      amount,
      unit: line.unit,
      against: SAFE_WAYS.has(String(line.tags["way"] ?? "")) ? SAFE : amount,
      money: line.id,
      touches: (verdict) => reach.component(verdict, component) || reach.line(verdict, line.index),
    },
  ];
}
