import { styleText } from 'node:util';

/**
 * When the log took an entry in: the time it names, and never before an entry that was there already. Somebody who can only write to the
 * branch can name any time; the next who signs has put it after everything that was signed before.
 */
function loggedAt(leaves                             , index        )       {
  let latest = 0;
  for (const { at } of leaves.slice(0, index + 1)) latest = Math.max(latest, Date.parse(at));
  return new Date(latest)
}

/** Tone names as `src/report/terminal.ts` gives them. */
const STYLE                                                            = {
  pass: 'green',
  passed: 'green',
  fail: 'red',
  failed: 'red',
  warn: 'yellow',
  inconclusive: 'yellow',
  muted: 'dim',
  strong: 'bold',
};

/** Writes lines, coloured where the stream is a terminal and NO_COLOR is not set. */
function printLines(stream                    , lines                                           )       {
  for (const { tone, text } of lines) {
    const style = STYLE[tone];
    stream.write(`${style === undefined ? text : styleText(style, text, { stream })}\n`);
  }
}

export { loggedAt as l, printLines as p };
