import { U as UserError } from './user-error.js';
import { s as secretFile, v as variable, n as noCredentials } from './secret-file.js';
import { t as tokenService, s as secureUrl, a as ask, f as faultOfStatus } from './token-service.js';
import { f as formCall } from './form.js';
import { o as object, a as string, _ as _enum, r as record } from './schemas2.js';
import { sign, createPrivateKey } from 'node:crypto';

/** The polynomial of Castagnoli, its bits reversed (RFC 3720 §B.4). */
const POLYNOMIAL = 0x82f63b78;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  return value
});

/** CRC-32C of bytes, as Google Cloud KMS guards what it is sent and answers; another polynomial than zlib's. */
function crc32c(bytes            )         {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0
}

/** Bytes that arrived as Google Cloud KMS sent them, by their CRC-32C. @param what they are, for messages */
function checked(bytes        , crc        , what        )         {
  if (crc === String(crc32c(bytes))) return bytes
  throw damaged(what)
}

/** Where something was changed on its way to or from Google Cloud KMS. */
const damaged = (what        )            =>
  new UserError('kms.damaged', `Expected ${what} to have the checksum that belongs to it but found another`, {
    kind: 'environment',
    hint: 'Run it again; if it stays so, look for what changes the traffic on the way',
  });

/** A workload identity federation's credentials file (google-auth-library: `external_account`), as far as it is used. */
const ExternalAccount = object({
  audience: string().min(1),
  subject_token_type: string().min(1),
  token_url: string().min(1),
  service_account_impersonation_url: string().optional(),
  credential_source: object({
    file: string().optional(),
    url: string().optional(),
    headers: record(string(), string()).optional(),
    format: object({ type: _enum(['text', 'json']).default('text'), subject_token_field_name: string().optional() })
      .optional(),
  }),
});

/** Where the credentials file is of no use. What it holds is never told. */
const wrongFile = (found        )            =>
  new UserError(
    'kms.credentials-file',
    `Expected GOOGLE_APPLICATION_CREDENTIALS to name a file of type service_account or external_account but found ${found}`,
    { kind: 'environment', hint: 'Run google-github-actions/auth in a step before' },
  );

/** The token that a workload identifies itself with: in a file, or given by an address (GitHub's OIDC provider). */
async function subjectToken(
  { credential_source: source }                 ,
  options            ,
)                  {
  const { type, subject_token_field_name: field } = source.format ?? { type: 'text'          };
  const read = (text        )          => (type === 'json' ? JSON.parse(text) : { token: text.trim() });
  const Subject = object({ [type === 'json' ? (field ?? '') : 'token']: string().min(1) });
  const tokenIn = (value                         ) => String(Object.values(value)[0]);
  if (source.url !== undefined) {
    const headers = { accept: 'application/json', ...source.headers };
    const hint = 'Give the job `permissions: id-token: write`, and run google-github-actions/auth in the same job';
    const service = tokenService('the identity provider', Object.values(headers).flatMap(secretsIn), hint);
    const call = { method: 'GET'         , url: secureUrl(source.url, 'credential_source.url'), headers, decode: read };
    return tokenIn(await ask(service, call, Subject, options))
  }
  if (source.file === undefined) throw wrongFile('a credential_source that is neither a file nor an address')
  const text = await secretFile(source.file, 'credential_source.file');
  const found = Subject.safeParse(attempt(() => read(text)));
  if (!found.success) throw wrongFile('a subject token that cannot be read')
  return tokenIn(found.data)
}

const secretsIn = (header        )           => [header, header.replace(/^bearer /i, '')];

