/** The text of a quoted cell: its doubled quotes made single. */
export const undouble = (written: string): string => written.replaceAll('""', '"')
