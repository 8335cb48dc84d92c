import { buffer } from 'node:stream/consumers'
import { bucket } from '../../s3/bucket.ts'
import { type ListedObject, listObjects } from '../../s3/list-objects.ts'
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
      const answer = await objects.send({
        method: 'PUT',
        key: key(path),
        headers: { 'if-none-match': '*' },
        body,
        doing: `write ${path} of ${of}`,
      })
      answer.body.resume()
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
}
