import { U as UserError } from './user-error.js';
import { s as secureUrl, t as tokenService, a as ask, f as faultOfStatus, i as isLoopback } from './token-service.js';
import { v as variable, n as noCredentials, s as secretFile } from './secret-file.js';
import { g as githubIdToken } from './github-id-token.js';
import { f as formCall } from './form.js';
import { o as object, a as string, b as boolean, e as array, U as base64url } from './schemas2.js';
import { d as derSignature } from './der-signature.js';
import { w as wrongKey, f as fromCoordinates, b as signerOf, a as sha256 } from './sha256.js';

const Token = object({ access_token: string().min(1) });

/** An access token for Azure: one that is there, or one for an application by its secret, its federated token, or the identity of the job. */
async function azureToken(environment             , scope        , options            )                  {
  const given = variable(environment, 'AZURE_ACCESS_TOKEN');
  if (given !== undefined) return given
  const [tenant, client] = [variable(environment, 'AZURE_TENANT_ID'), variable(environment, 'AZURE_CLIENT_ID')];
  const proof = tenant && client ? await proofOf(environment, options) : undefined;
  if (tenant === undefined || client === undefined || proof === undefined)
    throw noCredentials(
      'Azure',
      'Set AZURE_TENANT_ID and AZURE_CLIENT_ID in a job with `permissions: id-token: write`, or AZURE_CLIENT_SECRET with them',
    )
  const authority = variable(environment, 'AZURE_AUTHORITY_HOST') ?? 'https://login.microsoftonline.com';
  const url = new URL(`/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, secureUrl(authority, 'AZURE_AUTHORITY_HOST'));
  const service = tokenService(
    'Microsoft Entra ID',
    Object.values(proof),
    `Check the secret of the application ${client}, or let its federated credential name this repository and its branch or environment`,
  );
  const call = formCall(url, { grant_type: 'client_credentials', client_id: client, scope, ...proof });
  return (await ask(service, call, Token, options)).access_token
}

/** What proves that we are the application (RFC 6749 §2.3.1, RFC 7523 §2.2). */
async function proofOf(environment             , options            )                                              {
  const secret = variable(environment, 'AZURE_CLIENT_SECRET');
  if (secret !== undefined) return { client_secret: secret }
  const file = variable(environment, 'AZURE_FEDERATED_TOKEN_FILE');
  const assertion =
    file === undefined
      ? await githubIdToken(environment, 'api://AzureADTokenExchange', options)
      : await secretFile(file, 'AZURE_FEDERATED_TOKEN_FILE');
  if (assertion === undefined) return undefined
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  }
}

/** Asks the vault: GET without parameters, POST with them. `path` follows `/keys/`. */
                                                                                                            

/** The oldest version of the API that is still supported everywhere, Managed HSM among it. */
const API_VERSION = '7.4';

const Refusal = object({
  error: object({
    code: string().optional(),
    message: string().optional(),
    innererror: object({ code: string().optional() }).optional(),
  }),
});

/** What the inner codes mean where the status of HTTP, 403 for all of them, says it otherwise. */
const FAULTS                                  = {
  KeyDisabled: 'disabled',
  KeyExpired: 'disabled',
  KeyNotYetValid: 'disabled',
};

/** A client of Azure Key Vault or Managed HSM for one key: JSON over HTTPS. */
async function azureKeyVaultClient(
  uri        ,
  { vault, scope }                ,
  environment             ,
  options            ,
)                               {
  const token = await azureToken(environment, scope, options);
  const service = serviceOf(uri, token);
  return (path, schema, parameters) =>
    ask(
      service,
      {
        method: parameters === undefined ? 'GET' : 'POST',
        url: new URL(`/keys/${path}?api-version=${API_VERSION}`, vault),
        headers: { accept: 'application/json', authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(parameters === undefined ? {} : { body: JSON.stringify(parameters) }),
      },
      schema,
      options,
    )
}

const serviceOf = (uri        , token        )          => ({
  name: 'Azure Key Vault',
  subject: uri,
  secrets: [token],
  judge(status, body) {
    const read = Refusal.safeParse(body);
    const { message = '', innererror } = read.success ? read.data.error : {};
    return { fault: FAULTS[innererror?.code ?? ''] ?? faultOfStatus(status), said: message }
  },
  hints: {
    credentials: 'Take a new token: this one is expired, or for another tenant or another service than the vault',
    denied:
      'Grant the role Key Vault Crypto User on the key (get and sign), and let the firewall of the vault pass the runner',
    missing: "Check the vault's name, and the key's name and version",
    disabled: 'Enable the version of the key and look at its dates, or name another',
  },
});

/** A key of Azure Key Vault or Managed HSM. */
                                 
                                                         
                     
                       
                                      
                                                      
                        
 

/** Domains of vaults, in the clouds there are: a token is sent to none but these. */
const DOMAINS = ['vault.azure.net', 'managedhsm.azure.net', 'vault.azure.cn', 'vault.usgovcloudapi.net'];

/** Reads `azurekms://VAULT.vault.azure.net/NAME` and `…/NAME/VERSION`, as cosign writes them. */
function azureReference(uri        )                 {
  const [, host = '', name, version] =
    /^azurekms:\/\/([a-z0-9.-]+(?::\d{1,5})?)\/([0-9a-zA-Z-]{1,127})(?:\/([0-9a-zA-Z]{1,64}))?$/i.exec(uri) ?? [];
  const domain = host.split('.').slice(1).join('.').toLowerCase();
  const local = isLoopback(host.replace(/:\d+$/, ''));
  if (name !== undefined && (local || DOMAINS.includes(domain)))
    return {
      vault: new URL(`${local ? 'http' : 'https'}://${host}/`),
      name,
      version,
      scope: `https://${local ? DOMAINS[0] : domain}/.default`,
    }
  throw new UserError('kms.reference', `Expected a key of Azure Key Vault but found '${uri.slice(0, 200)}'`, {
    hint: 'Write it as azurekms://VAULT.vault.azure.net/NAME or azurekms://VAULT.vault.azure.net/NAME/VERSION',
  })
}

const coordinate = base64url();
const Key = object({
  key: object({
    kid: string(),
    kty: string(),
    crv: string().optional(),
    x: coordinate.optional(),
    y: coordinate.optional(),
    key_ops: array(string()).optional(),
  }),
  attributes: object({ enabled: boolean().default(true) }).optional(),
});
const Signature = object({ kid: string(), value: base64url() });

/** A key of Azure Key Vault or Managed HSM as signer, by the version that was the latest when it was opened: P-256 (`ES256`), of which only digests are sent. */
async function openAzureKms(uri        , environment             , options             = {})                  {
  const reference = azureReference(uri);
  const client = await azureKeyVaultClient(uri, reference, environment, options);
  const { name, version: asked } = reference;
  const { key, attributes } = await client(asked === undefined ? name : `${name}/${asked}`, Key);
  if (attributes?.enabled === false) throw disabled(uri)
  if (!/^EC(-HSM)?$/.test(key.kty) || key.crv !== 'P-256' || key.x === undefined || key.y === undefined)
    throw wrongKey(uri, [key.kty, key.crv].filter(Boolean).join(' '))
  if (key.key_ops !== undefined && !key.key_ops.includes('sign')) throw wrongKey(uri, 'one that may not sign')
  const version = new RegExp(`/keys/${name}/([0-9a-zA-Z]+)$`, 'i').exec(key.kid)?.[1] ?? asked ?? '';
  const publicKey = fromCoordinates({ x: Buffer.from(key.x, 'base64url'), y: Buffer.from(key.y, 'base64url') }, uri);
  return signerOf(uri, publicKey, async data => {
    const value = sha256(data).toString('base64url');
    const signed = await client(`${name}/${version}/sign`, Signature, { alg: 'ES256', value });
    return derSignature(Buffer.from(signed.value, 'base64url'))
  })
}

const disabled = (uri        ) =>
  new UserError('kms.disabled', `Expected ${uri} to be enabled but found it disabled`, {
    kind: 'environment',
    hint: 'Enable the version of the key, or name another',
  });

export { openAzureKms };
