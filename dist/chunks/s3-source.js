import { U as UserError } from './user-error.js';
import { g as globPattern } from './glob-pattern.js';
import { bucket } from './bucket.js';
import { l as listObjects } from './list-objects.js';
import { s as startOf } from './start-of.js';

/** Does something for each item, so many at a time; gives what came of them in their order. The first failure is the failure of all. */
async function inParallel            (
  items                 ,
  atOnce        ,
  work                               ,
)                  {
  const done         = [];
  const left = items.entries();
  const worker = async () => {
    for (const [place, item] of left) done[place] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return done
}

/** What a store says of an object before it is read. */
                              
                      
                        
                       
                           
                                                      
                                        
                                                                                                         
                                     
 

/** Answers to HEAD have no body that says why; the same is asked by GET then. */
const REFUSALS = [301, 307, 400, 401, 403, 404, 405, 412];

/** Asks for an object by HEAD; undefined where there is none of that key. */
async function objectState(objects        , key        )                                   {
  const doing = `read ${key}`;
  const headers = { 'x-amz-checksum-mode': 'ENABLED' };
  const { status, headers: told, body } = await objects.send({ method: 'HEAD', key, headers, doing, accepts: REFUSALS });
  body.destroy();
  if (status !== 200) return explained(objects, key, status)
  const bytes = Number(told['content-length'] ?? Number.NaN);
  if (told.etag === undefined || !Number.isSafeInteger(bytes))
    throw noStore(objects, key, 'an answer without ETag or size')
  const version = header(told['x-amz-version-id']);
  const checksum = header(told['x-amz-checksum-sha256']);
  return {
    key,
    bytes,
    etag: told.etag,
    modified: told['last-modified'] ?? '',
    versionId: version === 'null' ? undefined : version,
    // The checksum of an object in parts is that of its parts' checksums, and ends in -N.
    sha256:
      checksum !== undefined && /^[A-Za-z0-9+/]{43}=$/.test(checksum)
        ? Buffer.from(checksum, 'base64').toString('hex')
        : undefined,
  }
}

/** Nothing where there is no such object; else the reason is thrown. */
async function explained(objects        , key        , status        )                     {
  try {
    const headers = { range: 'bytes=0-0' };
    const { body } = await objects.send({ method: 'GET', key, headers, doing: `read ${key}`, accepts: [206, 416] });
    body.destroy();
  } catch (error) {
    if (error instanceof UserError && error.code === 's3.no-key') return undefined
    throw error
  }
  throw noStore(objects, key, `HTTP status ${status} to HEAD`)
}

const header = (value                               ) => (typeof value === 'string' ? value : undefined);

const noStore = ({ name }        , key        , found        ) =>
  new UserError('s3.no-object', `Expected the bucket ${name} to have ${key} but found ${found}`, {
    kind: 'environment',
    hint: 'Check the name of the bucket, AWS_REGION and AWS_ENDPOINT_URL, and that what answers there speaks S3',
  });

/** An object's bytes from one on, as long as it is still the one that was found. */
async function readObject(objects        , { name, key, versionId, etag, from }            ) {
  const { status, headers, body } = await objects.send({
    method: 'GET',
    key,
    ...(versionId === undefined ? {} : { query: { versionId } }),
    headers: {
      ...(from === 0 ? {} : { range: `bytes=${from}-` }),
      ...(etag === undefined ? {} : { 'if-match': etag }),
    },
    doing: `read ${key}`,
    accepts: [206, 412],
  });
  if (status !== 412 && (etag === undefined || headers.etag === etag))
    return { from: status === 206 ? startOf(headers['content-range'], from) : 0, bytes: body }
  body.destroy();
  throw new UserError('source.changed', `Expected ${name} to stay the same while it is read but it was written again`, {
    file: name,
    kind: 'environment',
    hint: 'Run it again once nobody writes there; with versions in the bucket, name one: ?versionId=…',
  })
}

/** What an address of S3's names. */
                            
                         
                                                                                                           
                      
                                        
                                                          
                                     
 

const ADDRESS =
  /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*?))?(?:\?versionId=([^?#&]{1,1024}))?(?:#sha256=([0-9a-f]{64}))?$/s;

/** Reads `s3://bucket/key?versionId=…#sha256=…`. The key stands there as it is, not URL-encoded, as AWS's own tools have it. */
function s3Address(address        )            {
  const [, bucket, key = '', versionId, sha256] = ADDRESS.exec(address) ?? [];
  const fault = bucket === undefined || address.length > 2048 ? 'an address such as s3://bucket/key' : faultOf(key);
  if (bucket === undefined || fault !== undefined)
    throw new UserError('s3.address', `Expected ${fault} but found '${address}'`, {
      file: address,
      hint: 'Write s3://bucket/key, s3://bucket/prefix/ for all below, or s3://bucket/key?versionId=… for a version',
    })
  const folder = key === '' || key.endsWith('/') || key.includes('*');
  if (folder && (versionId !== undefined || sha256 !== undefined))
    throw new UserError('s3.address', `Expected a version or checksum of one object but found '${address}'`, {
      file: address,
      hint: 'Name the object, or leave ?versionId= and #sha256= away',
    })
  return { bucket, key, versionId, sha256 }
}

/** Parts that a URL would take for steps, and an unfinished version or checksum. */
function faultOf(key        )                     {
  if (/(^|\/)\.\.?(\/|$)/.test(key)) return "a key without '.' and '..' as its parts"
  if (/#sha256=|\?versionId=/.test(key))
    return '?versionId=… to be not empty, and #sha256=… to have 64 lower-case hexadecimal digits,'
  return undefined
}

/** Objects that are asked about at once. */
const AT_ONCE = 16;

/** Objects of S3 and of stores that speak as it does, by the credentials of the environment. */
function s3Source({ environment, second, tries }             )         {
  const options                = {
    ...(second === undefined ? {} : { second }),
    ...(tries === undefined ? {} : { tries }),
  };
  const place = environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL || 'aws';
  return {
    async find(path) {
      const address = s3Address(path);
      const objects = bucket(address.bucket, environment, options);
      if (address.versionId !== undefined || address.sha256 !== undefined) return [pinned(path, address, objects)]
      const isFolder = address.key === '' || address.key.endsWith('/');
      if (isFolder || address.key.includes('*')) return below(path, address.key, objects)
      const state = await objectState(objects, address.key);
      if (state !== undefined) return [fileOf(path, state, objects)]
      const found = await below(path, `${address.key}/`, objects).catch((error         ) => {
        throw error instanceof UserError && error.code === 's3.none' ? missing(path, address) : error
      });
      return found
    },
  }

  /** Of what never changes nothing is asked before it is read: it may be in the cache, and need no network. */
  function pinned(name        , { key, versionId, sha256 }           , objects        )             {
    return {
      name,
      origin: { kind: 's3', pinned: name },
      bytes: undefined,
      ...(sha256 === undefined ? {} : { digest: { sha256 } }),
      ...(versionId === undefined ? {} : { identity: `${place} ${objects.name} ${key} ${versionId}` }),
      read: from => readObject(objects, { name, key, versionId, etag: undefined, from }),
    }
  }

  async function below(path        , key        , objects        )                        {
    const glob = key.includes('*') ? globPattern(key) : undefined;
    const prefix = glob === undefined ? key : glob.folder === '.' ? '' : `${glob.folder}/`;
    const listed = await listObjects(objects, prefix);
    const keys = listed
      .map(object => object.key)
      .filter(each => !each.endsWith('/') && (glob?.pattern.test(each) ?? true));
    if (keys.length === 0)
      throw new UserError('s3.none', `Expected ${path} to name at least one object but it names none`, {
        file: path,
        hint: `Check the ${glob === undefined ? 'prefix' : 'pattern'}, and that an earlier step put the objects there`,
      })
    return inParallel(keys, AT_ONCE, async each => {
      s3Address(`s3://${objects.name}/${each}`);
      const state = await objectState(objects, each);
      const name = `s3://${objects.name}/${each}`;
      if (state === undefined) throw changed(name)
      return fileOf(name, state, objects)
    })
  }

  function fileOf(name        , state             , objects        )             {
    const { key, bytes, etag, versionId, sha256, modified } = state;
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

const changed = (name        ) =>
  new UserError('source.changed', `Expected ${name} to stay while it is read but it was deleted`, {
    file: name,
    kind: 'environment',
    hint: 'Run it again once nobody writes there',
  });

const missing = (path        , { key, bucket }           ) =>
  new UserError('s3.missing', `Expected ${path} to be an object but the bucket ${bucket} has none of that key`, {
    file: path,
    hint: `Check the key ${key}: S3 tells capital letters from small ones; a folder is named with / at its end`,
  });

export { s3Source };
