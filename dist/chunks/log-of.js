import { r as recordLogOf } from './record-log-of.js';
import { P as PLACE_FLAGS, L as LOG_KEY, T as TRUST_FLAGS, g as givenLog, a as givenTrust } from './log-flags.js';
import { p as policyLog } from './policy-log.js';

/** Flags that name the log beside those of another command, whose `--key` is another. */
const LOG_FLAGS                     = [
  ...PLACE_FLAGS,
  {
    name: 'log-key',
    kind: 'value',
    description: `File with the private key of the log. Default: the text in ${LOG_KEY}`,
  },
  ...TRUST_FLAGS,
];

/** Where the settings and flags place a run, and the log they name; undefined where they name none. */
async function logOf(parsed             )                                                                    {
  const flags = besideKey(parsed);
  const given = await givenLog(flags);
  return { ...given, recordLog: await namedLog(given, flags, undefined) }
}

/** The same log, read as its witnesses stand for it, those of the flags or of the policy; and without them, for who tells what it says. */
async function watchedLogOf(
  parsed             ,
)                                                                                                                 {
  const flags = besideKey(parsed);
  const given = await givenLog(flags);
  const { settings, ports } = given;
  const trusted = givenTrust(flags, settings, ports) ?? (await policyLog(given));
  const recordLog = await namedLog(given, flags, trusted);
  const believed = trusted && { ...trusted, quorum: 0, 'max-checkpoint-age-hours': undefined };
  const unwitnessed =
    recordLog && believed ? await recordLogOf(settings, { trusted: believed }, process.env[LOG_KEY], ports) : undefined;
  return { ...given, recordLog, unwitnessed }
}

/** The flags as those of the log are read: `--key` is another command's, `--log-key` theirs. */
function besideKey(parsed             )              {
  const key = parsed.values.get('log-key');
  const others = [...parsed.values].filter(([name]) => name !== 'key');
  return { ...parsed, values: new Map(key === undefined ? others : [...others, ['key', key]         ]) }
}

/** The log that settings and flags name, or that a policy trusts if it is known where that is kept. */
async function namedLog(
  { settings, ports, last }          ,
  flags             ,
  trusted                        ,
)                                 {
  const named = last('repository') ?? last('remote') ?? settings['verifier-key'] ?? settings.key;
  const keyText = process.env[LOG_KEY];
  const kept = settings.repository ?? settings.remote ?? process.env.GITHUB_REPOSITORY;
  if (named === undefined && !keyText && (trusted === undefined || kept === undefined)) return undefined
  const given = givenTrust(flags, settings, ports) ?? trusted;
  return recordLogOf(settings, { trusted: given }, keyText, ports)
}

export { LOG_FLAGS as L, besideKey as b, logOf as l, namedLog as n, watchedLogOf as w };
