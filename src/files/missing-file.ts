import { readdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { closestMatch } from 'leven'
import { UserError } from '../core/user-error.ts'
import type { Located } from './locate.ts'

/** How many names of a folder a hint lists. */
const MAX_NAMES = 5

/** A file that is not there, with what its folder holds that the user may have meant. */
export async function missingFile({ name, absolute }: Located, cause?: unknown): Promise<UserError> {
  const names = await namesIn(dirname(absolute))
  const folder = name.includes('/') ? dirname(name) : 'the folder of the settings'
  return new UserError('file.missing', `Expected ${name} to be a file but there is none`, {
    file: name,
    hint: names
      ? nearby(name, names, folder)
      : `There is no folder ${folder}; paths are relative to that of proofmark.yml`,
    cause,
  })
}

function nearby(name: string, names: readonly string[], folder: string): string {
  const sought = basename(name)
  const byCase = new Map(names.map(candidate => [candidate.toLowerCase(), candidate]))
  const near = closestMatch(sought.toLowerCase(), [...byCase.keys()], {
    maxDistance: Math.max(2, Math.floor(sought.length / 3)),
  })
  const meant = near === undefined ? undefined : byCase.get(near)
  if (meant !== undefined) return `Did you mean ${name.slice(0, name.length - sought.length)}${meant}?`
  if (names.length === 0) return `The folder ${folder} is empty; paths are relative to that of proofmark.yml`
  const shown = names.toSorted().slice(0, MAX_NAMES).join(', ')
  return `In ${folder}: ${shown}${names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : ''}`
}

async function namesIn(folder: string): Promise<string[] | undefined> {
  try {
    return await readdir(folder)
  } catch {
    return undefined
  }
}
