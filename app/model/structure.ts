import type { ExpandContext } from "../../models/compile/expand/context.ts";
import { shapeOf } from "../../models/compile/shape.ts";

/**
 * Text that is equal for two documents only when they have the same lines, written the same way: everything a document says except the
 * values its input lines are bound to. Far cheaper than compiling, which is why an edit of a value costs no compilation.
 */
export function structureKey(context: ExpandContext): string {
  const { document } = context;
  return JSON.stringify([
    [...shapeOf(context)],
    // A value that cannot be used breaks its lines, and the lines carry the reason.
    context.components.map(({ problems }) => problems.map(({ code, path, message }) => [code, path, message.en])),
    document.components.map(({ id, mechanism, label }) => [id, mechanism, label]),
    document.parties.map(({ openingCash: _bound, ...party }) => party),
    document.timeline.phases.map(({ id, label, after, start }) => [id, label, after, start === undefined]),
    document.packs,
    document.plots,
    document.records,
    document.customLines,
  ]);
}
