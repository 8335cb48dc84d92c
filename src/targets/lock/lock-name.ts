import { createHash } from 'node:crypto'

/** A name for the lock of something, fit for a git ref and a file: what can be read of it, and a digest of all of it. */
export function lockName(locked: string): string {
  const readable = locked
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return `${readable}-${createHash('sha256').update(locked).digest('hex').slice(0, 12)}`
}
