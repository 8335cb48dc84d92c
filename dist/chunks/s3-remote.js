import { U as UserError } from './user-error.js';
import { bucket } from './bucket.js';
import { l as listObjects } from './list-objects.js';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { c as readDvcConfig } from './repository.js';
import { s as systemCode, f as fileError } from './file-error.js';
import { i as inParallel } from './in-parallel.js';
import { r as requireMissing } from './require-missing.js';

const MAX_CHARACTERS = 1_000_000;

/** Keys and region of a profile, as variables of the environment: `~/.aws/credentials`, then `~/.aws/config`. Nothing is run, nobody is asked for a token. */
async function awsProfile(
  name        ,
  environment             ,
  settings                             ,
)                       {
  const home = environment.HOME ?? homedir();
  const files = [
    [
      settings.get('configpath') ?? environment.AWS_CONFIG_FILE ?? join(home, '.aws/config'),
      name === 'default' ? name : `profile ${name}`,
    ],
    [settings.get('credentialpath') ?? environment.AWS_SHARED_CREDENTIALS_FILE ?? join(home, '.aws/credentials'), name],
  ];         
  const found                         = {};
  for (const [path, section] of files) {
    const text = await readFile(path, 'utf8').catch((cause         ) => {
      if (systemCode(cause) === 'ENOENT') return ''
      throw fileError(path, 'read', cause)
    });
    // Only this section: the others may hold what INI does not know, such as indented lines.
    const own = sectionOf(text.slice(0, MAX_CHARACTERS), section);
    const keys = readDvcConfig(path, own).get(section);
    for (const [key, variable] of VARIABLES) {
      const value = keys?.get(key);
      if (value !== undefined) found[variable] = value;
    }
  }
  return found
}

const VARIABLES = [
  ['aws_access_key_id', 'AWS_ACCESS_KEY_ID'],
  ['aws_secret_access_key', 'AWS_SECRET_ACCESS_KEY'],
  ['aws_session_token', 'AWS_SESSION_TOKEN'],
  ['region', 'AWS_REGION'],
  ['endpoint_url', 'AWS_ENDPOINT_URL'],
];         

function sectionOf(text        , section        )         {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex(line => line.trim() === `[${section}]`);
  if (start < 0) return ''
  const rest = lines.slice(start + 1);
  const end = rest.findIndex(line => line.trimStart().startsWith('['));
  const own = (end < 0 ? rest : rest.slice(0, end)).filter(line => /^\w+\s*=\s*\S/.test(line));
  return [`[${section}]`, ...own].join('\n')
}

const AT_ONCE = 16;
/** Objects from which on a listing is asked for, a thousand at a time, not each object. */
const MANY = 300;
const TO_STORE = 'files/md5/';

/** A remote in a bucket, of Amazon's or another store's. The settings of the remote count before the environment. */
async function s3Remote(remote              , environment             , second = 1000)                     {
  const { name, url, versions } = remote;
  const [, bucketName = '', path = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(url) ?? [];
  if (bucketName === '')
    throw new UserError('dvc.url', `Expected the DVC remote ${name} to be s3://bucket/prefix but found '${url}'`, {
      file: '.dvc/config',
      hint: 'Correct it with dvc remote modify',
    })
  const prefix = path === '' ? '' : `${path.replace(/\/+$/, '')}/`;
  const bucket$1 = bucket(bucketName, await withSettings(remote, environment), { second });
  const query = ({ versionId }              ) => (versionId === undefined ? {} : { query: { versionId } });

  const sizeOf = async (object              ) => {
    const { status, headers, body } = await bucket$1.send({
      method: 'HEAD',
      key: `${prefix}${object.key}`,
      ...query(object),
      doing: `look for ${object.key}`,
      accepts: [404],
    });
    body.destroy();
    if (status === 404) return undefined
    return /^\d+$/.test(headers['content-length'] ?? '') ? Number(headers['content-length']) : null
  };

  return {
    name,
    url,
    versions,
    pinned: ({ key, versionId }) =>
      `s3://${bucketName}/${prefix}${key}${versionId === undefined ? '' : `?versionId=${encodeURIComponent(versionId)}`}`,
    async sizes(objects, progress) {
      const listed = objects.length < MANY ? undefined : await listing(objects);
      if (listed) return objects.map(({ key }) => listed.get(`${prefix}${key}`))
      await requireMissing(sizeOf, `${name} (s3://${bucketName})`);
      return inParallel(objects, AT_ONCE, sizeOf, progress)
    },
    async read(object, from) {
      const { status, body } = await bucket$1.send({
        method: 'GET',
        key: `${prefix}${object.key}`,
        ...query(object),
        ...(from > 0 ? { headers: { range: `bytes=${from}-` } } : {}),
        doing: `read ${object.key}`,
        accepts: [206, 404],
      });
      if (status !== 404) return { from: status === 206 ? from : 0, bytes: body }
      body.destroy();
      return undefined
    },
  }

  /** All objects of the store, where that is fewer questions; undefined where there are too many, or where versions are asked for. */
  async function listing(objects                         )                                           {
    if (objects.some(({ key, versionId }) => versionId !== undefined || !key.startsWith(TO_STORE))) return undefined
    try {
      const all = await listObjects(bucket$1, `${prefix}${TO_STORE}`);
      return new Map(all.map(({ key, bytes }) => [key, bytes]))
    } catch (error) {
      if (error instanceof UserError && error.code === 's3.too-many') return undefined
      throw error
    }
  }
}

async function withSettings({ settings }              , environment             )                       {
  const asked = settings.get('profile') ?? environment.AWS_PROFILE;
  const hasKeys = settings.has('access_key_id') || Boolean(environment.AWS_ACCESS_KEY_ID);
  const profile = settings.has('profile') || !hasKeys ? await awsProfile(asked ?? 'default', environment, settings) : {};
  const named = {
    AWS_ENDPOINT_URL_S3: settings.get('endpointurl'),
    AWS_REGION: settings.get('region'),
    AWS_NO_SIGN_REQUEST: settings.get('allow_anonymous_login'),
  };
  const keys = settings.has('access_key_id')
    ? {
        AWS_ACCESS_KEY_ID: settings.get('access_key_id'),
        AWS_SECRET_ACCESS_KEY: settings.get('secret_access_key'),
        AWS_SESSION_TOKEN: settings.get('session_token'),
      }
    : {};
  const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
  return { ...environment, ...profile, ...given, ...keys }
}

export { s3Remote };
