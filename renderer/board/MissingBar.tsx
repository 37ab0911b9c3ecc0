import { Button } from "antd";
import { useWords } from "../language/i18n.ts";
import { goToNextMissing, useMissing } from "../session/missing.ts";

/** How many required inputs are still empty, with a jump to the next one. */
export function MissingBar() {
  const { t } = useWords();
  const missing = useMissing();
  if (missing.length === 0) return null;
  return (
    <p className="missing-bar" aria-live="polite">
      <span>{t("missing.count", { count: missing.length })}</span>{" "}
      <Button size="small" onClick={goToNextMissing} title="F8">
        {t("missing.next")}
      </Button>
    </p>
  );
}
