import { openModelBytes, openModelFile } from "../../db/model-file.ts";
import type { StoredModel } from "../../db/stored.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type { Calls, Lang, MergeView, Reply } from "../contract.ts";
import { readModelBytes, readModelPath } from "../files/read.ts";
import { grouped } from "../keys/fingerprint.ts";
import { fingerprintWords } from "../keys/words.ts";
import { refuse } from "../problems.ts";
import { baseOf } from "../revisions/ancestry.ts";
import { findRevision } from "../revisions/find.ts";
import { logOf } from "../revisions/log.ts";
import { mergeCopies } from "../revisions/merge.ts";
import { sealOpened } from "../revisions/seal.ts";
import type { Verifiable } from "../revisions/verify.ts";
import { revisionsView, sealView } from "../revisions/views.ts";
import { placeLabel } from "../scenarios/labels.ts";
import type { Session } from "../sessions/session.ts";
import { problemViews, unviewed } from "../wording.ts";
import type { Side } from "../workers/protocol.ts";
import type { Handlers } from "./dispatch.ts";
import { ringOf } from "./keys.ts";
import type { Office } from "./office.ts";
import { holdFor } from "./opening.ts";

type Revisions = "person" | "merge" | "release" | "revisions" | "diff" | "restore" | "seal" | "verify";
type Args<N extends Revisions> = Calls[N]["args"];

/** Calls about the history of a model file. */
export function revisionCalls(office: Office): Pick<Handlers, Revisions> {
  const inSession = async <T>(
    { session: id, lang }: { readonly session: string; readonly lang: Lang },
    work: (session: Session) => Promise<Result<T>> | Result<T>,
  ): Promise<Reply<T>> => {
    const session = office.sessions.find(id);
    if (!session.ok) return { ok: false, problems: problemViews(session.problems, lang) };
    const done = await work(session.value);
    return done.ok ? done : { ok: false, problems: problemViews(done.problems, lang) };
  };

  return {
    person: async ({ name, lang }) => {
      const renamed = name === undefined ? succeed(undefined) : await office.person.rename(name);
      if (!renamed.ok) return { ok: false, problems: problemViews(renamed.problems, lang) };
      return { ok: true, value: { name: await office.person.name() } };
    },
    release: (args) =>
      inSession(args, async (session) => {
        await release(session, args.to);
        return succeed(session.view(args.lang, args.scenario));
      }),
    revisions: (args) =>
      inSession(args, (session) => {
        const stored = storedOf(session);
        if (stored === undefined) return succeed({ revisions: [], chain: "" });
        return succeed(revisionsView(logOf(stored), stored.entries.at(-1)?.hash ?? ""));
      }),
    diff: (args) => inSession(args, (session) => diff(office, session, args)),
    restore: (args) => inSession(args, (session) => restore(office, session, args)),
    merge: (args) => inSession(args, (session) => merge(office, session, args)),
    seal: (args) => inSession(args, (session) => session.exclusively(() => seal(office, session, args))),
    verify: (args) => inSession(args, (session) => verify(office, session, args)),
  };
}

/** The person has said where to work: in the file, which is then held, or in a copy that goes on from its history. */
async function release(session: Session, to: "file" | "copy"): Promise<void> {
  const { held, ...kept } = session.origin;
  // Who works in the file already holds it.
  if (held === undefined && to === "file") return;
  if (to === "copy") return session.moved(session.copied());
  const free = kept.path === undefined || kept.readOnly !== undefined ? {} : await holdFor(kept.path);
  session.moved({ ...kept, ...free });
}

/** What a thread answered, as everything else in here answers. */
function resultOf<T>(reply: Reply<unknown>): Result<T> {
  // Our own code answered: its value is what the call promises.
  return reply.ok ? succeed(reply.value as T) : fail(...reply.problems.map(unviewed));
}

const storedOf = ({ origin }: Session): StoredModel | undefined => origin.file ?? origin.stored;

const guardOf = ({ options: { launchGuard: launch } }: Office) => (launch === undefined ? {} : { launch });

/** A revision of the file as it was opened or last saved. */
async function readRevision(office: Office, session: Session, id: string): Promise<Result<StoredModel>> {
  const stored = storedOf(session);
  if (stored === undefined) return refuse("revision.none", session.name);
  const revision = findRevision(stored, id);
  if (!revision.ok) return revision;
  if (revision.value === stored.revision.id) return succeed(stored);
  return openModelBytes(session.name, stored.bytes, { ...guardOf(office), revision: revision.value });
}

async function sideOf(office: Office, session: Session, id: string): Promise<Result<Side>> {
  if (id === "") return succeed({ name: "", source: null });
  const read = await readRevision(office, session, id);
  if (!read.ok) return read;
  const { document: text, packs } = read.value.revision;
  return succeed({ name: id, source: { path: session.name, text, packs } });
}

