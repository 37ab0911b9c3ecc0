import type { Transport } from "../../app/contract.ts";
import { desktopTransport } from "./desktop.ts";
import { loopbackTransport, takeToken } from "./loopback.ts";

/** The way to the product: the desktop bridge where there is one, otherwise the host that served this page. */
export function chooseTransport(window: Window): Transport | null {
  if (window.pingheng) return desktopTransport(window.pingheng);
  const token = takeToken(window.location, window.sessionStorage, window.history);
  return token === null ? null : loopbackTransport(token);
}
