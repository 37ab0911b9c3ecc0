import { useWords } from "../language/i18n.ts";
import { Dialog } from "./Dialog.tsx";
import { closeDialog } from "./navigation.ts";
import { shortcuts } from "./shortcuts.ts";

const mac = /Mac/.test(navigator.platform);

function keyText(name: string): string {
  return name.replace("Mod", mac ? "⌘" : "Ctrl").replace("Arrow", "↑ ↓ ← →");
}

/** The list of keys, on F1 or ?. */
export function ShortcutsDialog() {
  const { t } = useWords();
  return (
    <Dialog title={t("shortcut.title")} onCancel={closeDialog} footer={null} width={520}>
      <dl className="shortcuts">
        {shortcuts.map((shortcut) => (
          <div key={shortcut.label}>
            <dt>{t(shortcut.label)}</dt>
            <dd>
              {shortcut.keys.map((name) => (
                <kbd key={name}>{keyText(name)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
