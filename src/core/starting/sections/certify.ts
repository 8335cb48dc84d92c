import { counted, formatNumber } from '../../model/format.ts'
import type { Found } from '../found.ts'
import { suggestClaims } from '../suggest-claims.ts'
import { yamlComment, yamlScalar } from '../yaml-scalar.ts'
import { example, type Section } from './section.ts'

const ABOUT = 'Row-level predictions on a hold-out, from which every metric is recomputed, and what must hold of them.'
const EXAMPLE = `
certify:
  predictions: predictions.csv
  champion: predictions-champion.csv
  task: binary
  id: id
  label: status
  positive: bad
  score: p_bad
  claims:
    - auc >= 0.80
    - auc no worse than champion by 0.01`

type Predictions = NonNullable<Found['predictions']>

export const certify: Section = ({ predictions }) => {
  if (!predictions) return example(ABOUT, EXAMPLE)
  const { model, champion, others } = predictions.chosen
  const { label, positive } = predictions.judged
  const more = others.map(({ table }) => table.path).join(', ')
  return [
    ...yamlComment(ABOUT),
    'certify:',
    `  predictions: ${yamlScalar(model.table.path)}`,
    ...(champion ? [`  champion: ${yamlScalar(champion.table.path)}`] : []),
    ...(more === '' ? [] : yamlComment(`Further predictions: ${more}`, '  ')),
    '  task: binary',
    `  id: ${yamlScalar(model.id)}`,
    `  label: ${yamlScalar(label)}`,
    ...yamlComment(meansOf(predictions), '  '),
    `  positive: ${yamlScalar(positive)}`,
    `  score: ${yamlScalar(model.score)}`,
    ...claimsOf(predictions),
  ]
}

const meansOf = ({ judged: { means, positive, negative } }: Predictions): string =>
  `'${positive}' has the higher scores: ${formatNumber(means.positive)} on average, '${negative}' ${formatNumber(means.negative)}`

function claimsOf({ chosen: { model }, judged }: Predictions): string[] {
  const suggested = suggestClaims(judged.model, judged.champion)
  if (suggested.length === 0)
    return [
      ...yamlComment('No floor is proposed: these rows show nothing that a guess would not. Say what must hold:', '  '),
      '  # claims:',
      '  #   - auc >= 0.80',
    ]
  const rows = model.table.complete ? '' : ` (their first ${counted(model.table.rows, 'row')})`
  return [
    ...yamlComment(
      `A start, read off these very predictions${rows}: before you rely on it, say what must hold instead.`,
      '  ',
    ),
    '  claims:',
    ...suggested.flatMap(({ claim, because }) => [...yamlComment(because, '    '), `    - ${yamlScalar(claim)}`]),
  ]
}
