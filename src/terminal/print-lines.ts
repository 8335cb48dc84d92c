import { styleText } from 'node:util'

/** Tone names as `src/report/terminal.ts` gives them. */
const STYLE: Readonly<Record<string, Parameters<typeof styleText>[0]>> = {
  pass: 'green',
  passed: 'green',
  fail: 'red',
  failed: 'red',
  warn: 'yellow',
  inconclusive: 'yellow',
  muted: 'dim',
  strong: 'bold',
}

/** Writes lines, coloured where the stream is a terminal and NO_COLOR is not set. */
export function printLines(stream: NodeJS.WriteStream, lines: readonly { tone: string; text: string }[]): void {
  for (const { tone, text } of lines) {
    const style = STYLE[tone]
    stream.write(`${style === undefined ? text : styleText(style, text, { stream })}\n`)
  }
}