async function diff(
  office: Office,
  session: Session,
  { from, to, job, lang }: Args<"diff">,
): Promise<Result<Calls["diff"]["value"]>> {
  const [before, after] = [await sideOf(office, session, from), await sideOf(office, session, to)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  const args = { from: before.value, to: after.value, job, lang };
  return resultOf(await office.jobs.ask({ name: "diff", args }, session));
}

async function restore(office: Office, session: Session, { revision, scenario, lang }: Args<"restore">) {
  const side = await sideOf(office, session, revision);
  if (!side.ok) return side;
  if (side.value.source === null) return refuse("revision.unknown", session.name);
  const read = await office.jobs.read(side.value.source, lang, undefined);
  if (!read.ok) return read;
  const number = storedOf(session)?.revisions.findIndex(({ id }) => id.startsWith(revision)) ?? -1;
  const label = { zh: `恢复版本 ${number + 1}`, en: `restore revision ${number + 1}` };
  const replaced = session.replace(read.value.document, label);
  return replaced.ok ? succeed(session.view(lang, scenario)) : replaced;
}

async function merge(office: Office, session: Session, args: Args<"merge">): Promise<Result<MergeView>> {
  const { name, path, base64, choices, apply, scenario, lang, passphrase } = args;
  const own = storedOf(session);
  if (own === undefined) return refuse("revision.none", session.name);
  if (apply && session.readOnly !== undefined) return refuse("session.read_only", session.name);
  // Copies of a locked file have its lock, unless somebody gave them another.
  const unlock = passphrase === undefined ? own.vault : async () => succeed(passphrase);
  const reading = { ...guardOf(office), unlock };
  const read =
    path === undefined
      ? await readModelBytes(name, Buffer.from(base64 ?? "", "base64"), reading)
      : await readModelPath(path, reading);
  if (!read.ok) return read;
  const other = read.value.file ?? read.value.stored;
  if (other === undefined) return refuse("revision.json", name);
  const copies = [
    { stored: own, document: session.document },
    { stored: other, document: read.value.document },
  ] as const;
  const base = await baseOf(...copies, async ({ revision, heldBy }) => {
    const held = await openModelBytes(name, copies[heldBy === "mine" ? 0 : 1].stored.bytes, { ...reading, revision });
    if (!held.ok) return held;
    const { document: text, packs } = held.value.revision;
    const source = await office.jobs.read({ path: name, text, packs }, lang, undefined);
    return source.ok ? succeed(source.value.document) : source;
  });
  if (!base.ok) return base;
  if (base.value === undefined) return refuse("merge.unrelated", name);
  const { revision, heldBy, whole } = base.value;
  const choosing = new Map(choices.map((one) => [one.path, one.side]));
  const by = await office.person.name();
  const merged = mergeCopies(base.value, ...copies, { choices: choosing, by, now: office.now() });
  if (!merged.ok) return merged;
  const { conflicts, taken, left, open, document } = merged.value;
  const labelOf = (place: string) => placeLabel(session.document, place)[lang];
  const view: MergeView = {
    common: copies[heldBy === "mine" ? 0 : 1].stored.revisions.findIndex(({ id }) => id === revision) + 1,
    whole,
    taken: taken.length,
    draft: draftIn(other),
    left: left.map(labelOf),
    conflicts: conflicts.map(({ choice: _choice, ...conflict }) => ({
      ...conflict,
      label: labelOf(conflict.path),
    })),
  };
  if (!apply) return succeed(view);
  if (open.length > 0) return refuse("merge.open", name);
  if (!document.ok) return document;
  if (document.value === session.document) return succeed({ ...view, session: session.view(lang, scenario) });
  const replaced = session.replace(document.value, { zh: `合并 ${name}`, en: `merge ${name}` });
  return replaced.ok ? succeed({ ...view, session: session.view(lang, scenario) }) : replaced;
}

/** Who kept a draft in a file, and when. */
const draftIn = ({ draft }: StoredModel): MergeView["draft"] => draft && { author: draft.author, at: draft.at };

async function seal(
  office: Office,
  session: Session,
  { by, note, sign, passphrase }: Args<"seal">,
): Promise<Result<Calls["seal"]["value"]>> {
  const { file } = session.origin;
  if (file === undefined) return refuse("revision.none", session.name);
  if (session.dirty) return refuse("seal.unsaved", session.name);
  const fixed = session.fixed();
  if (!fixed.ok) return fixed;
  const mark = session.mark();
  const keys = sign ? ringOf(office, passphrase) : undefined;
  const sealed = await sealOpened(file, { by, note, now: office.now(), keys });
  if (!sealed.ok) return sealed;
  const { told, file: after } = sealed.value;
  session.saved({ ...session.origin, file: after }, mark);
  return succeed({
    chain: grouped(told.chain),
    seal: told.seal === undefined ? null : sealView(told.seal),
    key: told.key === undefined ? null : { ...told.key, words: fingerprintWords(told.key.fingerprint) },
  });
}

/** What is on the drive now, not what was read when the file was opened. */
async function verify(
  office: Office,
  session: Session,
  { revision, against, job, lang }: Args<"verify">,
): Promise<Result<Calls["verify"]["value"]>> {
  const whole = await readWhole(office, session);
  if (!whole.ok) return whole;
  const id = revision === undefined ? succeed(whole.value.head) : findRevision(whole.value, revision);
  if (!id.ok) return id;
  const isHead = id.value === whole.value.head;
  const asked = { ...guardOf(office), revision: id.value };
  const read = isHead ? whole : await openModelBytes(session.name, whole.value.bytes, asked);
  if (!read.ok) return read;
  const { revisions, entries, draft, history } = read.value;
  const stored: Verifiable = { revision: read.value.revision, revisions, entries, draft, history };
  const args = { stored, path: session.name, job, lang, ...(against ? { against } : {}) };
  return resultOf(await office.jobs.ask({ name: "verify", args }, session));
}

function readWhole(office: Office, session: Session): Promise<Result<StoredModel>> | Result<StoredModel> {
  const { file, stored } = session.origin;
  const options = { ...guardOf(office), whole: true };
  if (file !== undefined) return openModelFile(file.path, { ...options, unlock: file.vault });
  if (stored !== undefined) return openModelBytes(session.name, stored.bytes, options);
  return refuse("revision.none", session.name);
}
