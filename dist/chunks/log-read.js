import { l as logSigner, o as openLog, a as readLog, r as rememberSeen, e as encodeBase64 } from './read-log.js';
import { i as isFault, f as faultVerdict } from './log-fault.js';
import { v as visible } from './escape.js';
import { p as printLines } from './print-lines.js';
import { L as LOG_KEY, a as givenTrust } from './log-flags.js';
import { p as policyLog } from './policy-log.js';

/** A log that was read whole, and what it was read with. */
                           
                       
                          
 

/** Reads and verifies the log that is meant, and remembers what was seen of it. To list its entries no witness is needed. */
async function takeLog(given          , flags             )                               {
  const { settings, ports } = given;
  const signer = await logSigner(settings, process.env[LOG_KEY], ports);
  const listing = flags.positionals[0] === 'entries';
  const trusted = givenTrust(flags, settings, ports) ?? (listing ? undefined : await policyLog(given));
  const opened = await openLog(settings, { trusted, signer }, ports);
  const log = await readLog(opened.branch, opened.trust, opened.seen, ports);
  if (isFault(log)) return log
  await rememberSeen(settings, log.note, ports);
  return { log, trust: opened.trust }
}

/** Says why a log is not believed. 1: something is wrong; 2: one cannot tell, for want of witnesses. */
function tellFault({ fault, message, hint }          , json         )           {
  const undecided = faultVerdict(fault) === 'inconclusive';
  if (json) process.stdout.write(`${JSON.stringify({ fault, message, hint }, null, 2)}\n`);
  else
    printLines(process.stdout, [
      { tone: undecided ? 'inconclusive' : 'failed', text: `${undecided ? '?' : '✘'} ${visible(message)}` },
      { tone: 'plain', text: `    → ${hint}` },
    ]);
  return undecided ? 2 : 1
}

/** A log as JSON has it. */
const logDocument = ({ log, trust }          ) => ({
  origin: trust.origin,
  commit: log.commit,
  size: log.checkpoint.size,
  root: encodeBase64(log.checkpoint.root),
  unsigned: log.unsigned,
  witnessed: {
    size: log.witnessed.size,
    ...(log.witnessed.asOf === undefined ? {} : { asOf: log.witnessed.asOf }),
    cosigned: log.witnessed.cosigned.map(({ name, at, checkpoint }) => ({ name, at, size: checkpoint.size })),
  },
});

export { takeLog as a, logDocument as l, tellFault as t };
