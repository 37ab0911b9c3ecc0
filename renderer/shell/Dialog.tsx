import { Modal, type ModalProps } from "antd";
import { useEffect, useState } from "react";
import { focusPage, isNowhere } from "./regions.ts";

/** Puts the cursor back to where it was before something opened over the page, unless it was sent elsewhere. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // What closes may send the cursor to a field of the page, once that is there.
      setTimeout(() => {
        if (isNowhere() && before instanceof HTMLElement) before.focus();
        if (isNowhere()) focusPage();
      });
    },
    [before],
  );
}

/**
 * A dialog over the page. The page itself never scrolls, so nothing has to be locked; the lock would put a style
 * sheet without the policy's nonce into the page.
 */
export function Dialog(props: ModalProps) {
  useFocusBack();
  return <Modal open scrollLock={false} {...props} />;
}
