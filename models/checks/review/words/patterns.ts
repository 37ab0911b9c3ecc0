/** Weight of a sentence: a plain promise is rejected, a doubtful one is asked about with its words quoted. */
export type Weight = "R" | "Q";

/** One way of promising what must not be promised: how it is worded, and what its sentence says beside it. */
export interface Wording {
  readonly says: RegExp;
  /** Sentences in which the same words mean something else. */
  readonly harmless?: RegExp;
  /** What makes it a plain promise; always one when absent. */
  readonly plain?: RegExp;
  /** What it is where nothing makes it plain; nothing at all when absent. */
  readonly otherwise?: "Q";
  /** What the sentence must have said by the end of the clause. */
  readonly given?: RegExp;
  /** The words themselves refuse something: only a rule that forbids them denies them. */
  readonly refuses?: true;
}

/** One directly after the other. */
export const inRow = (...patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => `(?:${source})`).join(""));
export const any = (...patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join("|"));
/** All of them somewhere in the sentence. */
export const all = (...patterns: readonly RegExp[]): RegExp => new RegExp(`^${patterns.map(({ source }) => `(?=.*(?:${source}))`).join("")}`);

/** Some, and none of the others, anywhere in the sentence. */
export const allBut = (some: RegExp, none: RegExp): RegExp => new RegExp(`^(?=.*(?:${some.source}))(?!.*(?:${none.source}))`);

/** Where one of them stands nowhere in the sentence. */
export const without = (...patterns: readonly RegExp[]): RegExp => any(...patterns.map(({ source }) => new RegExp(`^(?!.*(?:${source}))`)));
export const NEVER = /(?!)/;

const BETWEEN = /(?:(?!由|居民|业主|项目公司|运营商|购房人)[^,。]){0,24}?/;
/** An actor, and in the same clause what he does, nobody else stepping between. */
export const acts = (actor: RegExp, verb: RegExp): RegExp => new RegExp(`(?:${actor.source})${BETWEEN.source}(?:${verb.source})`);
