import { Button, Input, Segmented } from "antd";
import { useState } from "react";
import type { SeverityView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { SEVERITIES } from "../review/filter.ts";
import { PersonInput } from "../revisions/PersonInput.tsx";
import { useSession } from "../session/store.ts";
import { closeDialog } from "../shell/navigation.ts";
import { addRemark } from "./edits.ts";
import type { Marked } from "./store.ts";

/** A new remark: how grave, in what words, by whom. */
export function RemarkForm({ marked }: { readonly marked: Marked }) {
  const { t } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const [severity, setSeverity] = useState<SeverityView>("Q");
  const [text, setText] = useState("");
  const add = () => {
    addRemark(marked, severity, text.trim());
    closeDialog();
  };
  return (
    <form
      className="mark-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Segmented<SeverityView>
        aria-label={t("remarks.severity")}
        value={severity}
        options={SEVERITIES.map((value) => ({ value, label: `${t(`review.severities.${value}`)} ${value}` }))}
        onChange={setSeverity}
      />
      <Input.TextArea
        aria-label={t("remarks.text")}
        placeholder={t("remarks.text")}
        rows={3}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row">
        <PersonInput />
        <Button type="primary" htmlType="submit" disabled={readOnly || text.trim() === ""}>
          {t("remarks.add")}
        </Button>
      </div>
    </form>
  );
}
