import { create } from "zustand";
import { persist } from "zustand/middleware";

/** A .docx whose styles papers take. */
export interface WordTemplate {
  readonly name: string;
  readonly base64: string;
}

interface Store {
  readonly template: WordTemplate | null;
  set(template: WordTemplate | null): void;
}

/** The browser keeps a few megabytes for the face; a larger template is used until the face is closed. */
export const KEPT_MAX = 2_000_000;

/** What is kept, however an older version or a person wrote it. */
export function readTemplate(stored: unknown): WordTemplate | null {
  const found = (stored as { readonly template?: Partial<WordTemplate> | null } | null)?.template;
  return typeof found?.name === "string" && typeof found.base64 === "string"
    ? { name: found.name, base64: found.base64 }
    : null;
}

/** The template chosen last, kept for this person on this machine. */
export const useWordTemplate = create<Store>()(
  persist((set) => ({ template: null, set: (template: WordTemplate | null) => set({ template }) }), {
    name: "pingheng.wordTemplate",
    partialize: ({ template }) => ({ template: (template?.base64.length ?? 0) > KEPT_MAX ? null : template }),
    merge: (stored, current) => ({ ...current, template: readTemplate(stored) }),
  }),
);
