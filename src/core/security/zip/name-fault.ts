import { printable } from '../printable.ts'

const MAX_LENGTH = 1024

/** Why a member's name is none that every reader and every file system takes for the same place inside the archive. */
export function nameFault(name: string): string | undefined {
  const shown = printable(name)
  if (name === '') return 'a member has no name'
  if (name.length > MAX_LENGTH) return `a member has a name of more than ${MAX_LENGTH} characters`
  if (/[\0-\x1f\x7f]/.test(name)) return `the name ${shown} has control characters`
  if (name.includes('\\')) return `the name ${shown} has a backslash`
  if (/^(\/|[A-Za-z]:)/.test(name)) return `the name ${shown} is absolute`
  const parts = name.replace(/\/$/, '').split('/')
  if (parts.some(part => part === '' || part === '.' || part === '..')) return `the name ${shown} leaves its folder`
  return undefined
}
