/** A sentence whose numbers do not break at the end of a line: `1 337` and `5.39 %` stay whole. */
export const keptTogether = (sentence: string): string => sentence.replace(/(?<=\d) (?=\d{3}(?!\d)|%)/g, '\u202f')
