import { U as UserError } from './user-error.js';

/** No content has this md5 that anybody knows of. */
const NO_OBJECT               = { key: `files/md5/00/${'0'.repeat(30)}` };

/**
 * Asks for an object that no one has: a login page, or whatever else answers every address, would pass for every object. A server that
 * refuses to tell of this one may tell of others.
 */
async function requireMissing(
  sizeOf                                                              ,
  remote        ,
)                {
  const found = await sizeOf(NO_OBJECT).catch((error         ) => {
    if (error instanceof UserError && REFUSALS.has(error.code)) return undefined
    throw error
  });
  if (found === undefined) return
  throw new UserError(
    'dvc.any-answer',
    `Expected the DVC remote ${remote} to say that an object which no one has is not there but it has it: whatever is asked for is answered`,
    {
      hint: 'A login page or a single-page app may stand there: correct the url of the remote, or its credentials',
      kind: 'environment',
    },
  )
}

const REFUSALS                      = new Set(['dvc.refused', 's3.refused', 's3.denied']);

export { requireMissing as r };
