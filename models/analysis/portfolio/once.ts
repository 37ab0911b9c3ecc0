import { documentHash } from "../../document/portfolio/embedded.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { portfolioProblem } from "../../wording/portfolio.ts";
import { type Text, text } from "../../wording/text.ts";
import type { ReadMember } from "./inputs.ts";

/** A member by label and id: two of one project often have one label. */
const named = ({ id, label }: ReadMember): Text => text(`${label.zh}(${id})`, `${label.en} (${id})`);

const hashOf = ({ document, spec }: ReadMember): string =>
  document === undefined ? (spec.hash ?? "") : documentHash(document);

/** A project is counted once: members of one document, in whatever scenario and from whatever start, are not computed, and each names the other. */
export function eachOnce(members: readonly ReadMember[]): readonly ReadMember[] {
  const byHash = Map.groupBy(members, hashOf);
  return members.map((member) => {
    const other = byHash.get(hashOf(member))?.find((one) => one !== member);
    if (other === undefined) return member;
    const args = { member: named(member), other: named(other) };
    return { ...member, years: portfolioProblem("member_twice", `members/${member.id}`, args) };
  });
}

/** Members that may be one project though their documents differ. */
export interface Alike {
  readonly members: readonly [ReadMember, ReadMember];
  readonly message: Text;
}

/** Pairs of one name, or of one content under two names. */
export function alikeAmong(members: readonly ReadMember[]): readonly Alike[] {
  const read = members.filter(({ years }) => !("code" in years));
  const nameOf = ({ document }: ReadMember): string =>
    document === undefined ? "" : JSON.stringify([document.project.name.trim(), document.project.city ?? ""]);
  const pairs = (keyOf: (member: ReadMember) => string) =>
    [...Map.groupBy(read, keyOf)].flatMap(([key, [first, ...others]]) =>
      key === "" || first === undefined ? [] : others.map((other): Alike["members"] => [first, other]),
    );
  return [
    ...pairs(nameOf).map((pair) => ({ members: pair, message: SAME_NAME(pair) })),
    ...pairs(contentOf).map((pair) => ({ members: pair, message: SAME_CONTENT(pair) })),
  ];
}

const contents = new WeakMap<ModelDocument, string>();

/** What a document holds beside how its project is called. */
function contentOf({ document }: ReadMember): string {
  if (document === undefined) return "";
  const { type, mode, implementer, households } = document.project;
  const found =
    contents.get(document) ?? documentHash({ ...document, project: { name: "", type, mode, implementer, households } });
  contents.set(document, found);
  return found;
}

const SAME_NAME = ([one, other]: Alike["members"]): Text => ({
  zh: `成员“${named(one).zh}”与“${named(other).zh}”的项目名称相同;若是同一项目,则计入了两次`,
  en: `members “${named(one).en}” and “${named(other).en}” carry the name of one project; if they are one, it is counted twice`,
});

const SAME_CONTENT = ([one, other]: Alike["members"]): Text => ({
  zh: `成员“${named(one).zh}”与“${named(other).zh}”除项目名称外内容完全相同;若是同一项目,则计入了两次`,
  en: `members “${named(one).en}” and “${named(other).en}” are the same but for the name; if they are one project, it is counted twice`,
});
