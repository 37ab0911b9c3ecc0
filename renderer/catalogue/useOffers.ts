import { useMemo } from "react";
import type { MechanismView } from "../../app/contract.ts";
import { useReadings } from "../search/readings.ts";
import { found, type Sought } from "../search/search.ts";
import { useDocument } from "../session/effective.ts";
import { objectsOf, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { QUESTIONS, type QuestionId, recommended } from "./questions.ts";

/** A mechanism as the catalogue shows it. */
export interface Offer {
  readonly mechanism: MechanismView;
  /** Components of the model that are of it. */
  readonly there: number;
  /** A project of this kind has one, and this one has not. */
  readonly isExpected: boolean;
}

export interface OfferGroup {
  readonly id: QuestionId | "expected" | "found" | "other";
  readonly offers: readonly Offer[];
}

const soughtOf = ({ mechanism: { id, title, summary, fields } }: Offer): Sought => ({
  names: [title.zh, title.en, id],
  about: [summary.zh, summary.en, ...fields.map(({ label }) => label.zh)],
});

/** By question, what is expected first; what is typed makes one list of it, the best first. Where nothing fits, all of it. */
export function useOffers(typed: string): { readonly groups: readonly OfferGroup[]; readonly isNothing: boolean } {
  const mechanisms = useSession((state) => state.catalogue?.mechanisms);
  const expected = useSession((state) => state.board?.expected);
  const components = useDocument()["components"];
  const canRead = useReadings();
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the readings more is found
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const component of objectsOf(components)) {
      const word = textOf(component["mechanism"]);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const words = (expected ?? []).map(({ path }) => path.slice(path.indexOf("/") + 1));
    const wanted = recommended(words, new Set(counts.keys()));
    const offers = (mechanisms ?? []).map((mechanism) => ({
      mechanism,
      there: counts.get(mechanism.id) ?? 0,
      isExpected: wanted.includes(mechanism.id),
    }));
    const hits = found(offers, soughtOf, typed);
    if (typed.trim() !== "" && hits.length > 0) return { groups: [{ id: "found", offers: hits }], isNothing: false };
    return { groups: grouped(offers, wanted), isNothing: typed.trim() !== "" };
  }, [mechanisms, expected, components, typed, canRead]);
}

function grouped(offers: readonly Offer[], wanted: readonly string[]): readonly OfferGroup[] {
  const left = new Map(offers.map((offer) => [offer.mechanism.id, offer]));
  const taken = (ids: readonly string[]): readonly Offer[] =>
    ids.flatMap((id) => {
      const offer = left.get(id);
      left.delete(id);
      return offer ?? [];
    });
  const groups: readonly OfferGroup[] = [
    { id: "expected", offers: taken(wanted) },
    ...QUESTIONS.map(({ id, mechanisms }) => ({ id, offers: taken(mechanisms) })),
    // Of a host that knows more than this face.
    { id: "other", offers: [...left.values()] },
  ];
  return groups.filter((group) => group.offers.length > 0);
}
