/** Text that stays on one line, however narrow its cell. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')
