import type { Octokit } from 'octokit'
import { z } from 'zod'
import type { Connection } from '../connection.ts'
import { askGraphql } from './ask-graphql.ts'
import { type Blobs, MAX_BYTES, tooLarge } from './blobs.ts'
import { commitGone } from './commit-gone.ts'

/** Files asked for in one question. */
const FILES = 100

/** A blob, or another object, which shows nothing of what a blob would. */
const Found = z
  .object({ oid: z.string(), byteSize: z.number(), isTruncated: z.boolean(), text: z.string().nullable() })
  .partial()
  .nullable()
const Answer = z.object({
  repository: z.looseObject({ commit: z.object({ oid: z.string() }).partial().nullable() }),
})

/**
 * The names of the blobs at paths as of a commit, all in one question; undefined where there is no file. GraphQL also gives their
 * texts: those that are what the name says go to `blobs`. Bytes that are no text cannot be had from it.
 */
export async function findByGraphql(
  octokit: Octokit,
  { owner, repo, second }: Connection,
  commit: string,
  paths: readonly string[],
  blobs: Blobs,
): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = []
  for (let start = 0; start < paths.length; start += FILES) {
    const part = paths.slice(start, start + FILES)
    const declared = part.map((_, i) => `, $e${i}: String!`).join('')
    const asked = part
      .map((path, i) => `f${i}: object(expression: $e${i}) { ...${isBytes(path) ? 'bytes' : 'text'} }`)
      .join('\n')
    const query = `query ($owner: String!, $repo: String!, $commit: GitObjectID!${declared}) {
      repository(owner: $owner, name: $repo) {
        commit: object(oid: $commit) { ... on Commit { oid } }
        ${asked}
      }
    }
    ${fragments(part)}`
    const expressions = Object.fromEntries(part.map((path, i) => [`e${i}`, `${commit}:${path}`]))
    const answer = await askGraphql(octokit, second, query, { owner, repo, commit, ...expressions }, { repeat: true })
    const { repository } = Answer.parse(answer)
    if (repository.commit?.oid !== commit) throw commitGone(`${owner}/${repo}`, commit)
    for (const [i, path] of part.entries()) {
      const file = Found.parse(repository[`f${i}`])
      if ((file?.byteSize ?? 0) > MAX_BYTES) throw tooLarge(`${owner}/${repo}`, path)
      if (typeof file?.text === 'string' && file.isTruncated === false)
        blobs.keep(new Uint8Array(Buffer.from(file.text)))
      found.push(file?.oid)
    }
  }
  return found
}

/** Tiles hold bytes, of which GraphQL has only what they would be as a text: useless, and long. */
const isBytes = (path: string) => path.startsWith('tile/')

/** A fragment that is not used is an error. */
const fragments = (paths: readonly string[]) =>
  (paths.some(isBytes) ? 'fragment bytes on Blob { oid byteSize } ' : '') +
  (paths.every(isBytes) ? '' : 'fragment text on Blob { oid byteSize isTruncated text }')
