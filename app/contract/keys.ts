import type { Lang, TextView } from "./basics.ts";

/** `signing`: what seals are signed with; `tender`: what bids are sealed to. */
export type KeyKindView = "signing" | "tender";

/** A key of this user of this computer; without a fingerprint there is none yet. */
export interface KeyView {
  readonly kind: KeyKindView;
  readonly path: string;
  readonly fingerprint: string | null;
  readonly words: TextView | null;
  /** Its private half is behind a passphrase. */
  readonly isLocked: boolean;
}

/** Calls about the user's own keys. What is behind a passphrase is refused with `vault.needed` until that comes with the call. */
export interface KeyCalls {
  keys: { args: { lang: Lang }; value: readonly KeyView[] };
  makeKey: { args: { kind: KeyKindView; lang: Lang }; value: readonly KeyView[] };
  /** Sets a passphrase (`next` alone), changes it (both), takes it off (`current` alone). */
  relockKey: { args: { kind: KeyKindView; current?: string; next?: string; lang: Lang }; value: readonly KeyView[] };
  /** The key as a file, always behind a passphrase: the one given for the copy. */
  exportKey: {
    args: { kind: KeyKindView; passphrase?: string; next: string; lang: Lang };
    value: { name: string; base64: string };
  };
  /** Takes a key from a file. One that is there is refused with `key.there` unless it may be replaced; it is kept under the name `former`. */
  importKey: {
    args: { kind: KeyKindView; name: string; base64: string; passphrase?: string; replaces: boolean; lang: Lang };
    value: { keys: readonly KeyView[]; former: string };
  };
}
