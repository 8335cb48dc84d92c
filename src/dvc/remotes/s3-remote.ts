import type { RemoteConfig } from '../../core/dvc/remote-config.ts'
import { UserError } from '../../core/user-error.ts'
import type { Environment } from '../../s3/access.ts'
import { bucket as openBucket } from '../../s3/bucket.ts'
import { listObjects } from '../../s3/list-objects.ts'
import { awsProfile } from './aws-profile.ts'
import { inParallel } from './in-parallel.ts'
import type { DvcRemote, RemoteObject } from './remote.ts'
import { requireMissing } from './require-missing.ts'

const AT_ONCE = 16
/** Objects from which on a listing is asked for, a thousand at a time, not each object. */
const MANY = 300
const TO_STORE = 'files/md5/'

/** A remote in a bucket, of Amazon's or another store's. The settings of the remote count before the environment. */
export async function s3Remote(remote: RemoteConfig, environment: Environment, second = 1000): Promise<DvcRemote> {
  const { name, url, versions } = remote
  const [, bucketName = '', path = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(url) ?? []
  if (bucketName === '')
    throw new UserError('dvc.url', `Expected the DVC remote ${name} to be s3://bucket/prefix but found '${url}'`, {
      file: '.dvc/config',
      hint: 'Correct it with dvc remote modify',
    })
  const prefix = path === '' ? '' : `${path.replace(/\/+$/, '')}/`
  const bucket = openBucket(bucketName, await withSettings(remote, environment), { second })
  const query = ({ versionId }: RemoteObject) => (versionId === undefined ? {} : { query: { versionId } })

  const sizeOf = async (object: RemoteObject) => {
    const { status, headers, body } = await bucket.send({
      method: 'HEAD',
      key: `${prefix}${object.key}`,
      ...query(object),
      doing: `look for ${object.key}`,
      accepts: [404],
    })
    body.destroy()
    if (status === 404) return undefined
    return /^\d+$/.test(headers['content-length'] ?? '') ? Number(headers['content-length']) : null
  }

  return {
    name,
    url,
    versions,
    pinned: ({ key, versionId }) =>
      `s3://${bucketName}/${prefix}${key}${versionId === undefined ? '' : `?versionId=${encodeURIComponent(versionId)}`}`,
    async sizes(objects, progress) {
      const listed = objects.length < MANY ? undefined : await listing(objects)
      if (listed) return objects.map(({ key }) => listed.get(`${prefix}${key}`))
      await requireMissing(sizeOf, `${name} (s3://${bucketName})`)
      return inParallel(objects, AT_ONCE, sizeOf, progress)
    },
    async read(object, from) {
      const { status, body } = await bucket.send({
        method: 'GET',
        key: `${prefix}${object.key}`,
        ...query(object),
        ...(from > 0 ? { headers: { range: `bytes=${from}-` } } : {}),
        doing: `read ${object.key}`,
        accepts: [206, 404],
      })
      if (status !== 404) return { from: status === 206 ? from : 0, bytes: body }
      body.destroy()
      return undefined
    },
  }

  /** All objects of the store, where that is fewer questions; undefined where there are too many, or where versions are asked for. */
  async function listing(objects: readonly RemoteObject[]): Promise<Map<string, number> | undefined> {
    if (objects.some(({ key, versionId }) => versionId !== undefined || !key.startsWith(TO_STORE))) return undefined
    try {
      const all = await listObjects(bucket, `${prefix}${TO_STORE}`)
      return new Map(all.map(({ key, bytes }) => [key, bytes]))
    } catch (error) {
      if (error instanceof UserError && error.code === 's3.too-many') return undefined
      throw error
    }
  }
}

async function withSettings({ settings }: RemoteConfig, environment: Environment): Promise<Environment> {
  const asked = settings.get('profile') ?? environment.AWS_PROFILE
  const hasKeys = settings.has('access_key_id') || Boolean(environment.AWS_ACCESS_KEY_ID)
  const profile = settings.has('profile') || !hasKeys ? await awsProfile(asked ?? 'default', environment, settings) : {}
  const named = {
    AWS_ENDPOINT_URL_S3: settings.get('endpointurl'),
    AWS_REGION: settings.get('region'),
    AWS_NO_SIGN_REQUEST: settings.get('allow_anonymous_login'),
  }
  const keys = settings.has('access_key_id')
    ? {
        AWS_ACCESS_KEY_ID: settings.get('access_key_id'),
        AWS_SECRET_ACCESS_KEY: settings.get('secret_access_key'),
        AWS_SESSION_TOKEN: settings.get('session_token'),
      }
    : {}
  const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
  return { ...environment, ...profile, ...given, ...keys }
}
