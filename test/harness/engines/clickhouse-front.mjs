// The HTTP interface of ClickHouse, as far as Proofmark speaks it, before the engine itself, which has none where it is embedded:
// node clickhouse-front.mjs FOLDER-OF-PACKAGES FOLDER-OF-DATA. Parameters are settings, as there; of a connection that ends the query does too.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [packages, data] = process.argv.slice(2)
const { Session } = createRequire(join(packages, 'package.json'))('chdb')
const session = new Session(data)

/** Statements that are under way, by their ids. */
const running = new Map()
let last = Promise.resolve()
/** One statement at a time: the embedded engine answers no two at once. */
function inTurn(run) {
  const next = last.then(run)
  last = next.catch(() => {})
  return next
}

const server = createServer(async (request, response) => {
  let sql = ''
  for await (const piece of request) sql += piece
  const settings = [...new URL(request.url, 'http://localhost').searchParams].filter(
    ([name]) =>
      !['query_id', 'wait_end_of_query', 'readonly', 'cancel_http_readonly_queries_on_client_close'].includes(name),
  )
  const isReading = request.url.includes('readonly=2')
  if (isReading && !/^\s*(\(?\s*)*(SELECT|DESCRIBE|SHOW|EXPLAIN)/i.test(sql)) {
    response.writeHead(500).end('Code: 164. DB::Exception: Cannot execute query in readonly mode. (READONLY)')
    return
  }
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const id = new URL(request.url, 'http://localhost').searchParams.get('query_id')
  if (id) running.set(id, gone)
  const killed = /^KILL QUERY WHERE query_id = '([^']+)'/.exec(sql)?.[1]
  if (killed) {
    running.get(killed)?.abort()
    console.log(`killed ${killed}`)
    response.end()
    return
  }
  const [, statement = sql, format = 'JSONCompact'] = /^([\s\S]*)\nFORMAT (\w+)$/.exec(sql) ?? []
  const set = settings.map(([name, value]) => `${name} = ${/^[\d.]+$/.test(value) ? value : `'${value}'`}`)
  try {
    const result = await inTurn(() =>
      session.queryAsync(
        set.length > 0 && isReading && !/^\s*DESCRIBE/i.test(statement)
          ? `${statement} SETTINGS ${set.join(', ')}`
          : statement,
        { format, signal: gone.signal },
      ),
    )
    response.end(result.text() || '{"meta":[],"data":[],"rows":0}')
  } catch (cause) {
    response.writeHead(500).end(String(cause.message))
  }
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.once('SIGTERM', () => process.exit(0))
