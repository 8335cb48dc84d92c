import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { startMeter } from '../../src/http/meter.ts'
import { send } from '../../src/http/send.ts'
import { spentLine, spentMarkdown } from '../../src/report/spent-line.ts'

it('counts requests by both of Node’s clients, and their bytes', async () => {
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => response.end('x'.repeat(1000)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.closeAllConnections())
  onTestFinished(() => void server.close())
  const address = server.address()
  const url = new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
  const meter = startMeter()
  await (await fetch(url, { method: 'POST', body: 'y'.repeat(5000) })).text()
  await (await fetch(url)).text()
  const { body } = await send({ url, method: 'GET', idle: 1000 })
  for await (const _ of body);
  const { requests, sent, received } = meter.read()
  meter.stop()
  expect(requests).toEqual([{ host: '127.0.0.1', count: 3 }])
  expect([sent > 5000 && sent < 7000, received > 3000 && received < 4500]).toEqual([true, true])
  await (await fetch(url)).text()
  expect(meter.read().requests).toEqual([{ host: '127.0.0.1', count: 3 }])
})

it('tells them in one line', () => {
  const nothing = { seconds: 0.84, read: 0, requests: [], sent: 0, received: 0 }
  expect(spentLine(nothing)).toBe('Took 0.8 s · no request')
  const requests = [
    { host: 'api.github.com', count: 10 },
    { host: 'a', count: 2 },
    { host: 'b', count: 1 },
    { host: 'c', count: 1 },
  ]
  const much = { seconds: 61.2, read: 1_310_000, requests, sent: 34_400, received: 999 }
  expect(spentLine(much)).toBe(
    'Took 61 s · read 1.3 MB · 14 requests (10 to api.github.com, 2 to a, 1 to b, 1 more hosts) · sent 34.4 kB · received 999 B',
  )
  expect(spentMarkdown({ ...nothing, requests: [{ host: '<b>@me', count: 1 }] })).not.toMatch(/<b>|@me/)
})
