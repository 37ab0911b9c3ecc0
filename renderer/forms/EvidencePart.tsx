import { Input } from "antd";
import { useSession } from "../session/store.ts";
import { Labelled } from "./Labelled.tsx";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly put: (value: string) => void;
}

/** One thing said of a document: its number, its date, a remark. */
export function EvidencePart({ label, value, placeholder, put }: Props) {
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  return (
    <Labelled label={label} className="evidence-part">
      {(id) => (
        <Input
          id={id}
          value={value}
          disabled={readOnly}
          placeholder={placeholder}
          onChange={(event) => put(event.target.value)}
        />
      )}
    </Labelled>
  );
}
