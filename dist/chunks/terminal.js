import { v as visible } from './escape.js';
import { D as DISCLAIMER, b as byFramework, a as standings } from './words2.js';

const TONE                         = {
  supported: 'pass',
  partial: 'warn',
  'not supported': 'fail',
  'not evaluable': 'muted',
};

/** Controls as lines of text: one for each, why below it where it is not supported, and how many there are of each status. */
function controlsLines({ statuses, notes }                )         {
  const width = Math.max(0, ...statuses.map(({ clause }) => clause.length));
  return [
    ...byFramework(statuses).flatMap(({ title, statuses: own })         => [
      { tone: 'strong', text: `${visible(title)}: ${standings(own)}` },
      ...own.flatMap(({ status, clause, control, reason, owner })         => [
        { tone: TONE[status], text: visible(`  ${status.padEnd(13)}  ${clause.padEnd(width)}  ${control.title}`) },
        ...(status === 'supported'
          ? []
          : [{ tone: 'muted'         , text: visible(`${' '.repeat(17 + width)}  ${reason}`) }]),
        ...(status === 'supported' || status === 'not evaluable'
          ? []
          : [{ tone: 'muted'         , text: visible(`${' '.repeat(17 + width)}  → ${owner}: ${control.duty}`) }]),
      ]),
    ]),
    ...notes.map(text => ({ tone: 'plain'         , text: visible(`note: ${text}`) })),
    { tone: 'plain', text: DISCLAIMER },
  ]
}

export { controlsLines };
