import { U as UserError } from './user-error.js';
import { c as connectionFault } from './connection-fault.js';
import { s as send } from './send.js';
import { t as textOf } from './text-of.js';
import { w as waitFor, i as isBusy } from './waits.js';
import { createHash } from 'node:crypto';

/** Variables of the environment, or some of them. */
                                                                      

/** How a store is spoken to, and as whom. */
                           
                         
                                                                             
                                       
                                                                                    
                             
                                      
                       
                                                                                                        
               
 

/**
 * By the variables that AWS's own tools read; AWS_NO_SIGN_REQUEST and AWS_VIRTUAL_HOSTING, which GDAL and others know, say what AWS has
 * flags for. Behind an endpoint of its own the bucket is in the path, unless AWS_VIRTUAL_HOSTING says otherwise.
 */
function s3Access(environment             )           {
  const endpoint = environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL;
  if (endpoint && !(URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol)))
    throw new UserError('s3.endpoint', `Expected an address in AWS_ENDPOINT_URL but found '${endpoint}'`, {
      kind: 'environment',
      hint: 'Write it with its scheme, e.g. https://s3.example.com',
    })
  const virtual = environment.AWS_VIRTUAL_HOSTING;
  return {
    region: environment.AWS_REGION || environment.AWS_DEFAULT_REGION || 'us-east-1',
    endpoint: endpoint?.replace(/\/+$/, ''),
    pathStyle: virtual ? !isTrue(virtual) : Boolean(endpoint),
    credentials: isTrue(environment.AWS_NO_SIGN_REQUEST) ? undefined : credentials(environment),
  }
}

const isTrue = (text                    ) => /^(yes|true|on|1)$/i.test(text ?? '');

function credentials(environment             ) {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  if (!accessKeyId || !secretAccessKey)
    throw new UserError(
      's3.credentials',
      `Expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY but found ${accessKeyId || secretAccessKey ? 'only one of them' : 'neither'}`,
      {
        hint: 'Set them, with AWS_SESSION_TOKEN where they are temporary; on GitHub aws-actions/configure-aws-credentials does. For a public bucket set AWS_NO_SIGN_REQUEST=true',
        kind: 'environment',
      },
    )
  const sessionToken = environment.AWS_SESSION_TOKEN;
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) }
}

/** What to do, by S3's code ("Error responses" of its API reference), as its other implementations use them too. */
const HINTS                                   = {
  XAdminUserNotFound: 'AWS_ACCESS_KEY_ID is not known there: set the one of this store',
  InvalidAccessKeyId: 'AWS_ACCESS_KEY_ID is not known there: set the one of this store',
  SignatureDoesNotMatch: 'AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID: set both anew',
  ExpiredToken: 'The temporary credentials have expired: get new ones, in the same job',
  TokenRefreshRequired: 'The temporary credentials have expired: get new ones, in the same job',
  InvalidToken: 'AWS_SESSION_TOKEN does not belong to these credentials: set it anew, or unset it',
  RequestTimeTooSkewed: 'The clock of this machine is wrong: set it, e.g. by NTP',
  NoSuchBucket: 'Create the bucket, or correct its name, AWS_REGION and AWS_ENDPOINT_URL',
  NoSuchKey: 'Check the key: S3 tells capital letters from small ones, and knows no folders',
  NoSuchVersion: 'Check the versionId; a lifecycle rule may have deleted that version',
  InvalidObjectState: 'The object is in an archive (Glacier): restore it first',
  SlowDown: 'Run it again later, or ask for fewer files at once',
};

/** Codes of ours for what a caller may want to tell from the rest. */
const CODES                                      = {
  NoSuchKey: 's3.no-key',
  NoSuchBucket: 's3.no-bucket',
  AccessDenied: 's3.denied',
};

/** The sentence for an answer that is no success, redirects among them: none is followed, because credentials would go along. */
function refused({ status, headers, text, doing, bucket, signed }         )            {
  const code = /<Code>([^<]{1,100})<\/Code>/.exec(text)?.[1];
  const region = regionIn(headers, text);
  const said = code ?? (/<html/i.test(text) ? 'a page of HTML' : 'no reason given');
  return new UserError(
    CODES[code ?? ''] ?? 's3.refused',
    `Expected to ${doing} in the bucket ${bucket} but S3 answered ${status} (${said})`,
    {
      hint:
        region === undefined
          ? hintFor(status, code, signed, headers.location)
          : `Set AWS_REGION=${region}: the bucket is there`,
      kind: 'environment',
    },
  )
}

/** The region that S3 names where it was asked in another. */
function regionIn(headers                     , text        )                     {
  if (
    !/PermanentRedirect|TemporaryRedirect|AuthorizationHeaderMalformed|IllegalLocationConstraint/.test(text) &&
    text !== ''
  )
    return undefined
  const header = headers['x-amz-bucket-region'];
  const named = typeof header === 'string' ? header : /<Region>([^<]{1,50})<\/Region>/.exec(text)?.[1];
  return named !== undefined && /^[a-z0-9-]{1,50}$/.test(named) ? named : undefined
}

