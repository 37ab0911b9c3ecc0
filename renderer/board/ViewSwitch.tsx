import { Segmented } from "antd";
import { useWords } from "../language/i18n.ts";

export type View = "chart" | "table";

/** Chart or the same numbers as a table. */
export function ViewSwitch(props: {
  readonly value: View;
  readonly label: string;
  readonly onChange: (view: View) => void;
}) {
  const { t } = useWords();
  return (
    <Segmented<View>
      size="small"
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
      options={[
        { value: "chart", label: t("board.chart") },
        { value: "table", label: t("board.table") },
      ]}
    />
  );
}
