import { App, Button, Dropdown } from "antd";
import { toTsv } from "../forms/tsv.ts";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { fileName } from "../picture/save.ts";
import { offerBlob } from "../session/bytes.ts";
import { useSession } from "../session/store.ts";
import { csvText } from "./texts.ts";

interface Props {
  /** What the table is called, asked for when it is used. */
  readonly title: () => string;
  readonly rows: () => readonly (readonly string[])[];
}

/** 复制、存为 CSV: a table for a spreadsheet, numbers as they are shown, texts never as formulas. */
export function TableTools({ title, rows }: Props) {
  const { t } = useWords();
  const { message } = App.useApp();
  const project = useSession((state) => state.session?.name ?? "");
  const act = async (key: string) => {
    const made = rows();
    if (key === "csv") {
      offerBlob(fileName([project, title()], "csv"), new Blob([csvText(made)], { type: "text/csv" }));
      return;
    }
    try {
      await navigator.clipboard.writeText(toTsv(made));
      message.success(t("table.copied", { count: made.length }));
    } catch {
      message.warning(t("table.copyFailed"));
    }
  };
  const items = [
    { key: "copy", label: t("table.copy") },
    { key: "csv", label: t("table.csv") },
  ];
  return (
    <div className="table-tools">
      <Dropdown autoFocus menu={{ items, onClick: ({ key }) => void act(key) }} trigger={["click"]}>
        <Button
          type="text"
          size="small"
          aria-haspopup="menu"
          aria-label={t("table.menu")}
          title={t("table.menu")}
          icon={<Icon name="copy" size={13} />}
        />
      </Dropdown>
    </div>
  );
}
