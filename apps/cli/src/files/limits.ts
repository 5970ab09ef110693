/** What a data file may be: beyond these it is refused before it can take the machine's memory or an hour of its time. */

/** A register of a whole country is about 5 MB. */
export const largestFileBytes = 10_000_000;

/** Levels of lists and keys within one another; a plan has seven. */
export const deepestNesting = 64;

/** Words, marks and spaces of a YAML file; 10 MB of ordinary text has two to three millions. */
export const mostYamlTokens = 4_000_000;

/** References (`*name`) in a YAML file. */
export const mostAliases = 100;

/** Values that they may stand for, all in all. */
export const mostAliasedValues = 100_000;

/** Rows of one table: Excel's own limit. */
export const mostRows = 1_048_576;

/** Cells of one sheet, empty ones between others included. */
export const mostCells = 5_000_000;

/** Uncompressed size of a workbook. */
export const largestWorkbookBytes = 100_000_000;

/** Times that a part of a workbook may grow when it is unpacked; a large sheet of equal rows grows fifty times. */
export const largestRatio = 250;

/** Syntax errors told of one file; they often follow from one another. */
export const mostSyntaxErrors = 100;