function hintFor(status        , code                    , signed         , location                    )         {
  const known = code === undefined ? undefined : HINTS[code];
  if (known !== undefined) return known
  if (status >= 300 && status < 400)
    return `It points elsewhere${location === undefined ? '' : `, to ${hostOf(location)}`}: no redirect is followed; correct AWS_REGION or AWS_ENDPOINT_URL`
  if (status === 401 || status === 403)
    return signed
      ? 'Give the credentials s3:GetObject, s3:PutObject and s3:ListBucket on it, as far as needed; without s3:ListBucket S3 refuses a key that is not there as well'
      : 'The bucket is not public: unset AWS_NO_SIGN_REQUEST and set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'
  if (status === 404) return 'Create the bucket, or correct its name and AWS_REGION'
  return 'See what the store says, then run again'
}

const hostOf = (location        ) => (URL.canParse(location) ? new URL(location).host : 'another address');

/** The headers of a request, with a signature (AWS SigV4) where there are credentials. */
async function sign(
  { credentials, region }          ,
  { method, url, headers, body }          ,
)                                  {
  if (credentials === undefined) return { ...headers }
  const { AwsV4Signer } = await import('./aws4fetch.esm.js');
  const hash =
    body instanceof Blob
      ? 'UNSIGNED-PAYLOAD'
      : createHash('sha256')
          .update(body ?? '')
          .digest('hex');
  const signer = new AwsV4Signer({
    method,
    url: url.toString(),
    headers: { 'x-amz-content-sha256': hash, ...headers },
    ...credentials,
    service: 's3',
    region,
  });
  return Object.fromEntries((await signer.sign()).headers)
}

/** The address of an object, or of the bucket where `key` is empty. A name with dots fits no certificate, so it stands in the path. */
function urlOf(
  { endpoint, pathStyle, region }          ,
  bucket        ,
  key        ,
  query                                  ,
)      {
  const host = new URL(endpoint ?? `https://s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`);
  const inPath = pathStyle || bucket.includes('.');
  if (!inPath) host.hostname = `${bucket}.${host.hostname}`;
  const base = `${host.origin}${host.pathname.replace(/\/+$/, '')}${inPath ? `/${bucket}` : ''}`;
  const search = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return new URL(
    `${base}/${key.split('/').map(encodeURIComponent).join('/')}${search.length === 0 ? '' : `?${search.join('&')}`}`,
  )
}

/** One answer of S3's. Its body is to be read or destroyed. */
                           
                         
                                   
                                     
                         
 

                            
                                         
                                                         
                       
                                                   
                                                     
                                   
                                                      
                        
                                                
                                      
 

/** A bucket, and how to speak to it. */
                         
                       
                                             
 

                                
                                             
                          
                                             
                         
 

/** Seconds without a byte, on reading; a store may take longer to put a large object away. */
const IDLE = { GET: 60, HEAD: 30, PUT: 600 };
const MAX_REASON_BYTES = 16 * 1024;

/** A bucket by AWS's usual environment variables. What is lost or refused for now is sent again, a few times. */
function bucket(name        , environment             , options                = {})         {
  const { second = 1000, tries = 5 } = options;
  const access = s3Access(environment);

  return {
    name,
    async send({ method, key = '', query = {}, headers = {}, body, doing, accepts = [] }) {
      const url = urlOf(access, name, key, query);
      for (let tried = 1; ; tried += 1) {
        const signed = await sign(access, { method, url, headers, body });
        const answer = await send({ url, method, headers: signed, body, idle: IDLE[method] * second }).catch(
          (error         ) => ({ error }),
        );
        if ('error' in answer) {
          const { found, hint, again } = connectionFault(answer.error);
          if (again && tried < tries && (await waitFor(tried, undefined, second))) continue
          throw new UserError('s3.unreachable', `Expected to reach ${url.host} to ${doing} but found ${found}`, {
            hint: `${hint}; AWS_ENDPOINT_URL says where the store is, if not at Amazon`,
            kind: 'environment',
            cause: answer.error,
          })
        }
        const { status } = answer;
        if (status === 200 || accepts.includes(status))
          return { status, etag: answer.headers.etag, headers: answer.headers, body: answer.body }
        const text = await reason(answer);
        const again = isBusy(status) || /<Code>(RequestTimeout|SlowDown)<\/Code>/.test(text);
        if (again && tried < tries && (await waitFor(tried, answer.headers['retry-after'], second))) continue
        const signedAs = access.credentials !== undefined;
        throw refused({ status, headers: answer.headers, text, doing, bucket: name, signed: signedAs })
      }
    },
  }
}

/** What the store says of it; nothing where the connection is lost while it does. */
async function reason(answer        )                  {
  try {
    return (await textOf(answer, MAX_REASON_BYTES)).text
  } catch {
    return ''
  }
}

export { bucket };
