/** 市政、物业、商业: the three books of an integrated operation. */
export const BOOKS = {
  municipal: { zh: "市政", en: "municipal" },
  property: { zh: "物业", en: "property" },
  commercial: { zh: "商业", en: "commercial" },
};

/** A cost belongs to one book, or to all of them. */
export const COST_BOOKS = { ...BOOKS, shared: { zh: "共同", en: "shared" } };
