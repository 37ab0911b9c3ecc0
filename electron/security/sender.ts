import type { WebFrameMain } from "electron";
import { isOwnAddress } from "../protocol/address.ts";

/** The parts of an IPC event that say where it comes from. */
export interface Sent {
  readonly senderFrame: WebFrameMain | null;
}

/** Whether a message was sent by the top frame of one of our own pages: not by a frame inside it, not by a frame already gone. */
export function isOwnSender({ senderFrame }: Sent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnAddress(senderFrame.url);
}
