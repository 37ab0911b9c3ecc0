import type { PackText } from "../../db/stored.ts";
import type { MemberSpec, ModelDocument } from "../../models/document/schema.ts";
import { type Pack, packSchema } from "../../models/policy/pack.ts";
import { PUBLISHED_PACKS } from "../../models/policy/packs.ts";

type PackRef = ModelDocument["packs"][number];

/**
 * The document with its packs as the open model holds them: a text that is word for word the installed pack's is left out, one that is
 * not (another version, another author) stays with the document or is taken from the file that brought it.
 */
export function settlePacks(document: ModelDocument, brought: readonly PackText[] = []): ModelDocument {
  return document.members === undefined
    ? settledAlone(document, brought)
    : settledMembers(document, document.members, brought);
}

/** A portfolio carries the texts of its members' packs once each: a member takes from there what it does not carry itself. */
function settledMembers(
  document: ModelDocument,
  members: NonNullable<ModelDocument["members"]>,
  brought: readonly PackText[],
): ModelDocument {
  const own = document.packs.flatMap(({ id, version, text }) =>
    text === undefined ? [] : [{ id, version, text: JSON.stringify(text) }],
  );
  const settledOf = (member: MemberSpec): MemberSpec => {
    const inside = member.document as unknown as ModelDocument | undefined;
    const whole = inside === undefined ? undefined : settledAlone(inside, [...brought, ...own]);
    return whole === inside ? member : { ...member, document: whole as unknown as NonNullable<MemberSpec["document"]> };
  };
  return { ...settledAlone(document, brought), members: members.map(settledOf) };
}

/** The document with every pack its members use among its own, so that saving it carries their texts. */
export function withMembersPacks(document: ModelDocument): ModelDocument {
  if (document.members === undefined) return document;
  const inside = document.members.flatMap(
    (member) => (member.document as unknown as ModelDocument | undefined)?.packs ?? [],
  );
  const byKey = new Map([...inside, ...document.packs].map((ref) => [`${ref.id}@${ref.version}`, ref]));
  const once = new Map([...byKey.values()].map((ref) => [ref.id, ref]));
  // Of two versions of one pack the list names one; the other stays with the member that carries it.
  return { ...document, packs: [...once.values()] };
}

function settledAlone(document: ModelDocument, brought: readonly PackText[]): ModelDocument {
  const packs = document.packs.map((ref) => settled(ref, brought));
  return packs.every((ref, index) => ref === document.packs[index]) ? document : { ...document, packs };
}

function settled(ref: PackRef, brought: readonly PackText[]): PackRef {
  const text = ref.text ?? packIn(brought.find(({ id, version }) => id === ref.id && version === ref.version));
  if (text === undefined) return ref;
  const { id, version } = ref;
  const installed = PUBLISHED_PACKS.find((pack) => pack.id === id && pack.version === version);
  const same = installed !== undefined && JSON.stringify(installed) === JSON.stringify(text);
  return same ? (ref.text === undefined ? ref : { id, version }) : { id, version, text };
}

/** A pack text of a file; one that is no pack is not used, and the reference then says that the pack is unknown. */
function packIn(brought: PackText | undefined): Pack | undefined {
  if (brought === undefined) return undefined;
  try {
    const parsed = packSchema.safeParse(JSON.parse(brought.text));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
