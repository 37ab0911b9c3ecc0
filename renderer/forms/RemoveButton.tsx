import { Button, Popconfirm } from "antd";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { useSession } from "../session/store.ts";

interface Props {
  /** What is asked before; whether to delete, when left out. */
  readonly ask?: string;
  readonly remove: () => void;
}

/** Deletes what a form shows, once that is confirmed. */
export function RemoveButton({ ask, remove }: Props) {
  const { t } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  return (
    <Popconfirm
      title={ask ?? t("item.removeAsk")}
      okText={t("item.remove")}
      cancelText={t("app.cancel")}
      onConfirm={remove}
    >
      <Button size="small" danger icon={<Icon name="trash" />} disabled={readOnly}>
        {t("item.remove")}
      </Button>
    </Popconfirm>
  );
}
