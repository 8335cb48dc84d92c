/** A Python package's name as the index writes it: lower case, runs of `-`, `_` and `.` as one `-` (PEP 503). */
export const packageName = (name: string): string => name.replaceAll(/[-_.]+/g, '-').toLowerCase()
