import { openAsBlob } from 'node:fs';
import { resolve } from 'node:path';
import { M as MAX_POINTER_BYTES } from './pointer.js';
import { a as MAX_BUNDLE_BYTES } from './bundle.js';
import { C as CERTIFICATE_FILE } from './record-files.js';
import { U as UserError } from './user-error.js';
import { P as POINTER_FILE, m as modelFolder, r as recordFolder } from './layout.js';
import { createHash } from 'node:crypto';

/** One answer of S3's. */
                           
                         
                                   
                             
 

                            
                                
                                                         
                       
                                                   
                                                     
                                                
                                                      
                        
                                                
                                      
 

/** A bucket, and how to speak to it. */
                         
                                             
 

const TRIES = 4;
const TIMEOUT_MS = 15 * 60_000;

                                                               

/**
 * A bucket by AWS's usual environment variables: credentials, region, and an endpoint where the store is another's. Behind an
 * endpoint of its own, and for names with dots, the bucket is in the path, else in the host's name.
 */
function bucket(name        , environment             )         {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  if (!accessKeyId || !secretAccessKey)
    throw new UserError(
      's3.credentials',
      'Expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY but found neither or one',
      {
        hint: 'Set them, with AWS_SESSION_TOKEN where they are temporary; on GitHub aws-actions/configure-aws-credentials does',
        kind: 'environment',
      },
    )
  const region = environment.AWS_REGION || environment.AWS_DEFAULT_REGION || 'us-east-1';
  const endpoint = environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL;
  const base = addressOf(name, region, endpoint);
  const sessionToken = environment.AWS_SESSION_TOKEN;
  let client;                                

  return {
    async send({ method, key = '', query = {}, headers = {}, body, doing, accepts = [] }) {
      client ??= import('./aws4fetch.esm.js').then(
        ({ AwsClient }) =>
          new AwsClient({
            accessKeyId,
            secretAccessKey,
            ...(sessionToken ? { sessionToken } : {}),
            service: 's3',
            region,
            retries: 0,
          }),
      );
      const url = new URL(`${base}/${key.split('/').map(encodeURIComponent).join('/')}`);
      for (const [parameter, value] of Object.entries(query)) url.searchParams.set(parameter, value);
      const init = { method, headers, ...(body === undefined ? {} : { body }) };
      for (let tried = 1; ; tried += 1) {
        let response;          
        try {
          const signed = await (await client).sign(url.toString(), init);
          response = await fetch(signed, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
        } catch (cause) {
          if (tried < TRIES) {
            await pause(tried);
            continue
          }
          throw new UserError('s3.unreachable', `Expected to reach ${url.host} to ${doing} but found no connection`, {
            hint: 'Check the network, and AWS_ENDPOINT_URL where the store is not Amazon’s',
            kind: 'environment',
            cause,
          })
        }
        const { status } = response;
        if (status === 200 || accepts.includes(status))
          return { status, etag: response.headers.get('etag') ?? undefined, response }
        const said = (await response.text()).slice(0, 2000);
        if ((status >= 500 || status === 429) && tried < TRIES) await pause(tried);
        else throw refused(status, said, doing, name)
      }
    },
  }
}

const pause = (tried        ) => new Promise(resolve => setTimeout(resolve, Math.random() * 100 * 2 ** tried));

function addressOf(name        , region        , endpoint                    )         {
  if (endpoint) {
    if (!URL.canParse(endpoint))
      throw new UserError('s3.endpoint', `Expected an address in AWS_ENDPOINT_URL but found '${endpoint}'`, {
        kind: 'environment',
        hint: 'Write it with its scheme, e.g. https://s3.example.com',
      })
    return `${endpoint.replace(/\/+$/, '')}/${name}`
  }
  return name.includes('.')
    ? `https://s3.${region}.amazonaws.com/${name}`
    : `https://${name}.s3.${region}.amazonaws.com`
}

function refused(status        , text        , doing        , name        )            {
  const reason = /<Code>([^<]{1,100})<\/Code>/.exec(text)?.[1] ?? 'no reason given';
  const hint =
    status === 403 || status === 401
      ? 'Give the credentials s3:GetObject, s3:PutObject and s3:ListBucket on it'
      : status === 404
        ? 'Create the bucket, or correct its name and AWS_REGION'
        : 'See what the store says, then run again';
  return new UserError(
    's3.refused',
    `Expected to ${doing} in the bucket ${name} but S3 answered ${status} (${reason})`,
    {
      hint,
      kind: 'environment',
    },
  )
}

const MAX_LISTING_BYTES = 16 * 1024 * 1024;
const MAX_OBJECTS = 100_000;

/** SHA-256 of every object below a prefix, by what follows the prefix: listed to the end, and each read back whole. */
async function storedObjects(bucket        , prefix        )                                       {
  const files = new Map                ();
  for (const key of await keysBelow(bucket, prefix)) {
    const { response } = await bucket.send({ method: 'GET', key, doing: `read ${key}` });
    const sha256 = createHash('sha256');
    if (response.body) for await (const piece of response.body) sha256.update(piece);
    files.set(key.slice(prefix.length), sha256.digest('hex'));
  }
  return files
}

async function keysBelow(bucket        , prefix        )                    {
  const keys           = [];
  let next;                    
  do {
    const page = {
      'list-type': '2',
      'encoding-type': 'url',
      prefix,
      ...(next === undefined ? {} : { 'continuation-token': next }),
    };
    const { response } = await bucket.send({ method: 'GET', query: page, doing: `list ${prefix}` });
    const text = await response.text();
    if (text.length > MAX_LISTING_BYTES || keys.length > MAX_OBJECTS)
      throw new UserError('s3.too-many', `Expected at most ${MAX_OBJECTS} objects below ${prefix} but found more`, {
        hint: 'Name the prefix that holds the model alone',
      })
    // Keys are URL-encoded as we asked, so no entity of XML's is in them.
    for (const [, key = ''] of text.matchAll(/<Key>([^<]*)<\/Key>/g))
      keys.push(decodeURIComponent(key.replaceAll('+', ' ')));
    next = unescaped(/<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(text)?.[1]);
  } while (next !== undefined)
  return keys
}

const unescaped = (text                    ) =>
  text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

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
      const { status } = await objects.send({
        method: 'PUT',
        key,
        headers: { ...condition, 'content-type': 'application/json' },
        body: new TextEncoder().encode(pointer),
        doing: 'write the pointer',
        accepts: [...CONFLICT, ...NO_SUCH],
      });
      if (status === 200) return 'done'
      // An answer that was lost and sent again is refused by what it wrote itself.
      return (await current()).pointer === pointer ? 'done' : 'conflict'
    },
  }

  /** Writes an object that is not there yet; one that is stays as it is. */
  async function put(object        , body                                , sha256         )                {
    await objects.send({
      method: 'PUT',
      key: object,
      headers: { 'if-none-match': '*', ...(sha256 === undefined ? {} : { 'x-amz-content-sha256': sha256 }) },
      body,
      doing: `write ${object}`,
      accepts: CONFLICT,
    });
  }
}

