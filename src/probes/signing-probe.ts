import { stat } from 'node:fs/promises'
import { isKeyReference, KEYLESS } from '../core/record/key-reference.ts'
import { localFiles } from '../files/local-files.ts'
import { locate } from '../files/locate.ts'
import type { Finding } from '../ports/probe.ts'
import { ask } from './ask.ts'
import { clock } from './clock.ts'
import { failure } from './failure.ts'
import type { ProbeKind, ProbeWorld } from './probe-kind.ts'

const MAX_KEY_BYTES = 64 * 1024
/** What is signed to see that it can be: no statement of any kind. */
const SAMPLE = new TextEncoder().encode('proofmark doctor: nothing is stated')

/** What signs certificates: PROOFMARK_KEY, or what `record.key` names. */
export const signingProbe: ProbeKind = {
  async open(world) {
    const text = world.environment.PROOFMARK_KEY?.trim()
    const reference = text || world.settings?.record.key
    if (reference === undefined) return []
    const name = text ? 'Signing key in PROOFMARK_KEY' : `Signing key ${reference}`
    return [{ name, ask: () => (reference === KEYLESS ? keyless(world) : key(reference, world)) }]
  },
}

/** A signature by a workflow would be published: only whether it could be had is looked at. */
async function keyless({ environment, settings }: ProbeWorld): Promise<readonly Finding[]> {
  const { 'fulcio-url': fulcio, 'rekor-url': rekor } = settings?.record.keyless ?? {}
  const own = await Promise.all([
    fulcio === undefined ? undefined : answers('certificate authority', fulcio, '/api/v2/configuration'),
    rekor === undefined ? undefined : answers('transparency log', rekor, '/api/v1/log'),
  ])
  const remedy = 'Sign in a job with the permission id-token: write'
  return [
    environment.ACTIONS_ID_TOKEN_REQUEST_URL
      ? { asked: 'identity', status: 'ok', found: 'this job may ask for a token' }
      : { asked: 'identity', status: 'fail', found: 'this job may not ask for a token', remedy },
    ...own.flatMap(findings => findings ?? []),
  ]
}

/** Whether an authority, or a log, that the settings name answers what it answers to anybody. A log of version 2 has no such question. */
async function answers(asked: string, url: string, path: string): Promise<readonly Finding[]> {
  try {
    const { status, headers } = await ask({ url: new URL(`${url.replace(/\/+$/, '')}${path}`), what: `the ${asked}` })
    if (status < 500) return [{ asked, status: 'ok', found: `${url} answers` }, ...clock(headers.date)]
    return [{ asked, status: 'fail', found: `HTTP status ${status}`, remedy: `See what ${url} says, then run again` }]
  } catch (error) {
    return [failure(asked, error)]
  }
}

async function key(reference: string, { root, environment }: ProbeWorld): Promise<readonly Finding[]> {
  const isFile = !isKeyReference(reference)
  const { sigstoreSigning } = await import('../signing/sigstore-signing.ts')
  try {
    const text = isFile ? await localFiles(root).readText(reference, { maxBytes: MAX_KEY_BYTES }) : reference
    const tokens = { token: () => Promise.reject(new Error('No token is asked for')) }
    const signing = sigstoreSigning(tokens, environment)
    const signer = await signing.open(text)
    await signer.sign(SAMPLE)
  } catch (error) {
    return [failure('can sign', error)]
  }
  return [{ asked: 'can sign', status: 'ok', found: 'yes' }, ...(isFile ? await permissions(root, reference) : [])]
}

async function permissions(root: string, path: string): Promise<readonly Finding[]> {
  if (process.platform === 'win32') return []
  const { mode } = await stat(locate(root, path).absolute)
  if ((mode & 0o077) === 0) return [{ asked: 'permissions', status: 'ok', found: 'only its owner can read it' }]
  return [
    { asked: 'permissions', status: 'warn', found: 'others on this machine can read it', remedy: `chmod 600 ${path}` },
  ]
}
