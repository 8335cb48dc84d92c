import type { z } from 'zod'
import { UserError } from '../core/user-error.ts'
import {
  Difference,
  type Difference as DifferenceOf,
  pageOf,
  StoredObject,
  type StoredObject as StoredObjectOf,
} from './answers.ts'
import { connectionFault } from './faults.ts'
import type { Sender, Sent } from './send.ts'
import { wanted } from './wanted.ts'

/** Objects that are listed below one prefix. */
const MOST_OBJECTS = 100_000

/** Objects at a ref. */
export function objects({ server, send, json }: Sender) {
  const at = (repository: string, ref: string, path: string) => `lakefs://${repository}/${ref}/${path}`
  const below = (repository: string, ref: string) => ['repositories', repository, 'refs', ref]

  return {
    /** An object by its path; undefined where there is none. */
    stat: (repository: string, ref: string, path: string): Promise<StoredObjectOf | undefined> =>
      json(StoredObject, {
        path: [...below(repository, ref), 'objects', 'stat'],
        query: { path, user_metadata: 'false' },
        doing: `find ${at(repository, ref, path)}`,
        accepts: [404],
      }),

    /** Every object below a prefix, in the order of their paths. */
    list: async (repository: string, ref: string, prefix: string): Promise<StoredObjectOf[]> =>
      (
        await all(StoredObject, {
          path: [...below(repository, ref), 'objects', 'ls'],
          query: { prefix, user_metadata: 'false' },
          doing: `list ${at(repository, ref, prefix)}`,
        })
      ).filter(({ path_type }) => path_type === 'object'),

    /** What differs between two refs. */
    diff: (repository: string, left: string, right: string): Promise<DifferenceOf[]> =>
      all(Difference, {
        path: [...below(repository, left), 'diff', right],
        query: { type: 'two_dot' },
        doing: `compare ${left} and ${right} of ${repository}`,
      }),

    /** The bytes of an object from one on. */
    async read(repository: string, ref: string, path: string, from = 0) {
      const doing = `read ${at(repository, ref, path)}`
      const response = await send({
        path: [...below(repository, ref), 'objects'],
        query: { path },
        headers: from === 0 ? {} : { range: `bytes=${from}-` },
        doing,
        long: true,
      })
      const [, begin] = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '') ?? []
      return { from: response.status === 206 ? Number(begin ?? 0) : 0, bytes: bytesOf(response, doing) }
    },
  }

  /** Every page of a listing. */
  async function all<Item>(item: z.ZodType<Item>, sent: Sent): Promise<Item[]> {
    const found: Item[] = []
    for (let after = ''; ; ) {
      const query = { ...sent.query, amount: '1000', ...(after === '' ? {} : { after }) }
      const { results, pagination } = wanted(await json(pageOf(item), { ...sent, query }))
      found.push(...results)
      if (!pagination.has_more) return found
      if (found.length >= MOST_OBJECTS)
        throw new UserError('lakefs.too-many', `Expected at most ${MOST_OBJECTS} to ${sent.doing} but found more`, {
          hint: 'Name a folder that holds less',
        })
      if (pagination.next_offset === after)
        throw new UserError(
          'lakefs.answer',
          `Expected the next page to ${sent.doing} but lakeFS gives the same again`,
          {
            kind: 'environment',
            hint: 'See the log of lakeFS, then run again',
          },
        )
      after = pagination.next_offset
    }
  }

  async function* bytesOf(response: Response, doing: string): AsyncGenerator<Uint8Array> {
    try {
      if (response.body) yield* response.body
    } catch (error) {
      throw connectionFault({ server, doing }, error).fault
    }
  }
}
