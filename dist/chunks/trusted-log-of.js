import { w as whomToTrust } from './whom-to-trust.js';
import { g as givenLog } from './log-flags.js';
import { b as besideKey, n as namedLog } from './log-of.js';

/** Where a run is placed, whom the flags or the policy of the settings trust, and the log that certificates must be in. */
                                           
                                      
                                           
 

async function trustedLogOf(parsed             )                   {
  const flags = besideKey(parsed);
  const given = await givenLog(flags);
  const { place, ports } = given;
  const path = (flag        ) => {
    const typed = parsed.values.get(flag)?.at(-1);
    return typed === undefined ? undefined : place.rebase(typed)
  };
  const trust = await whomToTrust({ key: path('key'), policy: path('policy'), config: place.config }, ports);
  const recordLog = await namedLog(given, flags, typeof trust === 'string' ? undefined : trust.log);
  return { ...given, trust, recordLog }
}

export { trustedLogOf as t };
