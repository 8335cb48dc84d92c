import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { type Client, mlflowClient } from '../../src/mlflow/client.ts'
import { connectionFrom, type Environment } from '../../src/mlflow/connection.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void

/** A server that answers as it is told, for faults alone: the real ones are in test/slow/mlflow.test.ts. */
export async function aServer(answer: Answer): Promise<{ url: string; requests: string[] }> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => answer(request, response, body))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

/** A client whose seconds are of so many milliseconds: it is patient with a busy machine for three of ours, and pauses for a blink. */
export const hasty = async (url: string, environment: Environment = {}, second = 50): Promise<Client> =>
  mlflowClient(await connectionFrom({ ...environment, MLFLOW_TRACKING_URI: url }), { second })
