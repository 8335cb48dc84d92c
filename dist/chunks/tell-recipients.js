import { c as compareUtf8 } from './model-id.js';
import { U as UserError } from './user-error.js';

/** The first way in which the files that were judged differ from the model's files; undefined where they are the same names and bytes. */
function subjectDifference(judged                       , model                       )                     {
  const before = digests(judged);
  const now = digests(model);
  for (const name of [...new Set([...before.keys(), ...now.keys()])].toSorted(compareUtf8)) {
    const [was, is] = [before.get(name), now.get(name)];
    if (was === undefined) return `${name} is new`
    if (is === undefined) return `${name} is gone`
    if (was !== is) return `${name} had sha256 ${short(was)} and has ${short(is)}`
  }
  return before.size === judged.length ? undefined : 'a file is listed twice'
}

const digests = (files                       ) => new Map(files.map(file => [file.name, file.digest.sha256]));
const short = (sha256        ) => `${sha256.slice(0, 12)}…`;

/**
 * Tells everybody whom the settings name. One that cannot be told keeps no other from hearing it; what went wrong is given, for the exit
 * code: who is not told goes on showing what was.
 */
async function tellRecipients(
  connections                         ,
  tale                     ,
  { recipients, log }       ,
)                                {
  const listeners = (await recipients?.open(connections)) ?? [];
  if (listeners.length === 0) return []
  const told = await tale();
  const errors              = [];
  for (const recipient of listeners) {
    try {
      const written = await recipient.tell(told);
      if (written !== undefined) log.info(`${recipient.name}: ${written}`);
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      log.warn([`${recipient.name}: ${error.message}`, ...(error.hint === undefined ? [] : [error.hint])].join('. '));
      errors.push(error);
    }
  }
  return errors
}

export { subjectDifference as s, tellRecipients as t };
