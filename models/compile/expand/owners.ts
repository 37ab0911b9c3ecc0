import { type LineDecl, UNKNOWN } from "../../language/line.ts";

/** Roles of what is earned with a product. */
const EARNED = /^(sale|revenue|ceded)\./;

/**
 * Floor area of a product belongs to whoever sells, lets or cedes it: area lines that name a product get that party as their taxpayer, where it is one party
 * only. What nobody earns with, or several do, stays without an owner.
 */
export function withOwners<L extends LineDecl>(lines: readonly L[]): readonly L[] {
  const owners = new Map<string, Set<string>>();
  for (const { role, tags } of lines) {
    const { product, taxpayer } = tags;
    if (role === undefined || product === undefined || taxpayer === undefined || !EARNED.test(role)) continue;
    if (product === UNKNOWN || taxpayer === UNKNOWN) continue;
    owners.set(String(product), (owners.get(String(product)) ?? new Set()).add(String(taxpayer)));
  }
  return lines.map((line) => {
    const { role, tags } = line;
    const { product, taxpayer } = tags;
    if (role?.startsWith("area.") !== true || product === undefined || taxpayer !== undefined) return line;
    const [owner, ...others] = owners.get(String(product)) ?? [];
    return owner === undefined || others.length > 0 ? line : { ...line, tags: { ...tags, taxpayer: owner } };
  });
}
