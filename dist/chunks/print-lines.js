import { styleText } from 'node:util';

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

export { printLines as p };
