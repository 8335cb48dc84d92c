import { z } from 'zod'
import { NAMESPACE } from '../../identifiers.ts'
import { UserError } from '../../user-error.ts'
import { parseJson } from '../json-value.ts'
import type { FoundSecret } from './found-secret.ts'

const Entry = z.strictObject({
  path: z.string().min(1).max(4096),
  rule: z.string().min(1),
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
})

/** Credentials that were in a repository when it began to be scanned: to be mended still, but no reason to fail. */
const Baseline = z.strictObject({ schema: z.literal(`${NAMESPACE}secrets-baseline/v1`), secrets: z.array(Entry) })
export type Baseline = z.infer<typeof Baseline>

/** Reads a baseline; throws a `UserError` for anything else. */
export function readBaseline(path: string, text: string): Baseline {
  const found = Baseline.safeParse(parseJson(text))
  if (found.success) return found.data
  const [issue] = found.error.issues
  throw new UserError(
    'secrets.baseline',
    `Expected ${path} to be a baseline of credentials but ${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}`,
    { file: path, hint: 'Write it again with `proofmark secrets-baseline`' },
  )
}

/** A baseline of all credentials that were found, as text: each once, sorted, so that a change of it is easily reviewed. */
export function writeBaseline(secrets: readonly FoundSecret[]): string {
  const entries = new Map(
    secrets.map(({ path, rule, fingerprint }) => [`${path}\0${rule}\0${fingerprint}`, { path, rule, fingerprint }]),
  )
  const sorted = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
  return `${JSON.stringify({ schema: `${NAMESPACE}secrets-baseline/v1`, secrets: sorted } satisfies Baseline, null, 2)}\n`
}

/** Whether the baseline has this credential in this file: the same one in another file is a new leak. */
export const isInBaseline = (
  baseline: Baseline,
  { path, fingerprint }: Pick<FoundSecret, 'path' | 'fingerprint'>,
): boolean => baseline.secrets.some(each => each.path === path && each.fingerprint === fingerprint)
