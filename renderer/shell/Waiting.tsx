import { Spin } from "antd";
import { useWords } from "../language/i18n.ts";

/** The moment before the host has answered for the first time. */
export function Waiting() {
  const { t } = useWords();
  return (
    <main className="centred">
      <Spin description={t("app.starting")} delay={200}>
        <div className="waiting" />
      </Spin>
    </main>
  );
}
