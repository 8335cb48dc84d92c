/** The text with user names and passwords taken out of its addresses: what evidence shows of a requirement. */
export const withoutCredentials = (text: string): string => text.replaceAll(/(:\/\/)[^\s/@]+@/g, '$1***@')
