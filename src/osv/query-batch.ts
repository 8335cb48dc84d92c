import { z } from 'zod'
import type { PackageVersion } from '../core/security/dependencies/vulnerabilities/package-version.ts'
import { UserError } from '../core/user-error.ts'
import { send } from './send.ts'

/** Queries that one request may hold (google.github.io/osv.dev/post-v1-querybatch). */
const MAX_QUERIES = 1000
/** Rounds of further pages; one page holds a thousand advisories. */
const MAX_ROUNDS = 100

const Batch = z.object({
  results: z.array(
    z.object({
      vulns: z.array(z.object({ id: z.string().min(1).max(256) })).nullish(),
      next_page_token: z.string().nullish(),
    }),
  ),
})

interface Query {
  /** Position among the packages. */
  readonly at: number
  readonly of: PackageVersion
  readonly token?: string
}

/** Ids of the advisories that affect each package, in the packages' order, all pages of them. */
export async function matchesOf(
  packages: readonly PackageVersion[],
  base: string,
  second: number,
): Promise<string[][]> {
  const found = packages.map(() => new Set<string>())
  let open: Query[] = packages.map((of, at) => ({ at, of }))
  for (let round = 1; open.length > 0; round += 1) {
    if (round > MAX_ROUNDS) throw unlike(base, `more than ${MAX_ROUNDS} pages`)
    const further: Query[] = []
    for (let start = 0; start < open.length; start += MAX_QUERIES) {
      const queries = open.slice(start, start + MAX_QUERIES)
      const results = await ask(queries, base, second)
      for (const [i, query] of queries.entries()) {
        const { vulns, next_page_token: token } = results[i] ?? {}
        for (const { id } of vulns ?? []) found[query.at]?.add(id)
        if (token) further.push({ ...query, token })
      }
    }
    open = further
  }
  return found.map(ids => [...ids].toSorted())
}

async function ask(queries: readonly Query[], base: string, second: number) {
  const body = {
    queries: queries.map(({ of: { ecosystem, name, version }, token }) => ({
      package: { ecosystem, name },
      ...(version === undefined ? {} : { version }),
      ...(token === undefined ? {} : { page_token: token }),
    })),
  }
  const answer = Batch.safeParse(await send({ url: `${base}/v1/querybatch`, body, second }))
  if (!answer.success) throw unlike(base, 'something else')
  const { results } = answer.data
  if (results.length !== queries.length) throw unlike(base, `${results.length} results for ${queries.length} queries`)
  return results
}

const unlike = (base: string, found: string) =>
  new UserError('osv.answer', `Expected the answer of an OSV server from ${base} but found ${found}`, {
    kind: 'environment',
    hint: "Check that 'security.osv-url' is the address of an OSV server",
  })
