import { buffer } from 'node:stream/consumers'
import { UserError } from '../../core/user-error.ts'
import { bucket } from '../../targets/s3/bucket.ts'
import type { ArtifactEntry, ArtifactFolder, ArtifactWorld } from './artifact-folder.ts'

const MAX_LISTING_BYTES = 16 * 1024 * 1024

/** Artifacts in a bucket that the server does not hand on: read there with the credentials of AWS's variables. */
export function s3Artifacts(
  address: string,
  name: string,
  prefix: string,
  { environment, of }: ArtifactWorld,
): ArtifactFolder {
  const objects = bucket(name, environment)
  const base = prefix.replace(/\/+$/, '')
  const key = (path: string) => [base, path].filter(part => part !== '').join('/')

  return {
    address,

    async list(path) {
      const folder = key(path) === '' ? '' : `${key(path)}/`
      const entries: ArtifactEntry[] = []
      let next: string | undefined
      do {
        const { response } = await objects.send({
          method: 'GET',
          query: {
            'list-type': '2',
            'encoding-type': 'url',
            delimiter: '/',
            prefix: folder,
            ...(next === undefined ? {} : { 'continuation-token': next }),
          },
          doing: `list the files of ${of}`,
        })
        const text = await response.text()
        if (text.length > MAX_LISTING_BYTES)
          throw new UserError('s3.answer', `Expected a listing of the files of ${of} but found one too large`)
        entries.push(...entriesIn(text, folder, path))
        next = unescaped(/<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(text)?.[1])
      } while (next !== undefined)
      return entries
    },

    async read(path, from) {
      const { status, response } = await objects.send({
        method: 'GET',
        key: key(path),
        ...(from > 0 ? { headers: { range: `bytes=${from}-` } } : {}),
        doing: `read ${path} of ${of}`,
        accepts: [206],
      })
      return { from: status === 206 ? from : 0, bytes: response.body ?? empty() }
    },

    async write(path, content) {
      const body = Uint8Array.from(await buffer(content.open()))
      await objects.send({
        method: 'PUT',
        key: key(path),
        headers: { 'if-none-match': '*' },
        body,
        doing: `write ${path} of ${of}`,
      })
    },

    here: () => undefined,
  }
}

/** Folders and files of a page. Keys are URL-encoded as we asked, so no entity of XML's is in them. */
function* entriesIn(text: string, folder: string, path: string): Generator<ArtifactEntry> {
  const named = (key: string) => {
    const name = decodeURIComponent(key.replaceAll('+', ' ')).slice(folder.length).replace(/\/$/, '')
    return path === '' ? name : `${path}/${name}`
  }
  for (const [, object = ''] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
    const key = /<Key>([^<]*)<\/Key>/.exec(object)?.[1] ?? ''
    const size = /<Size>(\d{1,15})<\/Size>/.exec(object)?.[1]
    if (!key.endsWith('%2F') && !key.endsWith('/'))
      yield { path: named(key), folder: false, bytes: size === undefined ? undefined : Number(size) }
  }
  for (const [, key = ''] of text.matchAll(/<CommonPrefixes>\s*<Prefix>([^<]*)<\/Prefix>/g))
    yield { path: named(key.replace(/%2F$/, '')), folder: true, bytes: undefined }
}

async function* empty(): AsyncGenerator<Uint8Array> {}

const unescaped = (text: string | undefined) =>
  text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
