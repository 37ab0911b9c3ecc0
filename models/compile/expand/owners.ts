import { type LineDecl, UNKNOWN } from "../../language/line.ts";

/** Roles of what is earned with a product. */
const EARNED = /^(sale|revenue|ceded)\./;
/** Roles of what is spent on a plot. */
const BUILT = /^cost\.(works|land|compensation)\./;

/**
 * Floor area of a product belongs to whoever sells, lets or cedes it, floor area nobody earns with to whoever pays for the land or the works of its plot: such
 * area lines get that party as their taxpayer, where it is one party only. What several earn with or pay for stays without an owner.
 */
export function withOwners<L extends LineDecl>(lines: readonly L[]): readonly L[] {
  const earners = new Map<string, Set<string>>();
  const builders = new Map<string, Set<string>>();
  const note = (owners: Map<string, Set<string>>, of: unknown, owner: unknown): void => {
    if (of === undefined || owner === undefined || of === UNKNOWN || owner === UNKNOWN) return;
    owners.set(String(of), (owners.get(String(of)) ?? new Set()).add(String(owner)));
  };
  for (const { role, tags } of lines) {
    if (role === undefined) continue;
    if (EARNED.test(role)) note(earners, tags["product"], tags["taxpayer"]);
    if (BUILT.test(role)) note(builders, tags["plot"], tags["taxpayer"]);
  }
  return lines.map((line) => {
    const { role, tags } = line;
    const { product, plot, taxpayer } = tags;
    if (role?.startsWith("area.") !== true || taxpayer !== undefined) return line;
    const owners = (product === undefined ? undefined : earners.get(String(product))) ?? builders.get(String(plot));
    const [owner, ...others] = owners ?? [];
    return owner === undefined || others.length > 0 ? line : { ...line, tags: { ...tags, taxpayer: owner } };
  });
}
