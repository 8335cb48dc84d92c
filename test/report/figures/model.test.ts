import { expect, it } from 'vitest'
import { modelCertify } from '../../../src/commands/model-certify.ts'
import { modelFigure } from '../../../src/report/figures/model.ts'
import { portsOf } from '../../core/model/ports-of.ts'
import { settingsOf } from '../../core/model/settings-of.ts'

async function figureOf(settings: string, table: readonly string[]) {
  const { ports } = portsOf({ 'own.csv': table.join('\n') })
  const { result, checks } = await modelCertify.find(
    settingsOf(`certify: { predictions: own.csv, ${settings} }`),
    ports,
    '.proofmark',
  )
  return modelFigure(result, checks)
}

it('shows the matrix of several classes, and the class that is found least first', async () => {
  const rows = ['a,a', 'a,a', 'a,b', 'b,b', 'c,a'].map((row, i) => `${i},${row}`)
  const figure = await figureOf('task: multiclass', ['id,label,predicted', ...rows])
  expect(figure).toContain('Metrics and confusion matrix on 5 rows<')
  expect(figure).toContain('| **truly a** | 2 | 1 | 0 |\n| **truly b** | 0 | 1 | 0 |\n| **truly c** | 1 | 0 | 0 |')
  expect(figure).toMatch(/\| c \| 1 \| 0 \| 0 \| \[0, 0\.9750] \| 0 \|\n\| a \| 3 \|/)
  expect(figure).not.toContain('threshold')
})

it('shows how the errors of predicted numbers are spread', async () => {
  const rows = Array.from({ length: 101 }, (_, i) => `${i},0,${i - 50}`)
  const figure = await figureOf('task: regression', ['id,label,predicted', ...rows])
  expect(figure).toContain('Metrics and errors on 101 rows<')
  expect(figure).toMatch(/\| Errors \| least \| 5\.0.% \| 25\.0.% \| median \| 75\.0.% \| 95\.0.% \| greatest \|/)
  expect(figure).toMatch(/\| `[▁▂▃▄▅▆▇█]{21}` \| −50 \| −45 \| −25 \| 0 \| 25 \| 45 \| 50 \|/u)
})

it('says how many queries there are, and names no metric that nobody asked for', async () => {
  const rows = ['q1,1,0.5', 'q1,0,0.4', 'q2,2,1'].map((row, i) => `${i},${row}`)
  const figure = await figureOf('task: ranking', ['id,query,label,score', ...rows])
  expect(figure).toContain('Metrics on 3 rows, 2 queries<')
  const answers = await figureOf('task: evaluation', ['id,score', 'a,1', 'b,0.5'])
  expect(answers).toContain('Metrics on 2 rows, 2 items<')
  expect(answers).toContain('| Mean score |')
  expect(answers).not.toMatch(/latency|Refusal|Exact match/)
})
