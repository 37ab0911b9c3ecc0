import type { InputRef } from "antd";
import { useEffect, useRef } from "react";

/** The field of a dialog that has the cursor first: a dialog is put into the page after its fields are made, too late for `autoFocus`. */
export function useFirst<Field extends { focus(): void } = InputRef>() {
  const field = useRef<Field>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}