function attempt(read               )          {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** What tokens of a federation are for: impersonation needs more than Cloud KMS. */
const SCOPE$1 = 'https://www.googleapis.com/auth/cloud-platform';
/** What the impersonated account's tokens are for. */
const KMS_SCOPE = 'https://www.googleapis.com/auth/cloudkms';

const Token$1 = object({ access_token: string().min(1) });
const Impersonated = object({ accessToken: string().min(1) });

/** An access token by workload identity federation: the workload's own token is exchanged (RFC 8693), and the service account taken, where one is named. */
async function fromExternalAccount(file         , options            )                  {
  const read = ExternalAccount.safeParse(file);
  if (!read.success) throw wrongFile('an external_account of another form')
  const account = read.data;
  const subject = await subjectToken(account, options);
  const sts = tokenService(
    "Google's security token service",
    [subject],
    "Check the provider's attribute condition: it must take this repository",
  );
  const exchange = formCall(secureUrl(account.token_url, 'token_url'), {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    audience: account.audience,
    scope: SCOPE$1,
    requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    subject_token: subject,
    subject_token_type: account.subject_token_type,
  });
  const { access_token: token } = await ask(sts, exchange, Token$1, options);
  const address = account.service_account_impersonation_url;
  return address === undefined ? token : impersonate(address, token, options)
}

async function impersonate(address        , token        , options            )                  {
  const service = tokenService(
    "Google's IAM credentials service",
    [token],
    'Grant roles/iam.workloadIdentityUser on the service account to this repository',
  );
  const call = {
    method: 'POST'         ,
    url: secureUrl(address, 'service_account_impersonation_url'),
    headers: { accept: 'application/json', authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ scope: [KMS_SCOPE], lifetime: '3600s' }),
  };
  return (await ask(service, call, Impersonated, options)).accessToken
}

/** What tokens are for: Cloud KMS and nothing else. */
const SCOPE = 'https://www.googleapis.com/auth/cloudkms';

/** Whom assertions are for, wherever they are sent (Google's "OAuth 2.0 for server to server applications"). */
const AUDIENCE = 'https://oauth2.googleapis.com/token';

const ServiceAccount = object({
  client_email: string().min(1),
  private_key: string().min(1),
  private_key_id: string().optional(),
  token_uri: string().default(AUDIENCE),
});

const Token = object({ access_token: string().min(1) });

/** An access token for a service account's key: an assertion that it signs is exchanged (RFC 7523 §2.1). */
async function fromServiceAccount(file         , options            )                  {
  const read = ServiceAccount.safeParse(file);
  if (!read.success) throw wrongFile('one without client_email or private_key')
  const { token_uri: uri, client_email: account } = read.data;
  const assertion = assertionOf(read.data, Math.floor(Date.now() / 1000));
  const service = tokenService(
    "Google's token endpoint",
    [assertion],
    `Check that the key of ${account} still exists, and the clock of the runner`,
  );
  const call = formCall(secureUrl(uri, 'token_uri'), {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion,
  });
  return (await ask(service, call, Token, options)).access_token
}

