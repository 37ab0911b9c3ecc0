import { replaceFile } from "../../db/disk/replace.ts";
import { writeTextFile } from "../../db/disk/text.ts";
import type { ModelFile } from "../../db/model-file.ts";
import { formatDocument } from "../../models/document/format.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { noticeHash } from "../../models/document/tender/hash.ts";
import { bidsProblem } from "../../models/wording/bids.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type { KnownKey } from "../keys/keyFile.ts";
import type { KeyRing } from "../keys/signingKey.ts";
import { openTenderKey, publicKeyIn, publicKeyText } from "../keys/tenderKey.ts";
import { actsIn, type Doing, recordAct } from "../revisions/acts.ts";
import { openSealedBid, sealBid, sealedHash } from "./envelope.ts";
import { bidRefusal, closedRefusal } from "./import.ts";

/** A bid as it is handed in. */
export interface SealedBid {
  readonly bytes: Uint8Array;
  /** What is entered into the chain when it is opened. */
  readonly hash: string;
  /** Whom it is sealed to, to be compared with what the notice says. */
  readonly fingerprint: string;
}

/**
 * Seals the filled-in file of a bidder.
 * @param key the file with the public key, as it was published
 * @param names of the bid and of the key, for problems
 */
export function sealedBidOf(
  document: ModelDocument,
  key: Uint8Array,
  names: { readonly bid: string; readonly key: string },
): Result<SealedBid> {
  const refused = bidRefusal(document, names.bid);
  if (refused !== undefined) return fail(refused);
  const to = publicKeyIn(key);
  if (to === undefined) return fail(bidsProblem("key_file", names.key, { file: names.key }));
  const bytes = new TextEncoder().encode(formatDocument(document));
  const sealed = sealBid(bytes, to.publicKey, document.bids[0]?.answers ?? "");
  return sealed.ok
    ? succeed({ bytes: sealed.value, hash: sealedHash(sealed.value), fingerprint: to.fingerprint })
    : sealed;
}

export interface Opening {
  /** The tender as the file that is open has it. */
  readonly document: ModelDocument;
  readonly file: ModelFile | undefined;
  /** Who opens. */
  readonly by: string;
  /** Where the key is, and what opens it. */
  readonly keys: KeyRing;
}

/**
 * Deciphers sealed bids, in memory: all of them, or none. What keeps an opening from being entered in the chain, or any bid from being taken,
 * keeps it from being done.
 */
export async function decipheredBids(
  sealed: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  { document, file, by, keys }: Opening,
): Promise<Result<readonly Uint8Array[]>> {
  const { tender } = document;
  if (tender === undefined) return fail(bidsProblem("no_tender", "tender"));
  const closed = closedRefusal(document);
  if (closed !== undefined) return fail(closed);
  if (file === undefined) return fail(bidsProblem("opening_needs_file", "tender"));
  if (by.trim() === "") return fail(bidsProblem("opening_author", file.path));
  const key = await openTenderKey(keys);
  if (!key.ok) return key;
  const notice = noticeHash(tender);
  const opened = sealed.map(({ name, bytes }) => openSealedBid(bytes, key.value.privateKey, notice, name));
  const refused = opened.flatMap((one) => (one.ok ? [] : one.problems));
  return refused.length > 0 ? fail(...refused) : succeed(opened.flatMap((one) => (one.ok ? [one.value] : [])));
}

/** Hashes of the sealed bids whose opening stands in the chain of a file. */
export const openedIn = ({ entries }: Pick<ModelFile, "entries">): readonly string[] =>
  actsIn(entries, "bid/opened").map(({ of }) => of);

/** Enters the opening of a sealed bid into the chain of the tender's file, before anything of the bid is shown. */
export async function recordOpening(file: ModelFile, bytes: Uint8Array, doing: Doing): Promise<Result<ModelFile>> {
  const hash = sealedHash(bytes);
  return openedIn(file).includes(hash) ? succeed(file) : recordAct(file, "bid/opened", hash, doing);
}

/** Writes a sealed bid, or leaves what is at the path unless it may be replaced. */
export const writeSealedBid = (path: string, { bytes }: SealedBid, fresh: boolean): Promise<Result<void>> =>
  replaceFile(path, bytes, { fresh });

/** Writes the public half of the key for the bidders. */
export const writePublicKey = (path: string, key: KnownKey, fresh: boolean): Promise<Result<void>> =>
  writeTextFile(path, publicKeyText(key), { fresh });
