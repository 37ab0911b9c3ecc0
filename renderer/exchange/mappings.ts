import { create } from "zustand";
import { persist } from "zustand/middleware";

/** How a form was mapped the last time. */
export interface Remembered {
  readonly head: number;
  /** Key of the input: the same in every model. */
  readonly key: string;
  /** Path of the input in the model it was of. */
  readonly path: string;
  readonly columns: Readonly<Record<string, number>>;
  readonly unit: "yuan" | "wan";
  readonly mode: "add" | "replace";
}

/** As many forms as an office has. */
const KEPT = 40;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What an older version, or a person, may have written differently. */
export function readMappings(stored: unknown): Readonly<Record<string, Remembered>> {
  const forms = isRecord(stored) && isRecord(stored["forms"]) ? stored["forms"] : {};
  return Object.fromEntries(
    Object.entries(forms).flatMap(([signature, form]): readonly (readonly [string, Remembered])[] => {
      if (!isRecord(form) || !isRecord(form["columns"])) return [];
      const { head, key, path, columns, unit, mode } = form;
      const isFit =
        typeof head === "number" &&
        typeof key === "string" &&
        typeof path === "string" &&
        (unit === "yuan" || unit === "wan") &&
        (mode === "add" || mode === "replace") &&
        isRecord(columns) &&
        Object.values(columns).every((column) => typeof column === "number");
      return isFit ? [[signature, { head, key, path, columns: columns as Record<string, number>, unit, mode }]] : [];
    }),
  );
}

interface Mappings {
  readonly forms: Readonly<Record<string, Remembered>>;
  remember(signature: string, form: Remembered): void;
}

/** By the headings of a form: kept in the browser's local storage, like the preferences. */
export const useMappings = create<Mappings>()(
  persist(
    (set) => ({
      forms: {},
      remember: (signature, form) =>
        set(({ forms }) => {
          const { [signature]: _, ...others } = forms;
          return { forms: Object.fromEntries([...Object.entries(others).slice(1 - KEPT), [signature, form]]) };
        }),
    }),
    {
      name: "pingheng.mappings",
      partialize: ({ forms }) => ({ forms }),
      merge: (stored, current) => ({ ...current, forms: readMappings(stored) }),
    },
  ),
);
