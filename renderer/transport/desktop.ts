import type { CallName, Calls, Transport } from "../../app/contract.ts";
import { wireFailure } from "./failure.ts";
import { checkReply } from "./shape.ts";

declare global {
  interface Window {
    /** Put there by the desktop shell's preload script. */
    readonly pingheng?: Transport;
  }
}

/** The product behind Electron IPC; replies are looked at just as those that come over HTTP. */
export function desktopTransport(bridge: Transport): Transport {
  return {
    async call<N extends CallName>(name: N, args: Calls[N]["args"]) {
      try {
        return checkReply<Calls[N]["value"]>(name, await bridge.call(name, args));
      } catch {
        return wireFailure("wire.unreachable", name);
      }
    },
    onProgress: (listener) => bridge.onProgress(listener),
    ...(bridge.desktop ? { desktop: bridge.desktop } : {}),
  };
}
