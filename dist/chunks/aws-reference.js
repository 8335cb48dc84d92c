import { AwsV4Signer } from './aws4fetch.esm.js';
import { U as UserError } from './user-error.js';
import { v as variable, s as secretFile, n as noCredentials } from './secret-file.js';
import { i as isLoopback, a as ask, t as tokenService, r as request, s as secureUrl, f as faultOfStatus } from './token-service.js';
import { o as object, a as string } from './schemas2.js';
import { g as githubIdToken } from './github-id-token.js';
import { f as formCall } from './form.js';

/** A role's credentials, as containers and instances are given them. */
const RoleCredentials = object({ AccessKeyId: string(), SecretAccessKey: string(), Token: string().optional() })
  .transform(({ AccessKeyId, SecretAccessKey, Token }) => ({
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: Token,
  }));

/** Where ECS and EKS answer containers, and nothing but containers. */
const LINK_LOCAL = ['169.254.170.2', '169.254.170.23'];

/** The credentials of a container's task or pod (ECS, EKS Pod Identity); undefined outside of one. */
async function fromContainer(
  environment             ,
  options            ,
)                                      {
  const relative = variable(environment, 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI');
  const full = variable(environment, 'AWS_CONTAINER_CREDENTIALS_FULL_URI');
  const address = relative === undefined ? full : `http://169.254.170.2${relative}`;
  if (address === undefined) return undefined
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (
    url === undefined ||
    !(url.protocol === 'https:' || isLoopback(url.hostname) || LINK_LOCAL.includes(url.hostname))
  )
    throw new UserError(
      'kms.address',
      `Expected AWS_CONTAINER_CREDENTIALS_FULL_URI to be the container's but found ${url?.host ?? 'no address'}`,
      {
        kind: 'environment',
        hint: 'Leave it as ECS or EKS has set it',
      },
    )
  const file = variable(environment, 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE');
  const token =
    file === undefined
      ? variable(environment, 'AWS_CONTAINER_AUTHORIZATION_TOKEN')
      : await secretFile(file, 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE');
  const headers = { accept: 'application/json', ...(token === undefined ? {} : { authorization: token }) };
  const service = tokenService('the container', token === undefined ? [] : [token], 'Give the task or pod a role');
  return ask(service, { method: 'GET', url, headers }, RoleCredentials, options)
}

/** Where an EC2 instance finds out about itself. */
const ADDRESS = 'http://169.254.169.254';
/** Milliseconds that are waited for it: elsewhere nothing answers. */
const TIMEOUT = 1000;

/** The credentials of an EC2 instance's role (IMDSv2); undefined on a machine that is none, or has no role. */
async function fromInstance(
  environment             ,
  { timeout = TIMEOUT }            ,
)                                      {
  if (variable(environment, 'AWS_EC2_METADATA_DISABLED')?.toLowerCase() === 'true') return undefined
  const base = variable(environment, 'AWS_EC2_METADATA_SERVICE_ENDPOINT') ?? ADDRESS;
  if (!URL.canParse(base)) return undefined
  const read = async (method               , path        , headers                        ) => {
    const url = new URL(path, base);
    const answer = await request({ method, url, headers, timeout }).catch(() => undefined);
    return answer?.status === 200 ? answer.text.trim() : undefined
  };
  const token = await read('PUT', '/latest/api/token', { 'x-aws-ec2-metadata-token-ttl-seconds': '300' });
  if (token === undefined) return undefined
  const headers = { 'x-aws-ec2-metadata-token': token };
  const roles = '/latest/meta-data/iam/security-credentials/';
  const role = (await read('GET', roles, headers))?.split('\n')[0];
  const text = role === undefined ? undefined : await read('GET', `${roles}${encodeURIComponent(role)}`, headers);
  return text === undefined ? undefined : credentialsIn(text)
}

/** What another service at that address answers (other clouds have theirs there) is no credentials. */
function credentialsIn(text        )                             {
  try {
    const read = RoleCredentials.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** The address of an AWS service in a region; `AWS_ENDPOINT_URL_KMS` and its like name another, as AWS's own programs have it. */
function awsEndpoint(service               , region        , environment             , host         )      {
  if (host !== undefined) return new URL(`${isLoopback(host.replace(/:\d+$/, '')) ? 'http' : 'https'}://${host}/`)
  for (const name of [`AWS_ENDPOINT_URL_${service.toUpperCase()}`, 'AWS_ENDPOINT_URL']) {
    const given = variable(environment, name);
    if (given !== undefined) return secureUrl(given, name)
  }
  return new URL(`https://${service}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`)
}

const Session = object({ AccessKeyId: string(), SecretAccessKey: string(), SessionToken: string() });

/** The session of a role that a web identity may take (STS AssumeRoleWithWebIdentity); undefined where no role is named. */
async function fromWebIdentity(
  environment             ,
  region        ,
  options            ,
)                                      {
  const role = variable(environment, 'AWS_ROLE_ARN');
  if (role === undefined) return undefined
  const file = variable(environment, 'AWS_WEB_IDENTITY_TOKEN_FILE');
  const token =
    file === undefined
      ? await githubIdToken(environment, 'sts.amazonaws.com', options)
      : await secretFile(file, 'AWS_WEB_IDENTITY_TOKEN_FILE');
  if (token === undefined)
    throw noCredentials(
      `the role ${role}`,
      'Set AWS_WEB_IDENTITY_TOKEN_FILE, or give the job `permissions: id-token: write`',
    )
  const call = formCall(awsEndpoint('sts', region, environment), {
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: variable(environment, 'AWS_ROLE_SESSION_NAME') ?? 'proofmark',
    WebIdentityToken: token,
  });
  const service = tokenService(
    'AWS STS',
    [token],
    `Let the trust policy of ${role} name GitHub's OIDC provider, the audience sts.amazonaws.com and this repository`,
  );
  const session = await ask(service, { ...call, decode: fieldsOf }, Session, options);
  return {
    accessKeyId: session.AccessKeyId,
    secretAccessKey: session.SecretAccessKey,
    sessionToken: session.SessionToken,
  }
}

/** STS answers in XML: its leaves by name. A refusal's `Message` is told as OAuth's `error_description`. */
function fieldsOf(xml        )          {
  const leaves = [...xml.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name = '', text = '']) => [name, text]         );
  if (leaves.length === 0) throw new Error('no XML')
  const fields = Object.fromEntries(leaves);
  return { ...fields, ...(fields.Message === undefined ? {} : { error_description: fields.Message }) }
}

/** What requests to AWS are signed with. */
                                 
                              
                                  
                                            
 

/**
 * The credentials that the environment offers, looked for in the order of AWS's own programs: keys, a web identity (a file's, or that of
 * the job), the container's, the instance's. Profiles in files are not read.
 */
async function awsCredentials(
  environment             ,
  region        ,
  options            ,
)                          {
  const accessKeyId = variable(environment, 'AWS_ACCESS_KEY_ID');
  const secretAccessKey = variable(environment, 'AWS_SECRET_ACCESS_KEY');
  if (accessKeyId !== undefined && secretAccessKey !== undefined)
    return { accessKeyId, secretAccessKey, sessionToken: variable(environment, 'AWS_SESSION_TOKEN') }
  const found =
    (await fromWebIdentity(environment, region, options)) ??
    (await fromContainer(environment, options)) ??
    (await fromInstance(environment, options));
  if (found !== undefined) return found
  throw noCredentials(
    'AWS',
    'Run aws-actions/configure-aws-credentials in a step before, or set AWS_ROLE_ARN in a job with `permissions: id-token: write`',
  )
}

const Refusal = object({ __type: string(), message: string().optional(), Message: string().optional() });

/** What the API's exceptions mean, by name. */
const FAULTS                                  = {
  AccessDeniedException: 'denied',
  NotFoundException: 'missing',
  DisabledException: 'disabled',
  KMSInvalidStateException: 'disabled',
  ExpiredTokenException: 'credentials',
  UnrecognizedClientException: 'credentials',
  InvalidClientTokenId: 'credentials',
  InvalidSignatureException: 'credentials',
  IncompleteSignatureException: 'credentials',
  IncompleteSignature: 'credentials',
  MissingAuthenticationTokenException: 'credentials',
  SignatureDoesNotMatch: 'credentials',
  ThrottlingException: 'throttled',
  LimitExceededException: 'throttled',
  KMSInternalException: 'unavailable',
  DependencyTimeoutException: 'unavailable',
  KeyUnavailableException: 'unavailable',
  InvalidKeyUsageException: 'refused',
  IncorrectKeyException: 'refused',
  InvalidCiphertextException: 'refused',
};

/** AWS KMS, as its answers are judged. @param actions what the credentials must be allowed, `kms:Sign` and its like */
const awsKmsService = (
  uri        ,
  { secretAccessKey, sessionToken }                ,
  actions                   ,
)          => ({
  name: 'AWS KMS',
  subject: uri,
  secrets: [secretAccessKey, ...(sessionToken === undefined ? [] : [sessionToken])],
  judge(status, body) {
    const read = Refusal.safeParse(body);
    if (!read.success) return { fault: faultOfStatus(status), said: '' }
    const type = read.data.__type.split('#').at(-1) ?? '';
    return {
      fault: FAULTS[type] ?? faultOfStatus(status),
      said: `${type}: ${read.data.message ?? read.data.Message ?? ''}`,
    }
  },
  hints: {
    credentials: 'Take new credentials in a step before (aws-actions/configure-aws-credentials), and check the clock',
    denied: `Allow ${actions.join(' and ')} on the key, in its key policy or in the role's policy`,
    missing: "Check the key's name, its account, and AWS_REGION",
    disabled: 'Enable the key, or cancel its deletion',
  },
});

/** Calls an action of AWS KMS (`Sign`) with its parameters. */
                                                                                                      

/** A client of AWS KMS for one key: JSON over HTTPS, signed with Signature Version 4. @param actions that the credentials must be allowed */
async function awsKmsClient(
  { uri, host, region: ofKey }              ,
  actions                   ,
  environment             ,
  options            ,
)                        {
  const region = ofKey ?? variable(environment, 'AWS_REGION') ?? variable(environment, 'AWS_DEFAULT_REGION');
  if (region === undefined || !/^[a-z0-9-]{1,40}$/.test(region))
    throw new UserError('kms.region', `Expected the region of ${uri} in AWS_REGION but found ${region ?? 'nothing'}`, {
      kind: 'environment',
      hint: 'Set AWS_REGION, or name the key by its ARN',
    })
  const credentials = await awsCredentials(environment, region, options);
  const service = awsKmsService(uri, credentials, actions);
  const url = awsEndpoint('kms', region, environment, host);
  return async (action, parameters, schema) => {
    const body = JSON.stringify(parameters);
    const signed = await new AwsV4Signer({
      method: 'POST',
      url: url.href,
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${action}` },
      body,
      accessKeyId: credentials.accessKeyId,
      secretAccessKey: credentials.secretAccessKey,
      ...(credentials.sessionToken === undefined ? {} : { sessionToken: credentials.sessionToken }),
      service: 'kms',
      region,
    }).sign();
    return ask(service, { method: 'POST', url, headers: Object.fromEntries(signed.headers), body }, schema, options)
  }
}

/** A key of AWS KMS. */
                               
                                       
                      
                                                                              
                                   
                                                                  
                        
                      
                                     
 

const ID = '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|mrk-[0-9a-fA-F]{32}';
const ALIAS = 'alias/[a-zA-Z0-9/_-]{1,250}';
const REFERENCE = new RegExp(
  `^awskms://([a-zA-Z0-9.-]+(?::\\d{1,5})?)?/(arn:aws[a-z-]*:kms:([a-z0-9-]+):\\d{12}:(?:key/(?:${ID})|${ALIAS})|${ID}|${ALIAS})$`,
);

/** Reads `awskms:///alias/name`, `awskms:///arn:…`, `awskms:///id`, each also with a host before the third slash, as cosign writes them. */
function awsReference(uri        )               {
  const [, host, keyId, region] = REFERENCE.exec(uri) ?? [];
  if (keyId !== undefined) return { uri, host, keyId, region }
  throw new UserError('kms.reference', `Expected a key of AWS KMS but found '${uri.slice(0, 200)}'`, {
    hint: 'Write it as awskms:///alias/NAME, awskms:///KEY-ID, or awskms:/// and the ARN of the key',
  })
}

export { awsReference as a, awsKmsClient as b };
