import type { Role } from "../../terms/roles.ts";

/** A role, or all below one. */
export type RolePattern = Role | RoleFamily<Role>;
type RoleFamily<R extends string> = R extends `${infer Head}.${infer Rest}` ? `${Head}.*` | (Rest extends `${string}.${string}` ? `${Head}.${RoleFamily<Rest>}` : never) : never;

export function matches(role: string, wanted: RolePattern): boolean {
  return wanted.endsWith(".*") ? role.startsWith(wanted.slice(0, -1)) : role === wanted;
}
