import { UserError } from '../../core/user-error.ts'
import { briefly, timeLimit } from '../time-limit.ts'
import { callService } from './call-service.ts'
import type { SparkConnection } from './spark-connection.ts'
import { bytesIn, structIn } from './thrift/field-of.ts'
import type { ThriftStruct } from './thrift/thrift-type.ts'
import { type Written, writeBytes, writeInt, writeStruct, writeText, writeTexts } from './thrift/write-thrift.ts'

/** A connection with a session on the server. */
export interface SparkSession extends SparkConnection {
  readonly handle: Written
}

/** The version of the interface from which on results come by columns. */
const PROTOCOL = 9

/** What statements mean must not depend on the settings of who asks. */
export const SEMANTICS: Readonly<Record<string, string>> = {
  'spark.sql.session.timeZone': 'UTC',
  'spark.sql.ansi.enabled': 'true',
  'spark.sql.caseSensitive': 'false',
  'spark.sql.variable.substitute': 'false',
  'spark.sql.parser.escapedStringLiterals': 'false',
  // Rows that cannot be read are no rows that are not there.
  'spark.sql.files.ignoreCorruptFiles': 'false',
  'spark.sql.files.ignoreMissingFiles': 'false',
}

/** Opens a session with settings of its own. */
export async function openSession(
  connection: SparkConnection,
  semantics: Readonly<Record<string, string>> = SEMANTICS,
): Promise<SparkSession> {
  const settings = Object.entries(semantics).map(([name, value]) => [`set:hiveconf:${name}`, value])
  const limit = timeLimit(connection.limits.seconds)
  const answer = await callService(
    { ...connection, signal: AbortSignal.any([connection.signal, limit.signal]) },
    'OpenSession',
    writeStruct({ 1: writeInt(PROTOCOL), 2: writeText('proofmark'), 4: writeTexts(Object.fromEntries(settings)) }),
  ).catch(cause => {
    if (connection.signal.aborted || !limit.signal.aborted) throw cause
    throw new UserError(
      'engine.connection',
      `Expected the Thrift server of Spark to answer at ${connection.url.origin} but found no session within ${connection.limits.seconds} s`,
      { kind: 'environment', hint: 'Look at what the server does, and run it again later', cause },
    )
  })
  const handle = structIn(answer, 3)
  if (!handle) throw new Error('the server opened no session')
  return { ...connection, handle: writeStruct({ 1: writeId(structIn(handle, 1)) }) }
}

/** Lets go of a session, and of what is under way in it. */
export async function closeSession({ handle, ...connection }: SparkSession): Promise<void> {
  await callService({ ...connection, signal: briefly() }, 'CloseSession', writeStruct({ 1: handle })).catch(
    () => undefined,
  )
}

/** `THandleIdentifier`, as it came. */
export function writeId(id: ThriftStruct | undefined): Written {
  const [guid, secret] = [bytesIn(id, 1), bytesIn(id, 2)]
  if (guid?.length !== 16 || !secret) throw new Error('the server gave no handle')
  return writeStruct({ 1: writeBytes(guid), 2: writeBytes(secret) })
}
