import type { Evidence } from '../core/evidence.ts'
import type { Ports } from '../ports.ts'
import type { Recorded } from '../report/record-section.ts'

/** The page that shows everything of a run, inside the output folder. */
export const HTML_REPORT_FILE = 'report.html'

/** Writes the page beside the evidence. What draws it is loaded here, so that nothing else waits for it. */
export async function writeHtmlReport(
  evidence: readonly Evidence[],
  recorded: Recorded | undefined,
  out: string,
  { files, sha256 }: Pick<Ports, 'files' | 'sha256'>,
): Promise<void> {
  const [{ htmlReport }, { STYLE, STYLE_FILE }] = await Promise.all([
    import('../report/html/html-report.ts'),
    import('../report/html/style.ts'),
  ])
  await files.write(`${out}/${STYLE_FILE}`, STYLE)
  await files.write(
    `${out}/${HTML_REPORT_FILE}`,
    htmlReport(evidence, recorded, text => base64(sha256(text))),
  )
}

/** Hexadecimal digits as base64. */
const base64 = (hex: string) =>
  btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map(byte => Number.parseInt(byte, 16))))
