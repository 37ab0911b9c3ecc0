import { z } from "zod";
import type { Result } from "../../models/wording/problem.ts";
import { jsonIn } from "../files/json.ts";
import { keyFingerprint } from "./fingerprint.ts";
import { type KeyFile, type KnownKey, keyFile, knownKey } from "./keyFile.ts";
import type { KeyRing } from "./signingKey.ts";

/** The X25519 key pair of whoever calls for tenders on this computer: bids are sealed to its public half, and opened with it alone. */
export const tenderKey = (dataFolder: string, how: { readonly make?: boolean } = {}): Promise<Result<KnownKey>> =>
  knownKey(dataFolder, "tender", { make: true, ...how });

/** The same with its private half. */
export const openTenderKey = ({ folder, unlock }: KeyRing): Promise<Result<KeyFile>> =>
  keyFile(folder, "tender", { unlock });

const FORMAT = "pingheng/tender-key";
const KEY_BYTES = 32;

const schema = z.object({ format: z.literal(FORMAT), version: z.literal(1), publicKey: z.base64().max(100) });

/** The public half as the file that bidders are given. */
export const publicKeyText = ({ publicKey, fingerprint }: Pick<KnownKey, "publicKey" | "fingerprint">): string =>
  `${JSON.stringify({ format: FORMAT, version: 1, publicKey, fingerprint }, null, 2)}\n`;

/** The public key in such a file, and what it is known by; undefined where it is none. The fingerprint written beside it is not believed. */
export function publicKeyIn(
  bytes: Uint8Array,
): { readonly publicKey: Uint8Array; readonly fingerprint: string } | undefined {
  const parsed = schema.safeParse(jsonIn(Buffer.from(bytes).toString("utf8")));
  if (!parsed.success) return undefined;
  const publicKey = Buffer.from(parsed.data.publicKey, "base64");
  return publicKey.length === KEY_BYTES ? { publicKey, fingerprint: keyFingerprint(parsed.data.publicKey) } : undefined;
}