/** An object as text, with its ETag; neither where there is none. */
async function readText(objects        , key        , maxBytes        , doing        ) {
  const { status, etag, response } = await objects.send({ method: 'GET', key, doing, accepts: NO_SUCH });
  if (status === 404) {
    const said = (await response.text()).slice(0, 2000);
    if (/<Code>NoSuchBucket<\/Code>/.test(said))
      throw new UserError('s3.no-bucket', `Expected the bucket to ${doing} but S3 says there is none of that name`, {
        hint: 'Create the bucket, or correct its name and AWS_REGION',
        kind: 'environment',
      })
    return { text: undefined, etag: '' }
  }
  const pieces               = [];
  let bytes = 0;
  if (response.body)
    for await (const piece of response.body) {
      bytes += piece.length;
      if (bytes > maxBytes)
        throw new UserError('promotion.too-large', `Expected at most ${maxBytes} bytes in ${key} but found more`, {
          hint: 'It is not what Proofmark wrote: find out who did',
        })
      pieces.push(piece);
    }
  if (etag === undefined || etag === '')
    throw new UserError('s3.no-etag', `Expected an ETag with ${key}, for the conditional write, but found none`, {
      hint: 'Use a store with conditional writes',
      kind: 'environment',
    })
  return { text: Buffer.concat(pieces).toString('utf8'), etag }
}

export { s3 };
