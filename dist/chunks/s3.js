import { openAsBlob } from 'node:fs';
import { resolve } from 'node:path';
import { M as MAX_POINTER_BYTES } from './pointer.js';
import { M as MAX_BUNDLE_BYTES } from './bundle.js';
import { C as CERTIFICATE_FILE } from './record-files.js';
import { U as UserError } from './user-error.js';
import { t as textOf } from './text-of.js';
import { bucket } from './bucket.js';
import { P as POINTER_FILE, m as modelFolder, r as recordFolder } from './layout.js';
import { createHash } from 'node:crypto';
import { l as listObjects } from './list-objects.js';

/** SHA-256 of every object below a prefix, by what follows the prefix: listed to the end, and each read back whole. */
async function storedObjects(bucket        , prefix        )                                       {
  const files = new Map                ();
  for (const { key } of await listObjects(bucket, prefix)) {
    const { body } = await bucket.send({ method: 'GET', key, doing: `read ${key}` });
    const sha256 = createHash('sha256');
    for await (const piece of body) sha256.update(piece);
    files.set(key.slice(prefix.length), sha256.digest('hex'));
  }
  return files
}

/** S3 takes no larger object in one request (S3 user guide, "Uploading objects"). */
const MAX_PUT_BYTES = 5 * 1024 ** 3;
const NO_SUCH = [404];
/** The condition did not hold, or another write of the same object was under way (409). */
const CONFLICT = [412, 409];

/**
 * A prefix in a bucket, laid out as the folder is. The pointer is replaced by a conditional write: `If-Match` the ETag that was read, or
 * `If-None-Match: *`; a store that ignores conditions would not be one to promote to.
 */
function s3(name        , place        , { root, environment }             )                  {
  const [, bucketName = '', path = ''] = /^\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(place) ?? [];
  if (bucketName === '' || /[\\?#]|(^|\/)\.\.?(\/|$)/.test(path))
    throw new UserError('s3.name', `Expected a target such as s3://bucket/prefix but found '${name}'`, {
      hint: 'Name the bucket, then the prefix',
    })
  const prefix = path === '' ? '' : `${path.replace(/\/+$/, '')}/`;
  const objects = bucket(bucketName, environment);
  const key = `${prefix}${POINTER_FILE}`;

  const current = async () => {
    const { text, etag } = await readText(objects, key, MAX_POINTER_BYTES, 'read the pointer');
    return { pointer: text, mark: etag }
  };

  return {
    name,
    limits: undefined,
    current,

    async place({ id, certificate, files, record }) {
      for (const { name: file, path: here, sha256, bytes } of files) {
        if (bytes > MAX_PUT_BYTES)
          throw new UserError('s3.too-large', `Expected files of at most 5 GiB for S3 but ${file} has ${bytes} bytes`, {
            hint: 'Split the file, or promote to a folder',
          })
        await put(`${prefix}${modelFolder(id)}/${file}`, await openAsBlob(resolve(root, here)), sha256);
      }
      for (const { name: file, content } of record)
        await put(`${prefix}${recordFolder(certificate)}/${file}`, Uint8Array.from(content));
    },

    stored: id => storedObjects(objects, `${prefix}${modelFolder(id)}/`),

    certificate: async sha256 =>
      (
        await readText(
          objects,
          `${prefix}${recordFolder(sha256)}/${CERTIFICATE_FILE}`,
          MAX_BUNDLE_BYTES,
          'read a certificate',
        )
      ).text,

    async point(pointer, { mark }) {
      const condition                         = mark === '' ? { 'if-none-match': '*' } : { 'if-match': mark };
      const { status, body } = await objects.send({
        method: 'PUT',
        key,
        headers: { ...condition, 'content-type': 'application/json' },
        body: new TextEncoder().encode(pointer),
        doing: 'write the pointer',
        accepts: [...CONFLICT, ...NO_SUCH],
      });
      body.resume();
      if (status === 200) return 'done'
      // An answer that was lost and sent again is refused by what it wrote itself.
      return (await current()).pointer === pointer ? 'done' : 'conflict'
    },
  }

  /** Writes an object that is not there yet; one that is stays as it is. */
  async function put(object        , body                   , sha256         )                {
    const { body: answer } = await objects.send({
      method: 'PUT',
      key: object,
      headers: { 'if-none-match': '*', ...(sha256 === undefined ? {} : { 'x-amz-content-sha256': sha256 }) },
      body,
      doing: `write ${object}`,
      accepts: CONFLICT,
    });
    answer.resume();
  }
}

/** An object as text, with its ETag; neither where there is none. */
async function readText(objects        , key        , maxBytes        , doing        ) {
  const { status, etag, body } = await objects.send({ method: 'GET', key, doing, accepts: NO_SUCH });
  if (status === 404) {
    if (/<Code>NoSuchBucket<\/Code>/.test((await textOf({ body }, 2000)).text))
      throw new UserError('s3.no-bucket', `Expected the bucket to ${doing} but S3 says there is none of that name`, {
        hint: 'Create the bucket, or correct its name and AWS_REGION',
        kind: 'environment',
      })
    return { text: undefined, etag: '' }
  }
  const { text, whole } = await textOf({ body }, maxBytes);
  if (!whole)
    throw new UserError('promotion.too-large', `Expected at most ${maxBytes} bytes in ${key} but found more`, {
      hint: 'It is not what Proofmark wrote: find out who did',
    })
  if (etag === undefined || etag === '')
    throw new UserError('s3.no-etag', `Expected an ETag with ${key}, for the conditional write, but found none`, {
      hint: 'Use a store with conditional writes',
      kind: 'environment',
    })
  return { text, etag }
}

export { s3 };
