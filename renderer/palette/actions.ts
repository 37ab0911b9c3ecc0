import type { CommandName } from "../../app/contract.ts";
import { inBoth, type WordKey } from "../language/i18n.ts";
import type { MoneyScale } from "../numbers/units.ts";
import { type ThemeChoice, usePreferences } from "../preferences/store.ts";
import { download } from "../session/save.ts";
import { runCommand } from "../shell/commands.ts";
import { shortcuts } from "../shell/shortcuts.ts";
import type { Entry } from "./entries.ts";

type Need = "model" | "writable" | "project";

/** Commands that are actions, by what they are called, with what has to be open for them. */
const actions: readonly (readonly [CommandName, WordKey, Need?])[] = [
  ["new", "shortcut.new"],
  ["open", "shortcut.open"],
  ["save", "shortcut.save", "writable"],
  ["note", "shortcut.note", "writable"],
  ["saveAs", "shortcut.saveAs", "model"],
  ["export", "file.exportXlsx", "project"],
  ["import", "exchange.importTitle"],
  ["print", "print.preview", "project"],
  ["lock", "vault.menu", "writable"],
  ["close", "file.close", "model"],
  ["undo", "shortcut.undo", "writable"],
  ["redo", "shortcut.redo", "writable"],
  ["add", "item.addComponent", "project"],
  ["find", "shortcut.find", "model"],
  ["solve", "shortcut.solve", "project"],
  ["missing", "shortcut.missing", "project"],
  ["assumed", "shortcut.assumed", "project"],
  ["back", "shortcut.back", "project"],
  ["guidebook", "guidebook.title"],
  ["shortcuts", "shortcut.title"],
  ["preferences", "preferences.title"],
  ["clearRecent", "start.clearRecent"],
  ["experience", "experience.title"],
  ["keys", "keys.title"],
  ["licences", "licences.title"],
  ["about", "about.title"],
];

export const keysOf = (command: CommandName): Pick<Entry, "keys"> => {
  const keys = shortcuts.find((one) => one.command === command)?.keys;
  return keys === undefined ? {} : { keys };
};

const scales: readonly MoneyScale[] = ["yuan", "wan", "yi"];
const themes: readonly ThemeChoice[] = ["light", "dark", "system"];

/** The choices of how things are shown. */
function looks(): readonly Entry[] {
  const { set } = usePreferences.getState();
  const choice = (id: string, of: WordKey, word: WordKey, change: Parameters<typeof set>[0]): Entry => {
    const [what, how] = [inBoth(of), inBoth(word)];
    const label = { zh: `${what.zh}：${how.zh}`, en: `${what.en}: ${how.en}` };
    return { id: `look ${id}`, kind: "action", label, run: () => set(change) };
  };
  return [
    ...scales.map((money) => choice(money, "preferences.money", `unit.money.${money}`, { money })),
    choice("zh", "preferences.language", "preferences.chinese", { lang: "zh" }),
    choice("en", "preferences.language", "preferences.english", { lang: "en" }),
    ...themes.map((theme) => choice(theme, "preferences.theme", `preferences.${theme}`, { theme })),
  ];
}

interface Standing {
  readonly isOpen: boolean;
  readonly readOnly: boolean;
  /** A portfolio. */
  readonly isPooled: boolean;
}

/** What can be done now. */
export function actionEntries({ isOpen, readOnly, isPooled }: Standing): readonly Entry[] {
  const may: Readonly<Record<Need, boolean>> = {
    model: isOpen,
    writable: isOpen && !readOnly,
    project: isOpen && !isPooled,
  };
  const own = actions.flatMap(([command, label, need]): readonly Entry[] =>
    need !== undefined && !may[need]
      ? []
      : [
          {
            ...{ id: `action ${command}`, kind: "action", label: inBoth(label), run: () => runCommand(command) },
            ...keysOf(command),
          },
        ],
  );
  const copy: Entry = {
    ...{ id: "action download", kind: "action", label: inBoth("file.downloadPingheng") },
    run: () => void download("pingheng"),
  };
  return [...own, ...(isOpen ? [copy] : []), ...looks()];
}
