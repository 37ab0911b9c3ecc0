import { create } from "zustand";
import { persist } from "zustand/middleware";

/** Entries remembered on this machine. */
const KEPT = 24;

interface Recent {
  readonly ids: readonly string[];
}

/** What was chosen last, the latest first; nothing of it is in the model. */
export const useRecent = create<Recent>()(
  persist(() => ({ ids: [] as readonly string[] }), {
    name: "pingheng.palette",
    merge: (stored, current) => ({ ...current, ids: idsOf(stored) }),
  }),
);

function idsOf(stored: unknown): readonly string[] {
  const ids: unknown = typeof stored === "object" && stored !== null && "ids" in stored ? stored.ids : [];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string").slice(0, KEPT) : [];
}

export function remember(id: string): void {
  useRecent.setState(({ ids }) => ({ ids: [id, ...ids.filter((other) => other !== id)].slice(0, KEPT) }));
}

/** Those chosen lately first, the rest in their order. */
export function recentFirst<T extends { readonly id: string }>(
  all: readonly T[],
  ids: readonly string[],
): readonly T[] {
  const rank = new Map(ids.map((id, at) => [id, at]));
  const recent = all.filter(({ id }) => rank.has(id)).sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  return [...recent, ...all.filter(({ id }) => !rank.has(id))];
}
