import { r as readOnce } from './read-once.js';
import { v as verify } from './verify.js';
import { a as composeTargets } from './compose.js';
import { U as UserError } from './user-error.js';
import { t as trustedLogOf } from './trusted-log-of.js';

/** The world as the flags of `promote` and `demote` name it, and how paths that were typed here are seen from the settings' folder. */
async function worldOf(
  parsed             ,
  usage        ,
)                                                                           {
  const one = (name        ) => parsed.values.get(name)?.at(-1);
  const to = one('to');
  if (to === undefined) throw incomplete('--to to name the target but found nothing', usage)
  const { ports, place, connections, recordLog: log, trust, done } = await trustedLogOf(parsed);
  const recordLog = log && readOnce(log);
  const target = await composeTargets(place.root, ports.context, process.env.GITHUB_TOKEN).open(to);
  const name = one('name');
  return {
    ports,
    target,
    verify: (request, shown) => verify({ ...request, key: trust, name, log: recordLog }, shown),
    recordLog,
    connections,
    by: one('by') ?? whoAsks(),
    rebase: place.rebase,
    done,
  }
}

/** Variables that hold a login: GitHub's, GitLab's, that of Jenkins' plugin build-user-vars, the system's. */
const LOGINS = ['GITHUB_ACTOR', 'GITLAB_USER_LOGIN', 'BUILD_USER_ID', 'USER', 'USERNAME'];

/** The login that a CI knows, else the user's. */
const whoAsks = ()                     => LOGINS.map(name => process.env[name]).find(Boolean);

const incomplete = (what        , usage        )            =>
  new UserError('promotion.incomplete', `Expected ${what}`, { hint: usage });

export { whoAsks as a, incomplete as i, worldOf as w };
