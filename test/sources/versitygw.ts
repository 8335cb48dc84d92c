import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../harness/runner/free-port.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const PROGRAM = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-versitygw/versitygw')

/** Starts versitygw, an S3 server that checks every signature, on the loopback interface; it keeps its objects in a folder. */
export async function startVersitygw() {
  if (!existsSync(PROGRAM)) throw new Error(`Expected ${PROGRAM}: run scripts/get-versitygw.sh`)
  const port = await freePort()
  const folder = temporaryFolder('versitygw')
  const [data, versions] = [join(folder, 'data'), join(folder, 'versions')]
  for (const each of [data, versions]) mkdirSync(each)
  const args = ['--access', 'AKIAGOOD', '--secret', 'goodsecret', '--port', `127.0.0.1:${port}`, '--quiet']
  const server = spawn(PROGRAM, [...args, 'posix', '--versioning-dir', versions, data], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  for (let tried = 0; ; tried += 1) {
    try {
      await fetch(url)
      break
    } catch (error) {
      if (tried > 4800) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  const environment = {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'AKIAGOOD',
    AWS_SECRET_ACCESS_KEY: 'goodsecret',
    AWS_REGION: 'us-east-1',
  }
  return { environment, url, stop: () => void server.kill() }
}
