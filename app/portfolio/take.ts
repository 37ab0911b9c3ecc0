import { basename, extname } from "node:path";
import { isId } from "../../models/document/ids.ts";
import { documentHash } from "../../models/document/portfolio/embedded.ts";
import type { MemberSpec, ModelDocument } from "../../models/document/schema.ts";
import { portfolioProblem } from "../../models/wording/portfolio.ts";
import { fail, type Result } from "../../models/wording/problem.ts";
import type { Office } from "../calls/office.ts";
import { readingIn } from "../calls/opening.ts";
import type { Calls, Edit } from "../contract.ts";
import { readModelBytes } from "../files/read.ts";
import { refuse } from "../problems.ts";
import type { Session } from "../sessions/session.ts";

/** Puts a model file into the portfolio, one step of undo: a new member, or the document a member is known by its hash to need. */
export async function takeMember(
  office: Office,
  session: Session,
  { member, name, base64, lang, ...given }: Calls["takeMember"]["args"],
): Promise<Result<void>> {
  const { members } = session.document;
  if (members === undefined) return fail(portfolioProblem("not_portfolio", "members"));
  const read = await readModelBytes(name, Buffer.from(base64, "base64"), readingIn(office, lang, given));
  if (!read.ok) return read;
  const { document } = read.value;
  const id = member ?? freeId(basename(name, extname(name)), members);
  if (document.members !== undefined) return fail(portfolioProblem("nested", `members/${id}`, { member: id }));
  const found = member === undefined ? { id } : members.find((one) => one.id === member);
  if (found === undefined) return refuse("portfolio.member_unknown", `members/${id}`, id);
  if ("hash" in found && found.hash !== undefined && found.hash !== documentHash(document))
    return refuse("portfolio.hash", `members/${id}/hash`, found.hash);
  const label = { zh: `加入项目“${document.project.name}”`, en: `add project “${document.project.name}”` };
  return session.edit({ edits: [{ path: `members/${id}`, value: memberValue(found, document) }], label });
}

function memberValue(found: Partial<MemberSpec>, document: ModelDocument): NonNullable<Edit["value"]> {
  const { hash: _replaced, ...rest } = found;
  return JSON.parse(JSON.stringify({ ...rest, document })) as NonNullable<Edit["value"]>;
}

/** The file's name where it may be one, and is not taken. */
function freeId(wanted: string, members: readonly MemberSpec[]): string {
  const word = wanted.replace(/[^A-Za-z0-9_\u4e00-\u9fff]/g, "_").slice(0, 40);
  const base = isId(word) ? word : `project_${word}`.slice(0, 48);
  const taken = new Set(members.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(id)) return id;
  }
}
