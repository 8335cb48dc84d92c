import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tellRecipients } from '../../src/commands/tell-recipients.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { allRecipients } from '../../src/recipients/all-recipients.ts'
import { disk, memoryPorts } from '../core/record/memory.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

test('one whose server nobody has named is an error of its own, and keeps no other from being told', async () => {
  const root = temporaryFolder('recipients')
  mkdirSync(join(root, 'metrics'))
  const { connections } = Settings.parse({ connections: { textfile: { folder: 'metrics' }, mlflow: {} } })
  const recipients = allRecipients({ root, environment: {}, context: {} })
  expect((await recipients.open(connections)).map(({ name }) => name)).toEqual([
    'Textfile collector metrics',
    'connections.mlflow',
  ])
  const look = { kind: 'look', target: 'folder:x', verdict: 'passed', at: new Date() } as const
  const errors = await tellRecipients(connections, async () => look, { ...memoryPorts(disk()), recipients })
  expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('MLFLOW_TRACKING_URI')])
  expect(
    readdirSync(join(root, 'metrics'), 'utf8')
      .map(name => name.split('.')[1])
      .toSorted(),
  ).toEqual(['proofmark_last_watch_timestamp_seconds', 'proofmark_production_certified'])
})
