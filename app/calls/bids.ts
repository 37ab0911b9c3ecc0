import { formatDocument } from "../../models/document/format.ts";
import type { SheetName } from "../../models/document/tender/sheets.ts";
import { RecordDecimal } from "../../models/engines/arithmetic/decimal.ts";
import { bidsProblem } from "../../models/wording/bids.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { isSealedBid } from "../bids/envelope.ts";
import { importBid, noticeDocument } from "../bids/import.ts";
import { stamped } from "../bids/locks.ts";
import { decipheredBids, recordOpening, sealedBidOf } from "../bids/sealed.ts";
import type { BidsView, Calls, Lang, Reply, SessionView } from "../contract.ts";
import { readModelBytes } from "../files/read.ts";
import { publicKeyText, tenderKey } from "../keys/tenderKey.ts";
import { fingerprintWords } from "../keys/words.ts";
import { refuse } from "../problems.ts";
import { lockOf, recordAct } from "../revisions/acts.ts";
import type { Session } from "../sessions/session.ts";
import { problemViews, unviewed } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import { ringOf } from "./keys.ts";
import type { Office } from "./office.ts";
import { readingIn } from "./opening.ts";
import { saveTo } from "./saving.ts";

type Bids = "tenderKey" | "sealBid" | "bidsNotice" | "takeBid" | "lockSheet";

/** Calls about files of bids and the sheets of a tender. */
export function bidCalls(office: Office): Pick<Handlers, Bids> {
  const inSession = async (
    { session: id, scenario, lang }: { readonly session: string; readonly scenario?: string; readonly lang: Lang },
    work: (session: Session) => Promise<Result<void>>,
  ): Promise<Reply<SessionView>> => {
    const session = office.sessions.find(id);
    const done = session.ok ? await work(session.value) : session;
    if (!session.ok || !done.ok) return { ok: false, problems: problemViews(done.ok ? [] : done.problems, lang) };
    return { ok: true, value: session.value.view(lang, scenario) };
  };

  return {
    tenderKey: async ({ make, lang }) => {
      const key = await tenderKey(office.options.dataFolder, { make });
      if (!key.ok) return { ok: false, problems: problemViews(key.problems, lang) };
      const { fingerprint, path, isNew } = key.value;
      const base64 = Buffer.from(publicKeyText(key.value)).toString("base64");
      return {
        ok: true,
        value: { name: "tender-key.json", base64, fingerprint, words: fingerprintWords(fingerprint), path, isNew },
      };
    },
    sealBid: ({ session: id, key, lang }) => {
      const session = office.sessions.find(id);
      const sealed = session.ok
        ? sealedBidOf(session.value.document, Buffer.from(key, "base64"), {
            bid: session.value.name,
            key: "tender-key.json",
          })
        : session;
      if (!session.ok || !sealed.ok)
        return { ok: false, problems: problemViews(sealed.ok ? [] : sealed.problems, lang) };
      const { bytes, fingerprint, hash } = sealed.value;
      const base64 = Buffer.from(bytes).toString("base64");
      return {
        ok: true,
        value: { name: `${session.value.name}.bid`, base64, fingerprint, words: fingerprintWords(fingerprint), hash },
      };
    },
    bidsNotice: ({ session: id, lang }) => {
      const session = office.sessions.find(id);
      const given = session.ok ? noticeDocument(session.value.document) : session;
      if (!session.ok || !given.ok) return { ok: false, problems: problemViews(given.ok ? [] : given.problems, lang) };
      const base64 = Buffer.from(formatDocument(given.value)).toString("base64");
      return { ok: true, value: { name: `${session.value.name}-bid.json`, base64 } };
    },
    takeBid: (args) => inSession(args, (session) => takeBid(office, session, args)),
    lockSheet: (args) => inSession(args, (session) => lockSheet(office, session, args)),
  };
}

/** Puts the bid of a picked file beside the others, one step of undo; a sealed one is opened, which is entered in the chain first. */
async function takeBid(
  office: Office,
  session: Session,
  { name, base64, lang, passphrase }: Calls["takeBid"]["args"],
): Promise<Result<void>> {
  const given = Buffer.from(base64, "base64");
  const bytes = isSealedBid(given)
    ? await openSealed(office, session, { name, bytes: given }, passphrase)
    : succeed(given);
  if (!bytes.ok) return bytes;
  const read = await readModelBytes(
    isSealedBid(given) ? `${name}.json` : name,
    bytes.value,
    readingIn(office, lang, passphrase === undefined ? {} : { passphrase }),
  );
  if (!read.ok) return read;
  const taken = importBid(session.document, read.value.document, name);
  if (!taken.ok) return taken;
  const { document, bid } = taken.value;
  return session.replace(document, { zh: `导入报价“${bid.bidder}”`, en: `take the bid of ${bid.bidder}` });
}

