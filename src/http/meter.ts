import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { ClientRequest } from 'node:http'
import { z } from 'zod'

/** What a run has sent and received by HTTP. */
export interface Traffic {
  /** Requests by host, the busiest first. */
  readonly requests: readonly { readonly host: string; readonly count: number }[]
  /** Bytes on the connections, heads of requests and answers included; of encrypted connections, what was in them. */
  readonly sent: number
  readonly received: number
}

export interface Meter {
  read(): Traffic
  stop(): void
}

const Counted = z.object({ bytesRead: z.number(), bytesWritten: z.number() })

/** Both of Node's clients tell of themselves: `fetch` (undici) and `node:http`. Nothing is put between them and the network. */
const Fetched = z.object({ request: z.object({ origin: z.union([z.string(), z.instanceof(URL)]) }) })
const Connected = z.object({ socket: z.custom<object>(value => typeof value === 'object' && value !== null) })
const Asked = z.object({ request: z.instanceof(ClientRequest) })

/** Counts the requests of this process from now on, and the bytes of their connections. Programs that are started, such as git, are not seen. */
export function startMeter(): Meter {
  const hosts = new Map<string, number>()
  const sockets = new Set<object>()
  const count = (host: string) => hosts.set(host, (hosts.get(host) ?? 0) + 1)
  const heard: readonly (readonly [channel: string, hear: (message: unknown) => void])[] = [
    [
      'undici:request:create',
      message => {
        const read = Fetched.safeParse(message)
        if (read.success) count(new URL(read.data.request.origin).hostname)
      },
    ],
    [
      'undici:client:connected',
      message => {
        const read = Connected.safeParse(message)
        if (read.success) sockets.add(read.data.socket)
      },
    ],
    [
      'http.client.request.start',
      message => {
        const read = Asked.safeParse(message)
        if (!read.success) return
        const { request } = read.data
        count(request.host)
        if (request.socket) sockets.add(request.socket)
        else request.once('socket', socket => sockets.add(socket))
      },
    ],
  ]
  for (const [channel, hear] of heard) subscribe(channel, hear)
  return {
    read() {
      const bytes = [...sockets].flatMap(socket => Counted.safeParse(socket).data ?? [])
      return {
        requests: [...hosts]
          .map(([host, count]) => ({ host, count }))
          .toSorted((a, b) => b.count - a.count || (a.host < b.host ? -1 : 1)),
        sent: bytes.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
        received: bytes.reduce((sum, { bytesRead }) => sum + bytesRead, 0),
      }
    },
    stop() {
      for (const [channel, hear] of heard) unsubscribe(channel, hear)
    },
  }
}
