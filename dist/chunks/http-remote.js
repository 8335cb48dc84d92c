import { U as UserError } from './user-error.js';
import { c as connectionFault } from './connection-fault.js';
import { s as send } from './send.js';
import { w as waitFor, i as isBusy } from './waits.js';
import { i as inParallel } from './in-parallel.js';
import { r as requireMissing } from './require-missing.js';

const AT_ONCE = 8;
const TRIES = 4;
const IDLE_SECONDS = 60;

                                    
                                             
                          
                                                                   
                                  
 

/** A remote behind a web server. No redirect is followed: the password would go along. */
function httpRemote(
  { name, url, settings, versions }              ,
  { second = 1000, ca }                    = {},
)            {
  const base = new URL(url.endsWith('/') ? url : `${url}/`);
  const headers = { ...authorization(name, base, settings) };
  base.username = '';
  base.password = '';
  const shown = base.toString().replace(/\/$/, '');
  const addressOf = ({ key }              ) => new URL(key.split('/').map(encodeURIComponent).join('/'), base);

  async function ask(method                , object              , more                         = {})                  {
    const address = addressOf(object);
    for (let tried = 1; ; tried++) {
      const sent = { url: address, method, headers: { ...headers, ...more }, idle: IDLE_SECONDS * second, ca };         
      const answer = await send(sent).catch((error         ) => ({ error }));
      if ('error' in answer) {
        const { found, hint, again } = connectionFault(answer.error);
        if (again && tried < TRIES && (await waitFor(tried, undefined, second))) continue
        throw new UserError(
          'dvc.unreachable',
          `Expected to reach the DVC remote ${name} (${base.host}) but found ${found}`,
          {
            hint,
            kind: 'environment',
            cause: answer.error,
          },
        )
      }
      if (isBusy(answer.status) && tried < TRIES) {
        answer.body.destroy();
        if (await waitFor(tried, answer.headers['retry-after'], second)) continue
      }
      if (answer.status === 200 || answer.status === 206 || answer.status === 404) return answer
      answer.body.destroy();
      throw refused(name, base, answer)
    }
  }

  async function sizeOf(object              )                                     {
    const { status, headers: said, body } = await ask('HEAD', object);
    body.destroy();
    if (status === 404) return undefined
    return /^\d+$/.test(said['content-length'] ?? '') ? Number(said['content-length']) : null
  }

  return {
    name,
    url: shown,
    versions,
    pinned: object => addressOf(object).toString(),
    async sizes(objects, progress) {
      await requireMissing(sizeOf, `${name} (${base.host})`);
      return inParallel(objects, AT_ONCE, sizeOf, progress)
    },
    async read(object, from) {
      const { status, body } = await ask('GET', object, from > 0 ? { range: `bytes=${from}-` } : {});
      if (status !== 404) return { from: status === 206 ? from : 0, bytes: body }
      body.destroy();
      return undefined
    },
  }
}

function authorization(name        , base     , settings                             )                         {
  const password = settings.get('password') ?? decodeURIComponent(base.password);
  const custom = settings.get('custom_auth_header');
  const auth = settings.get('auth');
  if (auth === 'custom' || (auth === undefined && custom !== undefined))
    return custom === undefined ? {} : { [custom.toLowerCase()]: password }
  if (auth === 'digest')
    throw new UserError(
      'dvc.digest',
      `Expected the DVC remote ${name} to use basic or custom authentication but found digest`,
      {
        file: '.dvc/config',
        hint: 'Set auth = basic, over https',
      },
    )
  const user = settings.get('user') ?? decodeURIComponent(base.username);
  return user === '' ? {} : { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
}

function refused(name        , { host }     , { status, headers }        )            {
  const to = headers.location;
  return new UserError('dvc.refused', `Expected the DVC remote ${name} (${host}) to answer but it said ${status}`, {
    hint:
      status === 401 || status === 403
        ? 'Set user and password, or custom_auth_header, with dvc remote modify --local'
        : status >= 300 && status < 400
          ? `It points${to !== undefined && URL.canParse(to, `https://${host}`) ? ` to ${new URL(to, `https://${host}`).host}` : ' elsewhere'}: no redirect is followed; correct the url of the remote`
          : 'See what the server says, then run again',
    kind: 'environment',
  })
}

export { httpRemote };