/** What a sealed bid holds; that it was opened is on the drive before anybody sees it. */
async function openSealed(
  office: Office,
  session: Session,
  sealed: { readonly name: string; readonly bytes: Uint8Array },
  passphrase: string | undefined,
): Promise<Result<Uint8Array>> {
  const fixed = session.fixed();
  if (!fixed.ok) return fixed;
  const by = await office.person.name();
  return session.exclusively(async () => {
    const { document, origin } = session;
    const { file } = origin;
    const opened = await decipheredBids([sealed], { document, file, by, keys: ringOf(office, passphrase) });
    const [bytes] = opened.ok ? opened.value : [];
    if (!opened.ok) return opened;
    if (file === undefined || bytes === undefined) throw new Error("a bid was opened for no file");
    const recorded = await recordOpening(file, sealed.bytes, { by, now: office.now() });
    if (!recorded.ok) return recorded;
    session.moved({ ...session.origin, file: recorded.value });
    return succeed(bytes);
  });
}

const LABELS = {
  evaluation: { zh: "锁定评标表", en: "lock the evaluation" },
  award: { zh: "锁定定标表", en: "lock the award" },
} as const;

/**
 * Locks a sheet: what it says and its hash are saved as a revision, and the hash is entered into the chain beside it. One that was stamped and could not
 * be entered is looked at and stamped anew.
 */
async function lockSheet(
  office: Office,
  session: Session,
  { sheet, by, lang }: Calls["lockSheet"]["args"],
): Promise<Result<void>> {
  const { path, file } = session.origin;
  if (path === undefined || file === undefined) return fail(bidsProblem("needs_file", `tender/${sheet}`));
  if (session.readOnly !== undefined) return refuse("session.read_only", path);
  const { version } = session;
  const figures = sheet === "evaluation" ? await figuresOf(office, session, lang) : succeed([]);
  if (!figures.ok) return figures;
  if (session.version !== version) return refuse("bids.changed", path);
  const at = office.now().toISOString();
  const locked = stamped(session.document, sheet, file.entries, { at, by, figures: figures.value });
  if (!locked.ok) return locked;
  session.lock(locked.value, LABELS[sheet]);
  const mine = session.version;
  const saved = await saveTo(office, session, path, { lang, note: LABELS[sheet][lang] });
  if (!saved.ok) {
    if (session.version === mine) session.unlock();
    return saved;
  }
  return session.exclusively(() => enterLock(office, session, sheet, by));
}

/** The hash of the sheet is entered beside the revision that was just saved. */
async function enterLock(office: Office, session: Session, sheet: SheetName, by: string): Promise<Result<void>> {
  const now = session.origin.file;
  const hash = session.document.tender?.[sheet].locked?.hash;
  if (now === undefined || hash === undefined) throw new Error("a locked sheet was saved without its file or hash");
  const entered = await recordAct(now, lockOf(sheet), hash, { by, now: office.now() });
  if (!entered.ok) return entered;
  session.moved({ ...session.origin, file: entered.value });
  return succeed(undefined);
}

/** What the bids come to, as the sheet keeps it. */
async function figuresOf({ jobs }: Office, session: Session, lang: Lang) {
  const reply = await jobs.ask({ name: "bids", args: { job: `lock ${session.id}`, lang, locks: [] } }, session);
  if (!reply.ok) return fail(...reply.problems.map(unviewed));
  const { bids, groups } = reply.value as BidsView;
  const rows = groups.find(({ id }) => id === "value")?.rows ?? [];
  const figure = (name: string, index: number) => {
    const value = rows.find((row) => row.name === name)?.cells[index]?.value ?? null;
    return value === null ? null : new RecordDecimal(value).toDecimalPlaces(2).toFixed();
  };
  return succeed(
    bids.map(({ id }, index) => ({ id, npv: figure("npv", index), equivalent: figure("equivalent", index) })),
  );
}
