import { documentProblem } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import { isHostileKey } from "./ids.ts";

/** Bounds every document keeps before anything looks at its meaning; they are far above real projects and stop hostile ones early. */
export const DOCUMENT_LIMITS = {
  textLengthMax: 20_000_000,
  depthMax: 24,
  nodesMax: 500_000,
  stringLengthMax: 100_000,
  arrayLengthMax: 20_000,
  keysMax: 20_000,
} as const;

interface Visit {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}

const isPlainObject = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Checks that a value is plain JSON within the limits, without recursion; the first breach is enough. */
export function checkLimits(root: unknown): Problem | undefined {
  const pending: Visit[] = [{ value: root, path: "", depth: 0 }];
  let nodes = 0;
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    nodes += 1;
    if (nodes > DOCUMENT_LIMITS.nodesMax)
      return documentProblem("document.too_large", visit.path, { limit: DOCUMENT_LIMITS.nodesMax });
    if (visit.depth > DOCUMENT_LIMITS.depthMax)
      return documentProblem("document.too_deep", visit.path, { limit: DOCUMENT_LIMITS.depthMax });
    const problem = checkNode(visit, pending);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function checkNode({ value, path, depth }: Visit, pending: Visit[]): Problem | undefined {
  if (typeof value === "string") {
    if (value.length > DOCUMENT_LIMITS.stringLengthMax)
      return documentProblem("document.text_too_long", path, { limit: DOCUMENT_LIMITS.stringLengthMax });
    return undefined;
  }
  if (value === null || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)))
    return undefined;
  if (Array.isArray(value)) {
    if (value.length > DOCUMENT_LIMITS.arrayLengthMax)
      return documentProblem("document.list_too_long", path, {
        limit: DOCUMENT_LIMITS.arrayLengthMax,
        found: value.length,
      });
    for (let index = value.length - 1; index >= 0; index -= 1)
      pending.push({ value: value[index], path: join(path, String(index)), depth: depth + 1 });
    return undefined;
  }
  if (typeof value !== "object" || !isPlainObject(value)) return documentProblem("document.not_plain", path, {});
  const keys = Object.keys(value);
  if (keys.length > DOCUMENT_LIMITS.keysMax)
    return documentProblem("document.list_too_long", path, { limit: DOCUMENT_LIMITS.keysMax, found: keys.length });
  for (const key of keys.reverse()) {
    if (isHostileKey(key)) return documentProblem("document.hostile_key", join(path, key), { key });
    pending.push({ value: (value as Record<string, unknown>)[key], path: join(path, key), depth: depth + 1 });
  }
  return undefined;
}

export function join(path: string, step: string): string {
  const short = step.length > 80 ? `${step.slice(0, 80)}…` : step;
  return path === "" ? short : `${path}/${short}`;
}
