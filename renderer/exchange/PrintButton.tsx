import { Button } from "antd";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { showPreview, usePrinting } from "./printing.ts";

/** Opens what a page shows as it is printed: 报表, 平衡台. */
export function PrintButton({ form }: { readonly form: "statements" | "board" }) {
  const { t } = useWords();
  const running = usePrinting((state) => state.preparing === form);
  return (
    <Button
      type="text"
      size="small"
      loading={running}
      icon={<Icon name="print" />}
      onClick={() => void showPreview(form)}
    >
      {t("print.preview")}
    </Button>
  );
}
