import { Button } from "antd";
import { useWords } from "../language/i18n.ts";
import { beginImport } from "./importing.ts";
import { pickSpreadsheet } from "./pick.ts";

/** Fills a table or a series of a component from a file. */
export function FillFromFile({ path, disabled }: { readonly path: string; readonly disabled: boolean }) {
  const { t } = useWords();
  const pick = async () => {
    const picked = await pickSpreadsheet();
    if (picked !== null) beginImport(picked, path);
  };
  return (
    <Button size="small" disabled={disabled} onClick={() => void pick()}>
      {t("mapping.fromFile")}
    </Button>
  );
}
