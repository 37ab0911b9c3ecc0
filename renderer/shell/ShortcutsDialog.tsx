import { Button } from "antd";
import { useWords } from "../language/i18n.ts";
import { Dialog } from "./Dialog.tsx";
import { keyText } from "./keyText.ts";
import { closeDialog, openDialog } from "./navigation.ts";
import { shortcutGroups, shortcuts } from "./shortcuts.ts";

/** The list of keys by what they have to do with, on ?. */
export function ShortcutsDialog() {
  const { t } = useWords();
  return (
    <Dialog
      title={t("shortcut.title")}
      onCancel={closeDialog}
      width={860}
      footer={<Button onClick={() => openDialog("guidebook")}>{t("guidebook.title")}</Button>}
    >
      <div className="shortcut-groups">
        {shortcutGroups.map((group) => (
          <section key={group} className="shortcuts">
            <h3>{t(`shortcut.groups.${group}`)}</h3>
            <dl>
              {shortcuts
                .filter((shortcut) => shortcut.group === group)
                .map(({ label, keys }) => (
                  <div key={label}>
                    <dt>{t(label)}</dt>
                    <dd>
                      {keys.map((name) => (
                        <kbd key={name}>{keyText(name)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
