import { UserError } from '../../core/user-error.ts'
import { globPattern } from '../../files/glob-pattern.ts'
import type { RemoteFile, Source } from '../../ports/source.ts'
import { type Bucket, type BucketOptions, bucket } from '../../s3/bucket.ts'
import { listObjects } from '../../s3/list-objects.ts'
import { inParallel } from '../in-parallel.ts'
import type { SourceWorld } from '../source-kind.ts'
import { type ObjectState, objectState } from './object-state.ts'
import { readObject } from './read-object.ts'
import { type S3Address, s3Address } from './s3-address.ts'

/** Objects that are asked about at once. */
const AT_ONCE = 16

/** Objects of S3 and of stores that speak as it does, by the credentials of the environment. */
export function s3Source({ environment, second, tries }: SourceWorld): Source {
  const options: BucketOptions = {
    ...(second === undefined ? {} : { second }),
    ...(tries === undefined ? {} : { tries }),
  }
  const place = environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL || 'aws'
  return {
    async find(path) {
      const address = s3Address(path)
      const objects = bucket(address.bucket, environment, options)
      if (address.versionId !== undefined || address.sha256 !== undefined) return [pinned(path, address, objects)]
      const isFolder = address.key === '' || address.key.endsWith('/')
      if (isFolder || address.key.includes('*')) return below(path, address.key, objects)
      const state = await objectState(objects, address.key)
      if (state !== undefined) return [fileOf(path, state, objects)]
      const found = await below(path, `${address.key}/`, objects).catch((error: unknown) => {
        throw error instanceof UserError && error.code === 's3.none' ? missing(path, address) : error
      })
      return found
    },
  }

  /** Of what never changes nothing is asked before it is read: it may be in the cache, and need no network. */
  function pinned(name: string, { key, versionId, sha256 }: S3Address, objects: Bucket): RemoteFile {
    return {
      name,
      origin: { kind: 's3', pinned: name },
      bytes: undefined,
      ...(sha256 === undefined ? {} : { digest: { sha256 } }),
      ...(versionId === undefined ? {} : { identity: `${place} ${objects.name} ${key} ${versionId}` }),
      read: from => readObject(objects, { name, key, versionId, etag: undefined, from }),
    }
  }

  async function below(path: string, key: string, objects: Bucket): Promise<RemoteFile[]> {
    const glob = key.includes('*') ? globPattern(key) : undefined
    const prefix = glob === undefined ? key : glob.folder === '.' ? '' : `${glob.folder}/`
    const listed = await listObjects(objects, prefix)
    const keys = listed
      .map(object => object.key)
      .filter(each => !each.endsWith('/') && (glob?.pattern.test(each) ?? true))
    if (keys.length === 0)
      throw new UserError('s3.none', `Expected ${path} to name at least one object but it names none`, {
        file: path,
        hint: `Check the ${glob === undefined ? 'prefix' : 'pattern'}, and that an earlier step put the objects there`,
      })
    return inParallel(keys, AT_ONCE, async each => {
      s3Address(`s3://${objects.name}/${each}`)
      const state = await objectState(objects, each)
      const name = `s3://${objects.name}/${each}`
      if (state === undefined) throw changed(name)
      return fileOf(name, state, objects)
    })
  }

  function fileOf(name: string, state: ObjectState, objects: Bucket): RemoteFile {
    const { key, bytes, etag, versionId, sha256, modified } = state
    return {
      name,
      origin: {
        kind: 's3',
        ...(versionId === undefined ? {} : { pinned: `s3://${objects.name}/${key}?versionId=${versionId}` }),
      },
      bytes,
      ...(sha256 === undefined ? {} : { digest: { sha256 } }),
      identity: `${place} ${objects.name} ${key} ${versionId ?? `${etag} ${modified} ${bytes}`}`,
      read: from => readObject(objects, { name, key, versionId, etag, from }),
    }
  }
}

const changed = (name: string) =>
  new UserError('source.changed', `Expected ${name} to stay while it is read but it was deleted`, {
    file: name,
    kind: 'environment',
    hint: 'Run it again once nobody writes there',
  })

const missing = (path: string, { key, bucket }: S3Address) =>
  new UserError('s3.missing', `Expected ${path} to be an object but the bucket ${bucket} has none of that key`, {
    file: path,
    hint: `Check the key ${key}: S3 tells capital letters from small ones; a folder is named with / at its end`,
  })
