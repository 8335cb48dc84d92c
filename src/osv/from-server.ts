import { z } from 'zod'
import { isWithdrawn } from '../core/security/dependencies/vulnerabilities/affects.ts'
import { OsvRecord } from '../core/security/dependencies/vulnerabilities/osv-record.ts'
import type { PackageVersion } from '../core/security/dependencies/vulnerabilities/package-version.ts'
import { UserError } from '../core/user-error.ts'
import { inParallel } from './in-parallel.ts'
import { matchesOf } from './query-batch.ts'
import { send } from './send.ts'

/** Details asked for at once. */
const PARALLEL = 8

/** Asks an OSV server which advisories affect the packages, then for each advisory once. */
export async function fromServer(
  packages: readonly PackageVersion[],
  url: string,
  second: number,
): Promise<OsvRecord[][]> {
  const base = url.replace(/\/+$/, '')
  const matches = await matchesOf(packages, base, second)
  const ids = [...new Set(matches.flat())]
  const records = await inParallel(ids, PARALLEL, id => detail(id, base, second))
  const byId = new Map(ids.map((id, i) => [id, records[i] ?? { id }]))
  return matches.map(found => found.map(id => byId.get(id) ?? { id }).filter(record => !isWithdrawn(record)))
}

/** One advisory; a server that names it but has no details of it leaves only its name. */
async function detail(id: string, base: string, second: number): Promise<OsvRecord> {
  const answer = await send({ url: `${base}/v1/vulns/${encodeURIComponent(id)}`, second })
  if (answer === undefined) return { id }
  const found = OsvRecord.safeParse(answer)
  if (found.success && found.data.id === id) return found.data
  throw new UserError('osv.answer', `Expected the advisory ${id} from ${base} but found something else`, {
    kind: 'environment',
    hint: "Check that 'security.osv-url' is the address of an OSV server",
    ...(found.success ? {} : { cause: z.prettifyError(found.error) }),
  })
}
