import type { Session } from "electron";
import { isOwnAddress } from "../protocol/address.ts";

export type Permission = Parameters<NonNullable<Parameters<Session["setPermissionRequestHandler"]>[0]>>[1];

/**
 * Every permission Electron knows, and why a page of ours does or does not get it. The compiler asks for a decision when
 * Electron learns a new one; what is missing here at run time is denied.
 */
export const permissions: Readonly<Record<Permission, { readonly allowed: boolean; readonly why: string }>> = {
  "clipboard-sanitized-write": { allowed: true, why: "copies cells and explanations as text" },
  ar: { allowed: false, why: "no augmented reality" },
  "automatic-fullscreen": { allowed: false, why: "the window menu switches to full screen" },
  "background-fetch": { allowed: false, why: "nothing is fetched" },
  "background-sync": { allowed: false, why: "nothing is synchronised" },
  "captured-surface-control": { allowed: false, why: "no capturing" },
  "clipboard-read": { allowed: false, why: "pasting by the user's own keys needs no permission" },
  "deprecated-sync-clipboard-read": { allowed: false, why: "pasting by the user's own keys needs no permission" },
  "display-capture": { allowed: false, why: "no capturing" },
  fileSystem: { allowed: false, why: "files go through the shell's own dialogs" },
  fullscreen: { allowed: false, why: "the window menu switches to full screen" },
  geolocation: { allowed: false, why: "no location" },
  "geolocation-approximate": { allowed: false, why: "no location" },
  "hand-tracking": { allowed: false, why: "no devices" },
  hid: { allowed: false, why: "no devices" },
  "idle-detection": { allowed: false, why: "the user is not watched" },
  keyboardLock: { allowed: false, why: "system shortcuts stay the system's" },
  "local-fonts": { allowed: false, why: "style sheets name system fonts without it" },
  "local-network": { allowed: false, why: "no network" },
  "local-network-access": { allowed: false, why: "no network" },
  "loopback-network": { allowed: false, why: "no network" },
  media: { allowed: false, why: "no camera, no microphone" },
  mediaKeySystem: { allowed: false, why: "no protected media" },
  midi: { allowed: false, why: "no devices" },
  midiSysex: { allowed: false, why: "no devices" },
  nfc: { allowed: false, why: "no devices" },
  notifications: { allowed: false, why: "messages stay inside the window" },
  openExternal: { allowed: false, why: "no link leaves the program" },
  "payment-handler": { allowed: false, why: "no payments" },
  "periodic-background-sync": { allowed: false, why: "nothing is synchronised" },
  "persistent-storage": { allowed: false, why: "preferences are small" },
  pointerLock: { allowed: false, why: "the pointer stays the user's" },
  "screen-wake-lock": { allowed: false, why: "the screen may sleep" },
  sensors: { allowed: false, why: "no devices" },
  serial: { allowed: false, why: "no devices" },
  "smart-card": { allowed: false, why: "no devices" },
  "speaker-selection": { allowed: false, why: "no sound" },
  "storage-access": { allowed: false, why: "no foreign frames" },
  "system-wake-lock": { allowed: false, why: "the computer may sleep" },
  "top-level-storage-access": { allowed: false, why: "no foreign frames" },
  usb: { allowed: false, why: "no devices" },
  vr: { allowed: false, why: "no virtual reality" },
  "web-app-installation": { allowed: false, why: "the program is installed already" },
  "web-printing": { allowed: false, why: "printing goes through the shell" },
  "window-management": { allowed: false, why: "one window" },
  unknown: { allowed: false, why: "what is unknown is denied" },
};

/** Whether a page at an address gets a permission: only our own pages, and only what the table allows. */
export function isPermitted(permission: string, address: string): boolean {
  if (!isOwnAddress(address) || !Object.hasOwn(permissions, permission)) return false;
  return permissions[permission as Permission].allowed;
}

/** Answers all of a session's permission questions from the table; devices and screen capture are never given. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isPermitted(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    isPermitted(permission, details.requestingUrl ?? origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