/** A JSON Web Token, RS256. @param now seconds since 1970 */
function assertionOf(account                                , now        )         {
  const encoded = (value        ) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = { alg: 'RS256', typ: 'JWT', ...(account.private_key_id && { kid: account.private_key_id }) };
  const claims = { iss: account.client_email, scope: SCOPE, aud: AUDIENCE, iat: now, exp: now + 3600 };
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), privateKey(account.private_key)).toString('base64url')}`
}

function privateKey(pem        ) {
  try {
    return createPrivateKey(pem)
  } catch {
    throw wrongFile('a private_key that cannot be read')
  }
}

const FILE = 'GOOGLE_APPLICATION_CREDENTIALS';

/** An access token for Google Cloud: one that is there, or one for the credentials file that google-github-actions/auth writes. */
async function gcpToken(environment             , options            )                  {
  const given =
    variable(environment, 'GOOGLE_OAUTH_ACCESS_TOKEN') ?? variable(environment, 'CLOUDSDK_AUTH_ACCESS_TOKEN');
  if (given !== undefined) return given
  const path = variable(environment, FILE);
  if (path === undefined)
    throw noCredentials('Google Cloud', `Run google-github-actions/auth in a step before, or set ${FILE}`)
  const file = parsed(await secretFile(path, FILE));
  const type = object({ type: string() }).safeParse(file).data?.type;
  if (type === 'service_account') return fromServiceAccount(file, options)
  if (type === 'external_account') return fromExternalAccount(file, options)
  throw wrongFile(type === undefined ? 'none of them' : `one of type ${type.slice(0, 40)}`)
}

function parsed(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    throw wrongFile('no JSON')
  }
}

/** Asks Google Cloud KMS for a resource: GET without parameters, POST with them. */
                                                                                                     

const Refusal = object({ error: object({ message: string().optional(), status: string().optional() }) });

/** What the API's canonical codes mean where the status of HTTP says it otherwise (google.rpc.Code). */
const FAULTS                                  = { FAILED_PRECONDITION: 'disabled', RESOURCE_EXHAUSTED: 'throttled' };

/** A client of Google Cloud KMS for one key: JSON over HTTPS. @param role that grants what is asked */
async function gcpKmsClient(
  uri        ,
  role        ,
  environment             ,
  options            ,
)                        {
  const override = variable(environment, 'CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS');
  const base = override
    ? secureUrl(override, 'CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS')
    : new URL('https://cloudkms.googleapis.com/');
  const token = await gcpToken(environment, options);
  const service = serviceOf(uri, token, role);
  return (path, schema, parameters) =>
    ask(
      service,
      {
        method: parameters === undefined ? 'GET' : 'POST',
        url: new URL(`/v1/${path}`, base),
        headers: { accept: 'application/json', authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(parameters === undefined ? {} : { body: JSON.stringify(parameters) }),
      },
      schema,
      options,
    )
}

const serviceOf = (uri        , token        , role        )          => ({
  name: 'Google Cloud KMS',
  subject: uri,
  secrets: [token],
  judge(status, body) {
    const read = Refusal.safeParse(body);
    const { message = '', status: code = '' } = read.success ? read.data.error : {};
    return { fault: FAULTS[code] ?? faultOfStatus(status), said: message }
  },
  hints: {
    credentials: 'Take new credentials in a step before (google-github-actions/auth)',
    denied: `Grant ${role} on the key, and enable the API cloudkms.googleapis.com in its project`,
    missing: "Check the key's project, location, ring, name and version",
    disabled: 'Enable the version of the key, or name another',
  },
});

const PART = '[a-zA-Z0-9_.:-]{1,100}';
const KEY = new RegExp(
  `^gcpkms://(projects/${PART}/locations/${PART}/keyRings/${PART}/cryptoKeys/${PART})(?:/(?:cryptoKeyVersions|versions)/(\\d{1,10}))?$`,
);

/** Reads `gcpkms://projects/…/cryptoKeys/NAME/cryptoKeyVersions/N` (also `/versions/N`, as cosign writes it) into the resource's name. */
function gcpReference(uri        )                                                                 {
  const [, key, version] = KEY.exec(uri) ?? [];
  if (key !== undefined && !key.includes('..'))
    return { key, version: version === undefined ? undefined : `${key}/cryptoKeyVersions/${version}` }
  throw new UserError('kms.reference', `Expected a key of Google Cloud KMS but found '${uri.slice(0, 300)}'`, {
    hint: 'Write it as gcpkms://projects/P/locations/L/keyRings/R/cryptoKeys/K/cryptoKeyVersions/1',
  })
}

/** The version that signs: it must be named, so that a certificate's key does not change by itself. */
function gcpVersion(uri        )         {
  const { version } = gcpReference(uri);
  if (version !== undefined) return version
  throw new UserError('kms.reference', `Expected a version of the key but found none in ${uri}`, {
    hint: 'Add /cryptoKeyVersions/1, the number of the version that signs',
  })
}

export { gcpKmsClient as a, crc32c as b, checked as c, damaged as d, gcpVersion as e, gcpReference as g };
