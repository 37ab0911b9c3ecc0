/** 已撤销、作废: what the record itself says of its paper. */
const REVOKED =
  /(?:已|被|予以|现)[^,。;]{0,12}(?:撤销|撤回|作废|废止|失效|终止)|(?:撤销|作废|废止)(?:通知|决定)|\b(?:revoked|withdrawn|repealed|annulled|void)\b/i;
/** What denies that, or speaks of what would be if. */
const NOT_REVOKED =
  /未(?:被)?(?:撤销|撤回|作废|废止|失效|终止)|(?:如|若|一旦)[^。;]{0,20}(?:撤销|撤回|作废|终止)|\bnot (?:been )?(?:revoked|withdrawn|repealed)/i;
/** 未定稿: a draft, an application or a picture of a chat is no paper of its issuer. */
const DRAFT =
  /送审稿|征求意见稿|草案|草稿|初稿|讨论稿|报批稿|申请(?:表|书)|请示|截图|微信|接龙|口头|\b(?:draft|application form|screenshot)\b/i;
/** 不是批复的文件: a bank's credit letter, minutes of a meeting. */
const NO_DECISION = /授信|会议纪要|意向|洽谈|备忘录|\b(?:credit letter|minutes|letter of intent|memorandum)\b/i;

/** What the words about a paper say of it. */
export const isRevoked = (words: string): boolean => REVOKED.test(words) && !NOT_REVOKED.test(words);
export const isDraft = (name: string): boolean => DRAFT.test(name);
/** Neither a decision nor a contract: it binds nobody. */
export const isNoDecision = (name: string): boolean => NO_DECISION.test(name);
