import { U as UserError } from './user-error.js';

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

export { tellRecipients as t };
