import type { Check, Location } from '../../evidence.ts'
import { grouped } from '../../wording/grouped.ts'
import { checkId } from '../artefact-check.ts'
import { waivedNames } from '../waivers/waive-findings.ts'
import type { FoundSecret } from './found-secret.ts'
import type { JudgedSecret } from './judge-secrets.ts'

/** Findings that a check lists; the result has them all. */
const SHOWN = 10

/** The check of one file in which credentials were found: where they are and what kind, never what they are. It fails by those that neither baseline nor waiver has. */
export function secretsCheck(path: string, judged: readonly JudgedSecret[]): Check {
  const secrets = judged.map(({ secret }) => secret).toSorted((a, b) => Number(isExcused(a)) - Number(isExcused(b)))
  const open = secrets.filter(secret => !isExcused(secret))
  const known = secrets.filter(secret => secret.known && !secret.waiver).length
  const waivers = [...new Set(secrets.flatMap(({ waiver }) => waiver ?? []))]
  const more = open.length > 1 ? ` and ${open.length - 1} more` : ''
  const excused = [
    ...(known > 0 ? [`${known} of the baseline`] : []),
    ...(waivers.length > 0 ? [waivedNames(waivers)] : []),
    ...new Set(judged.flatMap(({ missed }) => missed ?? [])),
  ]
  const [first] = open
  return {
    id: checkId('secrets', path),
    title: `${path} holds no credentials`,
    status: first ? 'fail' : 'warn',
    reason: [
      first
        ? `Expected no credentials but found what looks like one (${placeOf(first)}, ${first.rule})${more}`
        : `Expected no credentials but found ${secrets.length} that may stand for now (${secrets[0] ? placeOf(secrets[0]) : path})`,
      ...excused,
    ].join('; '),
    hint: 'Revoke it, take it out of the file and of its history, and read it from the environment instead',
    locations: secrets
      .slice(0, SHOWN)
      .map(secret => locationOf(secret, secret.waiver ? waivers.indexOf(secret.waiver) : -1)),
    ...(waivers.length > 0 && { waivers }),
  }
}

const isExcused = ({ known, waiver }: FoundSecret) => known === true || waiver !== undefined

const placeOf = ({ path, line, within }: FoundSecret) =>
  `${path}${line === undefined ? '' : `:${line}`}${within === undefined ? '' : `, ${within}`}`

const locationOf = ({ path, line, within, rule, known }: FoundSecret, waiver: number): Location => ({
  file: path,
  ...(line === undefined ? {} : { line }),
  note: `${rule}${within === undefined ? '' : ` (${within})`}${known ? ', of the baseline' : ''}`,
  ...(waiver >= 0 && { waiver }),
})

/** What was searched for credentials. */
export interface Searched {
  texts: number
  models: number
}

/** The check that stands for all text in which nothing was found. */
export function noSecretsCheck({ texts, models }: Searched): Check {
  const where = [
    ...(texts > 0 ? [`${texts} text ${texts === 1 ? 'file' : 'files'}`] : []),
    ...(models > 0 ? [`the metadata of ${models} model ${models === 1 ? 'file' : 'files'}`] : []),
  ]
  return {
    id: 'secrets',
    title: 'The text files hold no credentials',
    status: 'pass',
    measured: { value: 0, unit: 'credentials', method: 'secretlint-preset-recommend', n: texts + models },
    reason: `No credentials found in ${where.join(' and ')}`,
  }
}

/** The check of a text too long to be searched. */
export function unsearchedCheck(path: string, bytes: number, limit: number): Check {
  return {
    id: checkId('secrets', path),
    title: `${path} holds no credentials`,
    status: 'warn',
    reason: `${path} was not searched for credentials: it has ${grouped(bytes)} bytes, more than ${grouped(limit)}`,
    hint: 'Keep tables of data out of the scanned paths',
    locations: [{ file: path }],
  }
}

/** The check of a model file that holds more texts than are searched. */
export function partlySearchedCheck(path: string, leftOut: number): Check {
  return {
    // Beside the check of what was found in those that were.
    id: checkId('secrets-unsearched', path),
    title: `${path} holds no credentials`,
    status: 'warn',
    reason: `${leftOut} of the texts in ${path} were not searched for credentials: they are too many`,
    hint: 'Keep tables of data out of the model',
    locations: [{ file: path }],
  }
}
