import { buffer } from 'node:stream/consumers'
import { bucket } from '../../s3/bucket.ts'
import { listedKey } from '../../s3/listed-key.ts'
import { type ListedObject, listObjects } from '../../s3/list-objects.ts'
import { xmlText } from '../../s3/xml-text.ts'
import type { ArtifactEntry, ArtifactFolder, ArtifactWorld } from './artifact-folder.ts'

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
      return entriesIn(await listObjects(objects, folder), folder, path)
      const entries: ArtifactEntry[] = []
      let next: string | undefined
      do {
        const answer = await objects.send({
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
        const { text, whole } = await textOf(answer, MAX_LISTING_BYTES)
        if (!whole) throw new UserError('s3.answer', `Expected a listing of the files of ${of} but found one too large`)
        entries.push(...entriesIn(text, folder, path))
        next = xmlText(text, 'NextContinuationToken')
      } while (next !== undefined)
      return entries
    },

    async read(path, from) {
      const { status, body } = await objects.send({
        method: 'GET',
        key: key(path),
        ...(from > 0 ? { headers: { range: `bytes=${from}-` } } : {}),
        doing: `read ${path} of ${of}`,
        accepts: [206],
      })
      return { from: status === 206 ? from : 0, bytes: body }
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

/** Files right below a folder, and the folders that the others lie in. */
function entriesIn(objects: readonly ListedObject[], folder: string, path: string): ArtifactEntry[] {
  const entries = new Map<string, ArtifactEntry>()
  for (const { key, bytes } of objects) {
    const [first = '', ...deeper] = key.slice(folder.length).split('/')
    if (first === '' || entries.has(first)) continue
    const isFolder = deeper.length > 0
    const named = path === '' ? first : `${path}/${first}`
    entries.set(first, { path: named, folder: isFolder, bytes: isFolder ? undefined : bytes })
  }
  return [...entries.values()]
/** Folders and files of a page. */
function* entriesIn(text: string, folder: string, path: string): Generator<ArtifactEntry> {
  const named = (key: string) => {
    const name = key.slice(folder.length).replace(/\/$/, '')
    return path === '' ? name : `${path}/${name}`
  for (const [, object = ''] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
    const key = listedKey(object, 'Key', text)
    const size = xmlText(object, 'Size')
    if (!key.endsWith('/'))
      yield { path: named(key), folder: false, bytes: size === undefined ? undefined : Number(size) }
  for (const [, prefixes = ''] of text.matchAll(/<CommonPrefixes>(.*?)<\/CommonPrefixes>/gs))
    yield { path: named(listedKey(prefixes, 'Prefix', text)), folder: true, bytes: undefined }
}
