import { v as variable } from './secret-file.js';
import { s as secureUrl, a as ask, t as tokenService } from './token-service.js';
import { o as object, a as string } from './schemas2.js';

const IdToken = object({ value: string().min(1) });

/** The identity token of the job for an audience, from GitHub's OIDC provider; undefined outside of a job with `id-token: write`. */
async function githubIdToken(
  environment             ,
  audience        ,
  options            ,
)                              {
  const address = variable(environment, 'ACTIONS_ID_TOKEN_REQUEST_URL');
  const token = variable(environment, 'ACTIONS_ID_TOKEN_REQUEST_TOKEN');
  if (address === undefined || token === undefined) return undefined
  const url = secureUrl(address, 'ACTIONS_ID_TOKEN_REQUEST_URL');
  url.searchParams.set('audience', audience);
  const service = tokenService("GitHub's OIDC provider", [token], 'Give the job `permissions: id-token: write`');
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  return (await ask(service, { method: 'GET', url, headers }, IdToken, options)).value
}

export { githubIdToken as g };
