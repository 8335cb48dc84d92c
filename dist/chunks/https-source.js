import { U as UserError } from './user-error.js';
import { c as connectionFault } from './connection-fault.js';
import { s as send } from './send.js';
import { w as waitFor, i as isBusy } from './waits.js';
import { s as startOf } from './start-of.js';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Whether something may be read there: by https, or on this very machine. */
const isReadable = ({ protocol, hostname }     )          =>
  protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));

const TRIES = 5;
const MAX_REDIRECTS = 5;
const IDLE_SECONDS = 60;

/** A file's bytes from one on. Redirects are followed, to https only: nothing secret goes along, and the checksum decides. */
async function readUrl(start     , name        , from        , second        ) {
  let url = start;
  let redirects = 0;
  for (let tried = 1; ; ) {
    const headers = from === 0 ? {} : { range: `bytes=${from}-` };
    const answer = await send({ url, method: 'GET', headers, idle: IDLE_SECONDS * second }).catch((error         ) => ({
      error,
    }));
    if ('error' in answer) {
      const { found, hint, again } = connectionFault(answer.error);
      if (again && tried < TRIES && (await waitFor(tried++, undefined, second))) continue
      throw failed(name, url, found, hint, answer.error)
    }
    const { status, headers: told, body } = answer;
    if (status === 200 || status === 206) {
      refusePage(answer, name, url);
      return { from: status === 206 ? startOf(told['content-range'], from) : 0, bytes: body }
    }
    body.destroy();
    if ([301, 302, 303, 307, 308].includes(status)) {
      url = redirected(told.location, url, name);
      redirects += 1;
      if (redirects > MAX_REDIRECTS)
        throw failed(name, url, `more than ${MAX_REDIRECTS} redirects`, 'Give the address they lead to')
    } else if (!(isBusy(status) && tried < TRIES && (await waitFor(tried++, told['retry-after'], second))))
      throw failed(name, url, `HTTP status ${status}`, hintFor(status))
  }
}

function redirected(location                    , from     , name        )      {
  const to = location !== undefined && URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  if (to && isReadable(to) && (to.protocol === 'https:' || from.protocol === 'http:') && to.username === '') return to
  throw failed(
    name,
    from,
    `a redirect to ${to ? `${to.protocol}//${to.host}` : 'nowhere'}`,
    'Give an address that leads to the file by https',
  )
}

/** A sign-in page answers 200 as well. */
function refusePage({ headers, body }        , name        , url     )       {
  if (!/^text\/html\b/i.test(headers['content-type'] ?? '') || /\.html?$/i.test(url.pathname)) return
  body.destroy();
  throw failed(name, url, 'a page of HTML', 'It may ask to sign in: give an address that anyone may read, or use S3')
}

const hintFor = (status        ) =>
  status === 401 || status === 403
    ? 'It asks for credentials, which are not sent by https: use S3, or fetch it in a step of its own'
    : status === 404 || status === 410
      ? 'Check the address; the file may have moved'
      : 'The server is overloaded or refuses: run it again later';

const failed = (name        , { host }     , found        , hint        , cause          ) =>
  new UserError('https.answer', `Expected to read ${name} but ${host} gave ${found}`, {
    file: name,
    kind: 'environment',
    hint,
    cause,
  });

/** Files of the web, each by its address and the SHA-256 that its bytes must have: the address alone would name other bytes tomorrow. */
function httpsSource({ second = 1000 }             )         {
  return {
    async find(name) {
      const [address = '', checksum] = name.split('#', 2);
      if (!URL.canParse(address))
        throw refusal(name, 'an address such as https://host/file#sha256=…', 'Write it in full')
      const url = new URL(address);
      if (!isReadable(url))
        throw refusal(name, 'https', 'What goes over http can be changed on its way: http is for this machine only')
      if (url.username !== '' || url.password !== '')
        throw new UserError('https.credentials', `Expected an address without a password but ${url.host} has one`, {
          hint: 'Settings are read by many: use S3, or fetch the file in a step of its own, with the secret in its environment',
        })
      const sha256 = /^sha256=([0-9a-f]{64})$/.exec(checksum ?? '')?.[1];
      if (sha256 === undefined)
        throw refusal(
          name,
          'the checksum of its bytes, #sha256= and 64 lower-case hexadecimal digits, at its end',
          `Take it from whoever publishes the file, or, if you trust what is there now: curl -sSL '${address}' | sha256sum`,
        )
      return [
        {
          name,
          origin: { kind: 'https', pinned: name },
          bytes: undefined,
          digest: { sha256 },
          read: from => readUrl(url, name, from, second),
        },
      ]
    },
  }
}

const refusal = (name        , expected        , hint        ) =>
  new UserError('https.address', `Expected ${expected} but found '${name}'`, { file: name, hint });

export { httpsSource };
