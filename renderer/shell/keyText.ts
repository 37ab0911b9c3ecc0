export const isMac = typeof navigator !== "undefined" && /Mac/.test(navigator.platform);

const names: readonly (readonly [RegExp, string])[] = [
  [/Mod/, isMac ? "⌘" : "Ctrl"],
  [/Alt\+/, isMac ? "⌥" : "Alt+"],
  [/ArrowLeft$/, "←"],
  [/ArrowRight$/, "→"],
  [/Arrow$/, "↑↓←→"],
  [/Escape/, "Esc"],
  [/Delete/, "Del"],
];

/** A key of the list of shortcuts as it stands on the keyboard. */
export const keyText = (name: string): string =>
  names.reduce((text, [pattern, word]) => text.replace(pattern, word), name);
