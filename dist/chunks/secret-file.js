import { U as UserError } from './user-error.js';
import { stat, readFile } from 'node:fs/promises';

/** Environment variables, as a process has them. */
                                                                      

/** A variable's value; one that is set to nothing counts as not set, as a workflow sets a secret that does not exist. */
const variable = (environment             , name        )                     =>
  environment[name]?.trim() || undefined;

/** Where the environment holds no credentials for a service. */
const noCredentials = (service        , hint        )            =>
  new UserError('kms.no-credentials', `Expected credentials for ${service} in the environment but found none`, {
    kind: 'environment',
    hint,
  });

/** Most that a file of credentials may hold, in bytes. */
const LARGEST = 64 * 1024;

/** The text of a file of credentials. @param name the environment variable that names it, for messages; its content is never told */
async function secretFile(path        , name        )                  {
  const wrong = (found        , cause          ) =>
    new UserError('kms.credentials-file', `Expected ${name} to name a file of credentials but found ${found}`, {
      kind: 'environment',
      hint: 'Check that the step before has written it, and that this step may read it',
      cause,
    });
  const found = await stat(path).catch((cause         ) => {
    throw wrong('none that can be read', cause)
  });
  if (!found.isFile()) throw wrong('no file')
  if (found.size > LARGEST) throw wrong(`one of ${found.size} bytes`)
  const text = await readFile(path, 'utf8').catch((cause         ) => {
    throw wrong('one that cannot be read', cause)
  });
  if (text.trim() === '') throw wrong('an empty one')
  return text.trim()
}

export { noCredentials as n, secretFile as s, variable as v };
