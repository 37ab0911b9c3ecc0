/** A table of any file mapped to an input. */
export const mapping = {
  mapping: {
    title: "Import by columns",
    lead: "Reads a table of any Excel or CSV file into a table or series of the model. Values alone: formulas are never calculated, nor what they show taken; paste them as values first.",
    known: "The headings are those of last time: mapped as it was then.",
    failed: "Not read",
    sheet: "Sheet",
    head: "Row of headings",
    headHint: "0 for none",
    target: "Goes to",
    mode: "Rows",
    add: "behind those there are",
    replace: "in their place",
    column: "column of the file",
    samples: "first rows",
    field: "goes to",
    none: "not read",
    changes: "Rows read: {{rows}}; cells changed: {{count}}",
    begin: "Import by columns…",
    beginLead: "This was not exported by Pingheng; a table of it can be mapped to an input, column by column.",
    fromFile: "Fill in from Excel or CSV",
  },
};
