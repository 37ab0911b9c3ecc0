import { Button } from "antd";
import type { Edit } from "../../app/contract.ts";
import { Icon } from "../icons/Icon.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { attachPicked, lastUseOf, saveAttachment } from "../session/attachments.ts";
import { useDocument } from "../session/effective.ts";
import { objectsOf, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";

interface Props {
  readonly hashes: readonly string[];
  /**
   * Puts other hashes in the place of these.
   * @param added name of the file that was added
   * @param more edits that go with it in one step
   */
  readonly put: (hashes: readonly string[], added: string, more: readonly Edit[]) => void;
}

const KILO = 1024;

function sizeText(bytes: number): string {
  return bytes < KILO * KILO ? `${Math.ceil(bytes / KILO)} KB` : `${(bytes / KILO / KILO).toFixed(1)} MB`;
}

/** The scans that belong to a paper: added, saved as a copy, taken away. */
export function Attached({ hashes, put }: Props) {
  const { t } = useWords();
  const listed = objectsOf(useDocument()["attachments"]);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const add = async () => {
    const added = await attachPicked();
    if (added && !hashes.includes(added.hash)) put([...hashes, added.hash], added.name, []);
  };
  const remove = (hash: string) => {
    const path = lastUseOf(hash);
    put(
      hashes.filter((one) => one !== hash),
      "",
      path === undefined ? [] : [{ path }],
    );
  };
  return (
    <div className="attached">
      {hashes.map((hash) => {
        const file = listed.find((one) => one["sha256"] === hash);
        const name = textOf(file?.["name"]) || hash.slice(0, 16);
        return (
          <div key={hash} className="row attached-file">
            <Icon name="file" />
            <span className="grow attached-name" title={hash}>
              {name}
            </span>
            <span className="muted">{file === undefined ? "" : sizeText(Number(file["bytes"]))}</span>
            <IconButton icon="save" label={t("attached.save", { name })} onClick={() => void saveAttachment(hash)} />
            <IconButton
              icon="trash"
              label={t("attached.remove", { name })}
              disabled={readOnly}
              onClick={() => remove(hash)}
            />
          </div>
        );
      })}
      <Button size="small" icon={<Icon name="clip" />} disabled={readOnly} onClick={() => void add()}>
        {t("attached.add")}
      </Button>
    </div>
  );
}
