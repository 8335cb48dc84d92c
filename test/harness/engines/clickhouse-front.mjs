// The HTTP interface of ClickHouse, as far as Proofmark speaks it, before the engine itself, which has none where it is embedded:
// node clickhouse-front.mjs FOLDER-OF-PACKAGES FOLDER-OF-DATA [CONFIGURATION]. Parameters are settings, as there. What ends a query is
// the engine's own KILL QUERY; the ids are its own as it is embedded, so that ours stands in a comment before the statement.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [packages, data, configuration] = process.argv.slice(2)
const { Session } = createRequire(join(packages, 'package.json'))('chdb')
const options = configuration ? { connectionArgs: [`--config-file=${configuration}`] } : {}
const session = new Session(data, options)
/** For what has to be told while the other is at work. */
const aside = new Session(data, options)

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
  const id = new URL(request.url, 'http://localhost').searchParams.get('query_id')
  const killed = /^KILL QUERY WHERE query_id = '([^']+)' (ASYNC|SYNC)$/.exec(sql)
  if (killed) {
    const told = await aside.queryAsync(`KILL QUERY WHERE startsWith(query, '/* ${killed[1]} */') ${killed[2]}`, {
      format: 'TabSeparated',
    })
    console.log(`killed ${killed[1]}: ${told.text().split('\t')[0]}`)
    response.end(told.text())
    return
  }
  if (sql.includes('system.processes')) {
    response.end((await aside.queryAsync(sql, { format: 'TabSeparated' })).text())
    return
  }
  const [, statement = sql, format = 'JSONCompact'] = /^([\s\S]*)\nFORMAT (\w+)$/.exec(sql) ?? []
  const marked = id ? `/* ${id} */ ` : ''
  const set = settings.map(([name, value]) => `${name} = ${/^[\d.]+$/.test(value) ? value : `'${value}'`}`)
  try {
    const result = await inTurn(() =>
      session.queryAsync(
        set.length > 0 && isReading && !/^\s*DESCRIBE/i.test(statement)
          ? `${marked}${statement} SETTINGS ${set.join(', ')}`
          : `${marked}${statement}`,
        { format },
      ),
    )
    response.end(result.text() || '{"meta":[],"data":[],"rows":0}')
  } catch (cause) {
    response.writeHead(500).end(String(cause.message))
  }
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.once('SIGTERM', () => process.exit(0))
