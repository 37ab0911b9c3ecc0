import { Popconfirm } from "antd";
import { Icon } from "../icons/Icon.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { momentText } from "../revisions/time.ts";
import { dropKept } from "../session/drafts.ts";
import { openKept } from "../session/open.ts";
import { useSession } from "../session/store.ts";

/** Work of an earlier time that was never saved: to go on with, or to drop. */
export function KeptList() {
  const { t } = useWords();
  const kept = useSession((state) => state.kept);
  if (kept.length === 0) return null;
  return (
    <section>
      <h2>{t("start.kept")}</h2>
      <ul className="recent kept">
        {kept.map(({ id, name, path, since, at, open }) => (
          <li key={id} className="row">
            <button type="button" className="recent-file" onClick={() => void openKept(id, name)}>
              <Icon name="restore" />
              <strong>{name}</strong>
              <span className="recent-path">{path ?? t("file.neverSaved")}</span>
              <span className="recent-date">
                {open ? t("start.keptOpen") : t("start.keptSince", { since: momentText(since), at: momentText(at) })}
              </span>
            </button>
            {!open && (
              <Popconfirm
                title={t("draft.dropAsk")}
                okText={t("draft.drop")}
                cancelText={t("app.cancel")}
                onConfirm={() => void dropKept(id)}
              >
                <span>
                  <IconButton icon="trash" label={t("draft.drop")} />
                </span>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
