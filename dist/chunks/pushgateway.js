import { e as exposition } from './exposition.js';
import { credentials } from './credentials.js';
import { d as deliver } from './deliver.js';

/**
 * The path of a group of a Pushgateway: every value in base64url, since it may hold a slash, or be empty (`=`).
 * https://github.com/prometheus/pushgateway#url
 */
const groupPath = (job        , key                                  )         =>
  `/metrics/${[['job', job]         , ...Object.entries(key)].map(([name, value]) => `${name}@base64/${encoded(value)}`).join('/')}`;

const encoded = (value        )         => Buffer.from(value.toWellFormed()).toString('base64url') || '=';

/** Groups of a Pushgateway, by its HTTP API. */
function pushgateway(
  settings                       ,
  environment                                              ,
  second         ,
)              {
  const base = settings.url.replace(/\/+$/, '');
  const receiver           = {
    name: `the Pushgateway at ${base}`,
    credentials: "Name environment variables that hold a right 'token-env', or 'username-env' and 'password-env'",
    address: "Check connections.pushgateway.url: the address without /metrics, with the Pushgateway's own prefix",
    ...({} ),
  };
  const at = (key                    ) => new URL(`${base}${groupPath(settings.job, key)}`);
  return {
    name: `Pushgateway ${base}`,
    async push({ key, whole, families }) {
      await deliver(receiver, {
        method: whole ? 'PUT' : 'POST',
        url: at(key),
        headers: { ...credentials(settings, environment), 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
        body: Buffer.from(exposition(families)),
      });
    },
    async remove(key) {
      await deliver(receiver, {
        method: 'DELETE',
        url: at(key),
        headers: credentials(settings, environment),
        body: new Uint8Array(),
      });
    },
  }
}

export { pushgateway };
