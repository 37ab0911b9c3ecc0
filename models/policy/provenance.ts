import { type PackDifferences, packDifferences } from "./differences.ts";
import type { PackRef } from "./load.ts";
import type { Pack } from "./pack.ts";
import { INSTALLED_PACKS, PUBLISHED_PACKS } from "./packs.ts";
import published from "./published.json" with { type: "json" };
import { sha256 } from "./sha256.ts";

/** Where the text of a rule pack comes from. */
export type Provenance =
  /** Word for word the text that comes with the program. */
  | { readonly kind: "installed" }
  /** Published before; what the installed version says otherwise. */
  | { readonly kind: "earlier"; readonly installed: string; readonly differences: PackDifferences }
  /** Bears the name of a published pack and is not it; against the text of that version, or the installed one where that version never was. */
  | { readonly kind: "changed"; readonly genuine: Pack; readonly differences: PackDifferences }
  /** Somebody's own. */
  | { readonly kind: "local" };

/** Hashes of every text ever published, by `ID VERSION`. */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = published;

export const packKey = ({ id, version }: Pick<Pack, "id" | "version">): string => `${id} ${version}`;

/** Keys in order, so that a pack written by another program has the same hash. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
    .join(",")}}`;
}

const hashes = new WeakMap<Pack, string>();

/** Fingerprint of a pack's text; packs do not change, so that it is worked out once. */
export function packHash(pack: Pack): string {
  const known = hashes.get(pack) ?? sha256(canonical(pack));
  hashes.set(pack, known);
  return known;
}

const isOurs = new Set(Object.keys(PUBLISHED).map((key) => key.split(" ")[0]));

/** Looks at what a document says of one pack; undefined where it names a pack without bringing a text, and the program has none. */
export function provenanceOf(ref: PackRef): Provenance | undefined {
  const installed = INSTALLED_PACKS.find(({ id }) => id === ref.id);
  const text = ref.text ?? PUBLISHED_PACKS.find(({ id, version }) => id === ref.id && version === ref.version);
  if (text === undefined) return undefined;
  const genuine = ref.text === undefined || PUBLISHED[packKey(text)]?.includes(packHash(text)) === true;
  if (genuine && (installed === undefined || packHash(installed) === packHash(text))) return { kind: "installed" };
  if (genuine && installed !== undefined)
    return { kind: "earlier", installed: installed.version, differences: packDifferences([text], [installed]) };
  if (!isOurs.has(ref.id)) return { kind: "local" };
  const own = PUBLISHED_PACKS.find(({ id, version }) => id === ref.id && version === text.version) ?? installed;
  if (own === undefined) return { kind: "local" };
  return { kind: "changed", genuine: own, differences: packDifferences([own], [text]) };
}
