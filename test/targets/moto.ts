import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../harness/runner/free-port.ts'

const PROGRAM = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-moto/bin/moto_server')

/** Environment variables by which AWS's clients, and ours, find this server. */
export interface Moto {
  readonly environment: Readonly<Record<string, string>>
  readonly url: string
  stop(): void
}

/** Starts moto, a server that answers as AWS does, on the loopback interface. */
export async function startMoto(): Promise<Moto> {
  if (!existsSync(PROGRAM)) throw new Error(`Expected ${PROGRAM}: run scripts/get-moto.sh`)
  const port = await freePort()
  const server = spawn(PROGRAM, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  for (let tried = 0; ; tried += 1) {
    try {
      await fetch(`${url}/moto-api/data.json`)
      break
    } catch (error) {
      if (tried > 2400) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  const environment = {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'eu-central-1',
  }
  return { environment, url, stop: () => void server.kill() }
}
