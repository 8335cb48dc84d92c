import { createHash } from 'node:crypto'

/** As the program has it. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
