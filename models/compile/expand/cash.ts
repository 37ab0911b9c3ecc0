import type { ModelDocument, PartySpec } from "../../document/schema.ts";
import { type Posting, type Tag, UNKNOWN } from "../../language/line.ts";
import { documentProblem, documentWord, suggestion } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import { type Crossing, perimeterPosting } from "./posting.ts";
import { isInProject } from "./system.ts";

interface CashLine {
  readonly id: string;
  readonly payer: string | undefined;
  readonly payee: string | undefined;
  readonly path: string;
}

export interface CashSides {
  readonly sides: { readonly payer?: string; readonly payee?: string };
  /** `crosses`: how the money stands to the project perimeter. */
  readonly tags: Readonly<Record<string, Tag>>;
  readonly problem?: Problem;
}

/** Who pays whom, and whether that crosses the perimeter of the project. A word is a party's id, or a role that only one party has. */
export function cashSides(line: CashLine, document: ModelDocument): CashSides {
  if (line.payer === undefined && line.payee === undefined) return { sides: {}, tags: {} };
  if (line.payer === undefined || line.payee === undefined)
    return { sides: {}, tags: {}, problem: documentProblem("document.cash_one_side", line.path, {}) };
  const payer = findParty(line.payer, document);
  const payee = findParty(line.payee, document);
  const sides = { payer: payer?.id ?? line.payer, payee: payee?.id ?? line.payee };
  if (line.payer === UNKNOWN || line.payee === UNKNOWN) return { sides, tags: { crosses: UNKNOWN } };
  const tags = { crosses: crossing(payer, payee) };
  if (payer === undefined) return { sides, tags, problem: unknownParty(line, "payer", line.payer, document) };
  if (payee === undefined) return { sides, tags, problem: unknownParty(line, "payee", line.payee, document) };
  if (payer.id === payee.id)
    return {
      sides,
      tags,
      problem: documentProblem("document.cash_same", line.path, { line: line.id, party: payer.id }),
    };
  return { sides, tags };
}

/**
 * The accounts a line is entered in, as tags `debit` and `credit`, where it concerns the project perimeter. A booking concerns it unless the party whose
 * books it is about is outside; `perimeter` tells for every line that has such a party.
 */
export function postingTags(line: PostingLine, document: ModelDocument): Readonly<Record<string, Tag>> {
  const { crosses, taxpayer, borrower, holder, lender } = line.tags;
  const partyOf = (tag: Tag | undefined) => (tag === undefined ? undefined : findParty(String(tag), document));
  const owner = taxpayer ?? borrower ?? holder;
  if (crosses === UNKNOWN || owner === UNKNOWN) return { perimeter: UNKNOWN, debit: UNKNOWN, credit: UNKNOWN };
  const party = partyOf(owner);
  // What one party of the project owes another, the project does not owe.
  const creditor = partyOf(lender);
  const concerns = party !== undefined && isInProject(party) && !(creditor !== undefined && isInProject(creditor));
  const perimeter = party === undefined ? {} : { perimeter: concerns ? "yes" : "no" };
  if (crosses === undefined && party !== undefined && !concerns) return perimeter;
  const posting = perimeterPosting({ role: line.role, posts: line.posts, crosses: crosses as Crossing | undefined });
  return posting === undefined ? perimeter : { ...perimeter, debit: posting.debit, credit: posting.credit };
}

interface PostingLine {
  readonly role?: string | undefined;
  readonly posts?: Posting | undefined;
  readonly tags: Readonly<Record<string, Tag>>;
}

function findParty(word: string, { parties }: ModelDocument): PartySpec | undefined {
  const named = parties.find(({ id }) => id === word);
  if (named !== undefined) return named;
  const [only, ...others] = parties.filter(({ role }) => role === word);
  return others.length === 0 ? only : undefined;
}

function unknownParty(line: CashLine, side: "payer" | "payee", party: string, { parties }: ModelDocument): Problem {
  return documentProblem("document.cash_party", line.path, {
    side: documentWord(side),
    party,
    line: line.id,
    suggestion: suggestion(
      party,
      parties.map(({ id }) => id),
    ),
  });
}

function crossing(payer: PartySpec | undefined, payee: PartySpec | undefined): Crossing {
  const from = payer !== undefined && isInProject(payer);
  const to = payee !== undefined && isInProject(payee);
  if (from) return to ? "inside" : "out";
  return to ? "in" : "outside";
}
