import { useState } from "react";
import type { RenamedList } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { currentDocument } from "../session/effective.ts";
import { objectsOf, textOf, valueAt } from "../session/json.ts";
import { renameItem } from "../session/rename.ts";
import { useSession } from "../session/store.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { takenIds } from "./components.ts";
import { IdInput, idProblem } from "./IdInput.tsx";

function taken(list: RenamedList, own: string): ReadonlySet<string> {
  const ids =
    list === "components" || list === "customLines"
      ? takenIds()
      : new Set(objectsOf(valueAt(currentDocument(), list)).map((item) => textOf(item["id"])));
  return new Set([...ids].filter((id) => id !== own));
}

function RenameDialog(props: { readonly list: RenamedList; readonly id: string; readonly onClose: () => void }) {
  const { list, id, onClose } = props;
  const { t } = useWords();
  const [to, setTo] = useState(id);
  const [others] = useState(() => taken(list, id));
  const isBad = idProblem(to, others) !== null;
  const rename = async () => {
    if (to === id) onClose();
    else if (!isBad && (await renameItem(list, id, to))) onClose();
  };
  return (
    <Dialog
      width={440}
      title={t("item.renameId", { id })}
      onCancel={onClose}
      onOk={() => void rename()}
      okText={t("app.apply")}
      cancelText={t("app.cancel")}
      okButtonProps={{ disabled: isBad }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <IdInput value={to} taken={others} onChange={setTo} isFirst />
      </form>
    </Dialog>
  );
}

/** The id of an item: pressed, it can be changed, and what refers to it follows. */
export function IdButton({ list, id }: { readonly list: RenamedList; readonly id: string }) {
  const { t } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button
        type="button"
        className="id-button"
        title={t("item.renameIdHint")}
        disabled={readOnly}
        onClick={() => setAsking(true)}
      >
        <code>{id}</code>
      </button>
      {asking && <RenameDialog list={list} id={id} onClose={() => setAsking(false)} />}
    </>
  );
}
