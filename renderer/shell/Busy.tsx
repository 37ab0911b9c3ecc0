import { Button, Spin } from "antd";
import { useWords } from "../language/i18n.ts";
import { cancelOpening } from "../session/open.ts";
import { useSession } from "../session/store.ts";

/** Over the whole window while the host works; an opening can be given up. */
export function Busy() {
  const { t } = useWords();
  const opening = useSession((state) => state.opening);
  const words = t("app.working");
  return (
    <Spin
      fullscreen
      delay={300}
      description={
        opening === undefined ? (
          words
        ) : (
          <span className="busy">
            {words}
            <Button size="small" onClick={cancelOpening}>
              {t("start.cancelOpening")}
            </Button>
          </span>
        )
      }
    />
  );
}
