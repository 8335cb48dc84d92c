import type { Finding } from '../ports/probe.ts'
import { ask } from './ask.ts'
import { clock } from './clock.ts'

/** A server's clock beside ours, asked for without credentials; none where it is not HTTP, does not answer or sends no date: others ask whether it answers. */
export async function clockOf(address: string | undefined, ca?: string): Promise<readonly Finding[]> {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return []
  url.username = ''
  url.password = ''
  const answer = await ask({ url, method: 'HEAD', what: 'the server', ca }).catch(() => undefined)
  return clock(answer?.headers.date)
}
