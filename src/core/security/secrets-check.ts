import type { Check } from '../evidence.ts'
import { checkId } from './artefact-check.ts'
import type { SecretFinding } from './secret-finding.ts'

/** Findings that a check lists; the result has them all. */
const SHOWN = 10

/** The check of one file in which credentials were found: where they are and what kind, never what they are. */
export function secretsCheck(path: string, findings: readonly SecretFinding[]): Check {
  const [first] = findings
  const more = findings.length > 1 ? ` and ${findings.length - 1} more` : ''
  return {
    id: checkId('secrets', path),
    title: `${path} holds no credentials`,
    status: 'fail',
    reason: `Expected no credentials but found what looks like one (${path}:${first?.line}, ${first?.rule})${more}`,
    hint: 'Revoke it, take it out of the file and of its history, and read it from the environment instead',
    locations: findings.slice(0, SHOWN).map(({ line, rule }) => ({ file: path, line, note: rule })),
  }
}

/** The check that stands for all text in which nothing was found. */
export function noSecretsCheck(files: number): Check {
  return {
    id: 'secrets',
    title: 'The text files hold no credentials',
    status: 'pass',
    measured: { value: 0, unit: 'credentials', method: 'secretlint-preset-recommend', n: files },
    reason: `No credentials found in ${files} text ${files === 1 ? 'file' : 'files'}`,
  }
}

/** The check of a text file too long to be searched. */
export function unsearchedCheck(path: string, bytes: number, limit: number): Check {
  return {
    id: checkId('secrets', path),
    title: `${path} holds no credentials`,
    status: 'warn',
    reason: `${path} was not searched for credentials: it has ${bytes} bytes, more than ${limit}`,
    hint: 'Keep tables of data out of the scanned paths',
    locations: [{ file: path }],
  }
}
