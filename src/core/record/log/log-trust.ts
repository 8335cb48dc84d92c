import { UserError } from '../../user-error.ts'
import type { TrustedLog } from '../trust/trust.ts'
import { hex } from './bytes.ts'
import type { Hash } from './log-crypto.ts'
import { type NoteVerifier, readVerifierKey } from './note-key.ts'

/** A trusted log with its keys read. */
export interface LogTrust {
  readonly origin: string
  readonly key: NoteVerifier
  readonly witnesses: readonly NoteVerifier[]
  /** How many of them must have cosigned. */
  readonly quorum: number
  readonly maxAgeHours?: number | undefined
}

/** Reads the keys of a trusted log. Refuses what could never hold, and a quorum that one key could fill under two names. */
export function logTrust(trusted: TrustedLog, hash: Hash): LogTrust {
  const key = readVerifierKey(trusted.key, 1, hash)
  if (key === undefined)
    throw wrong(`the verifier key of a log, \`name+id+key\` with its right id, but found '${trusted.key}'`)
  if (key.name !== trusted.origin) throw wrong(`the key of ${trusted.origin} but found one of ${key.name}`)
  const witnesses = Object.entries(trusted.witnesses ?? {}).map(([name, text]) => {
    const witness = readVerifierKey(text, 4, hash)
    if (witness === undefined) throw wrong(`the verifier key of a witness for ${name} but found '${text}'`)
    return witness
  })
  if (new Set(witnesses.map(({ publicKey }) => hex(publicKey))).size < witnesses.length)
    throw wrong('every witness to have a key of its own but found one key twice')
  const quorum = trusted.quorum
  if (quorum > witnesses.length)
    throw wrong(`a quorum of at most ${witnesses.length}, the number of witnesses, but found ${quorum}`)
  const maxAgeHours = trusted['max-checkpoint-age-hours']
  if (maxAgeHours !== undefined && quorum === 0)
    throw wrong('a quorum of witnesses beside max-checkpoint-age-hours, whose times tell the age, but found none')
  return { origin: trusted.origin, key, witnesses, quorum, ...(maxAgeHours === undefined ? {} : { maxAgeHours }) }
}

const wrong = (what: string) =>
  new UserError('log.trust', `Expected ${what}`, {
    hint: 'Copy the keys that `proofmark log init` and `proofmark witness` print',
  })
