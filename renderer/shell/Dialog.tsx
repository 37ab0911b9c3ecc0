import { Modal, type ModalProps } from "antd";

/**
 * A dialog over the page. The page itself never scrolls, so nothing has to be locked; the lock would put a style
 * sheet without the policy's nonce into the page.
 */
export function Dialog(props: ModalProps) {
  return <Modal open scrollLock={false} {...props} />;
}
