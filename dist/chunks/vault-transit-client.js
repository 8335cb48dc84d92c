import { U as UserError } from './user-error.js';
import { s as secretFile, v as variable, n as noCredentials } from './secret-file.js';
import { s as secureUrl, f as faultOfStatus, a as ask } from './token-service.js';
import { o as object, e as array, a as string } from './schemas2.js';
import { g as githubIdToken } from './github-id-token.js';

/** Reads `hashivault://NAME`, as cosign writes a key of the transit engine: its name. */
function vaultReference(uri        )         {
  const name = /^hashivault:\/\/(\w(?:[\w.-]{0,125}\w)?)$/.exec(uri)?.[1];
  if (name !== undefined) return name
  throw new UserError('kms.reference', `Expected a key of Vault's transit engine but found '${uri.slice(0, 200)}'`, {
    hint: 'Write it as hashivault://NAME; the address goes into VAULT_ADDR',
  })
}

/** A Vault or OpenBao server. */
                              
                                                
                    
                                                    
                                          
                      
 

/** A variable of Vault's, or that of OpenBao with the same end. */
const vaultVariable = (environment             , end        )                     =>
  variable(environment, `VAULT_${end}`) ?? variable(environment, `BAO_${end}`);

/** The server that `VAULT_ADDR` names, with `VAULT_NAMESPACE` and `VAULT_CACERT` as Vault's own program has them. */
async function vaultServer(environment             )                       {
  const address = vaultVariable(environment, 'ADDR');
  if (address === undefined)
    throw new UserError('kms.address', 'Expected the address of Vault in VAULT_ADDR but found nothing', {
      kind: 'environment',
      hint: 'Set VAULT_ADDR to https://host:8200',
    })
  const base = secureUrl(address, 'VAULT_ADDR');
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  const namespace = vaultVariable(environment, 'NAMESPACE');
  const ca = vaultVariable(environment, 'CACERT');
  return {
    base,
    headers: {
      accept: 'application/json',
      'x-vault-request': 'true',
      ...(namespace && { 'x-vault-namespace': namespace }),
    },
    ...(ca && { ca: await secretFile(ca, 'VAULT_CACERT') }),
  }
}

const Refusal = object({ errors: array(string()) });

/** Vault or OpenBao, as its answers are judged. @param policy what the token's policy must allow, in Vault's own words */
const vaultService = (subject        , secrets                   , policy        )          => ({
  name: 'Vault',
  subject,
  secrets,
  judge(status, body) {
    const read = Refusal.safeParse(body);
    const said = read.success ? read.data.errors.join('; ') : '';
    if (status === 403 && /invalid token|bad token|token expired|missing client token/i.test(said))
      return { fault: 'credentials', said }
    if (/minimum encryption key version/.test(said)) return { fault: 'disabled', said }
    // 412, 472 and 473 come from replicas and standbys that are behind.
    if (status === 412 || status === 472 || status === 473) return { fault: 'unavailable', said }
    return { fault: faultOfStatus(status), said }
  },
  hints: {
    credentials: 'Take a new token in a step before: this one is wrong, expired or revoked',
    denied: `Give the token a policy with ${policy}; an expired token is refused in the same words`,
    missing: "Check the key's name, VAULT_NAMESPACE, and TRANSIT_SECRET_ENGINE_PATH where the engine is not at transit",
    disabled: 'Lower its min_encryption_version, or run it again to sign with the latest version',
  },
});

const Login = object({ auth: object({ client_token: string().min(1) }) });

/** `VAULT_TOKEN`, or a token for the identity of the job (JWT login) in the role that `PROOFMARK_VAULT_ROLE` names. */
async function vaultToken(server             , environment             , options            )                  {
  const token = vaultVariable(environment, 'TOKEN');
  if (token !== undefined) return token
  const role = variable(environment, 'PROOFMARK_VAULT_ROLE');
  const audience =
    variable(environment, 'PROOFMARK_VAULT_AUDIENCE') ??
    `${variable(environment, 'GITHUB_SERVER_URL') ?? 'https://github.com'}/${variable(environment, 'GITHUB_REPOSITORY_OWNER') ?? ''}`;
  const jwt = role === undefined ? undefined : await githubIdToken(environment, audience, options);
  if (role === undefined || jwt === undefined)
    throw noCredentials(
      'Vault',
      'Set VAULT_TOKEN, or PROOFMARK_VAULT_ROLE in a job with `permissions: id-token: write`',
    )
  const path = variable(environment, 'PROOFMARK_VAULT_AUTH_PATH') ?? 'jwt';
  const hint = `Check that the role ${role} exists at auth/${path}, and that it takes the audience ${audience} and this repository`;
  const service = { ...vaultService(`the role ${role}`, [jwt], ''), hints: hintsOf(hint) };
  // Vault answers 400 to a token that the role does not take.
  const judge                       = (status, body) => {
    const judged = service.judge(status, body);
    return judged.fault === 'refused' ? { ...judged, fault: 'credentials' } : judged
  };
  const call = {
    method: 'POST'         ,
    url: new URL(`v1/auth/${encodeURI(path)}/login`, server.base),
    headers: { ...server.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ role, jwt }),
    ...(server.ca && { ca: server.ca }),
  };
  return (await ask({ ...service, judge }, call, Login, options)).auth.client_token
}

const hintsOf = (hint        ) => ({ credentials: hint, denied: hint, missing: hint, disabled: hint });

/** Asks the transit engine: GET without parameters, POST with them. `operation` is `keys`, `sign`, `encrypt`, `decrypt`. */
                                                                                                                

/** A client of Vault's or OpenBao's transit engine for one key. @param operations that the token's policy must allow */
async function vaultTransitClient(
  key        ,
  operations                                                                 ,
  environment             ,
  options            ,
)                              {
  const server = await vaultServer(environment);
  const token = await vaultToken(server, environment, options);
  const mount = (variable(environment, 'TRANSIT_SECRET_ENGINE_PATH') ?? 'transit').replace(/^\/+|\/+$/g, '');
  const policy = operations.map(({ operation, capability }) => `${capability} on ${mount}/${operation}/${key}`);
  const service = vaultService(`the key ${key} in ${mount}`, [token], policy.join(' and '));
  return (operation, schema, parameters) =>
    ask(
      service,
      {
        method: parameters === undefined ? 'GET' : 'POST',
        url: new URL(`v1/${encodeURI(mount)}/${operation}/${encodeURIComponent(key)}`, server.base),
        headers: { ...server.headers, 'x-vault-token': token, 'content-type': 'application/json' },
        ...(parameters === undefined ? {} : { body: JSON.stringify(parameters) }),
        ...(server.ca && { ca: server.ca }),
      },
      schema,
      options,
    )
}

export { vaultReference as a, vaultTransitClient as v };
