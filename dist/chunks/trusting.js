import { g as getInput } from './toolkit.js';
import { s as settingsLog } from './settings-log.js';
import { w as whomToTrust } from './whom-to-trust.js';
import { U as UserError } from './user-error.js';

/** Whom the inputs `key` and `policy`, or the settings' policy, trust, and the log that the settings name. */
async function trusting(
  place       ,
  logKey                    ,
  ports       ,
)                                                                                               {
  const path = (name        ) => (getInput(name) === '' ? undefined : place.rebase(getInput(name)));
  const trust = await whomToTrust({ key: path('key'), policy: path('policy'), config: place.config }, ports);
  const trusted = typeof trust === 'string' ? undefined : trust.log;
  return { trust, recordLog: await settingsLog({ config: place.config, trusted, keyText: logKey }, ports) }
}

/** An input that may be left out. */
function optional(name        )                     {
  const value = getInput(name);
  return value === '' ? undefined : value
}

/** An input that a step cannot do without. */
function required(name        )         {
  const value = optional(name);
  if (value !== undefined) return value
  throw new UserError('inputs.missing', `Expected input '${name}' but found nothing`, {
    hint: `Add '${name}' under 'with:'`,
  })
}

export { optional as o, required as r, trusting as t };
