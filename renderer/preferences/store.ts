import { create } from "zustand";
import { persist } from "zustand/middleware";
import type { Lang } from "../../app/contract.ts";
import type { NegativeStyle } from "../numbers/format.ts";
import type { MoneyScale } from "../numbers/units.ts";

export type ThemeChoice = "system" | "light" | "dark";

/** What a person set for this machine; nothing of it changes a model. */
export interface Preferences {
  readonly lang: Lang;
  readonly theme: ThemeChoice;
  readonly money: MoneyScale;
  readonly negative: NegativeStyle;
}

const langs: readonly Lang[] = ["zh", "en"];
const themes: readonly ThemeChoice[] = ["system", "light", "dark"];
const scales: readonly MoneyScale[] = ["yuan", "wan", "yi"];
const negatives: readonly NegativeStyle[] = ["paren", "red", "minus"];

export const initialPreferences: Preferences = { lang: "zh", theme: "system", money: "wan", negative: "paren" };

function among<T>(options: readonly T[], value: unknown, otherwise: T): T {
  return options.find((option) => option === value) ?? otherwise;
}

/** Reads preferences that an older version, or a person, may have written differently. */
export function readPreferences(stored: unknown): Preferences {
  const found = (typeof stored === "object" && stored !== null ? stored : {}) as Record<string, unknown>;
  return {
    lang: among(langs, found["lang"], initialPreferences.lang),
    theme: among(themes, found["theme"], initialPreferences.theme),
    money: among(scales, found["money"], initialPreferences.money),
    negative: among(negatives, found["negative"], initialPreferences.negative),
  };
}

interface PreferenceStore extends Preferences {
  set(change: Partial<Preferences>): void;
}

/** Kept in the browser's local storage. */
export const usePreferences = create<PreferenceStore>()(
  persist((set) => ({ ...initialPreferences, set: (change) => set(change) }), {
    name: "pingheng.preferences",
    partialize: ({ lang, theme, money, negative }) => ({ lang, theme, money, negative }),
    merge: (stored, current) => ({ ...current, ...readPreferences(stored) }),
  }),
);
