import { U as UserError } from './user-error.js';
import { l as lakefsClient, c as connectionFrom } from './connection.js';
import { h as hookFileFault, e as expectedHook } from './hook-file.js';

/** Asks lakeFS whether it is there, whose key this is, and whether the hooks that the settings name are in place on protected branches. */
function lakefsProbe(
  settings                              ,
  { root, environment }                                            ,
  second         ,
)        {
  const name = `lakeFS ${environment.LAKEFS_ENDPOINT || environment.LAKECTL_SERVER_ENDPOINT_URL || ''}`.trim();
  return {
    name,
    async ask() {
      const asked = 'credentials';
      let client;              
      try {
        client = lakefsClient(connectionFrom(environment), second);
        const [user, version] = [await client.user(), await client.version()];
        const findings            = [{ asked, status: 'ok', found: `The key is ${user}’s, on lakeFS ${version}` }];
        for (const hook of settings?.hooks ?? []) {
          findings.push(await found(`hooks of ${hook.repository}`, () => askHook(hook)));
          findings.push(await found(`protection of ${hook.repository}`, () => askProtection(hook)));
        }
        return findings
      } catch (error) {
        return [failure(asked, error)]
      }

      async function askHook(hook                                   )                                  {
        const fault = await hookFileFault(client, hook, hook.branch, await expectedHook(hook, root));
        if (fault !== undefined)
          return { status: 'fail', found: fault, remedy: 'Find out who changed it, then put the file back' }
        return { status: 'ok', found: `${hook.path} on ${hook.branch} is as known here` }
      }

      async function askProtection({
        repository,
        branch,
      }                                   )                                  {
        const patterns = await client.protectedBranches(repository);
        if (patterns.some(pattern => matches(pattern, branch)))
          return { status: 'ok', found: `${branch} can be changed by merges alone` }
        return {
          status: 'warn',
          found: `Anybody who may write can change ${branch} of ${repository} without a merge, so without pre-merge hooks`,
          remedy: `Protect it: lakectl branch-protect add lakefs://${repository} '${branch}'`,
        }
      }
    },
  }
}

async function found(asked        , ask                                       )                   {
  try {
    return { asked, ...(await ask()) }
  } catch (error) {
    return failure(asked, error)
  }
}

function failure(asked        , error         )          {
  if (!(error instanceof UserError)) throw error
  return { asked, status: 'fail', found: error.message, remedy: error.hint }
}

/** Patterns of lakeFS's are globs: `*` and `?`. */
const matches = (pattern        , branch        )          =>
  new RegExp(
    `^${[...pattern].map(char => (char === '*' ? '.*' : char === '?' ? '.' : char.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))).join('')}$`,
  ).test(branch);

export { lakefsProbe };
