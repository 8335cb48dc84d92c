import { cardCheck } from '../core/model/card/card-check.ts'
import { declaredCard } from '../core/model/card/declared-card.ts'
import { certify } from '../core/model/certify.ts'
import { columnsOfClaims } from '../core/model/claims/columns-of-claims.ts'
import { parseClaim } from '../core/model/claims/parse-claim.ts'
import { parseGrouping } from '../core/model/claims/parse-grouping.ts'
import { fingerprint } from '../core/model/holdout/fingerprint.ts'
import { looksCheck } from '../core/model/holdout/looks-check.ts'
import { attributeReading } from '../core/model/predictions/attribute-reading.ts'
import { attributesOf } from '../core/model/predictions/attributes.ts'
import { columnNeeds } from '../core/model/predictions/column-needs.ts'
import { withAttributes } from '../core/model/predictions/with-attributes.ts'
import { taskOf } from '../core/model/task-of.ts'
import { UserError } from '../core/user-error.ts'
import { askOnnx } from './ask-onnx.ts'
import { earlierLooks } from './earlier-looks.ts'
import { judgeAnchor } from './judge-anchor.ts'
import { makePredictions } from './make-predictions.ts'
import { modelSubject } from './model-subject.ts'
import { observeBehaviour } from './observe-behaviour.ts'
import type { GateCommand } from './produce-evidence.ts'
import { joinFiles, pairFiles, readPredictions } from './read-predictions.ts'
import { requireInputs } from './require-inputs.ts'

/** Decides by row-level predictions whether the model meets what is claimed of it. */
export const modelCertify = {
  gate: 'model-certify',
  isConfigured: ({ certify: { predictions, champion, claims } }) =>
    [predictions, champion, claims].some(setting => setting !== undefined),
  async find(all, ports, out) {
    const { certify: settings } = all
    const { predictions, champion, id } = settings
    const task = taskOf(settings)
    if (predictions === undefined)
      throw new UserError(
        'settings.missing',
        "Expected 'certify.predictions' to be set (input predictions) but found nothing",
        {
          hint: "Set it to a CSV file with the id, the true class and the model's score of every hold-out row",
        },
      )
    const claims = (settings.claims ?? []).map(claim => parseClaim(claim, task))
    requireInputs(claims, settings)
    const columns = [
      ...columnsOfClaims(claims),
      ...(settings.slices ?? []),
      ...(settings.groups ?? []).flatMap(grouping => parseGrouping(grouping)),
    ]
    const { attributes } = settings
    const named = columnNeeds(columns)
    const source = { id, reading: task.reading(settings) }
    const { needs } = source.reading
    const besides = [...attributesOf(settings), ...(attributes === undefined ? named : [])]
    const reading = { ...source.reading, needs: withAttributes(needs, besides) }
    const { onnx, predict } = settings
    if (onnx && predict)
      throw new UserError('settings.conflict', "Expected 'certify.onnx' or 'certify.predict' but found both", {
        hint: 'Keep the one that makes the predictions',
      })
    const asked = onnx && (await askOnnx({ onnx, predictions, id, needs: reading.needs }, ports))
    const made = predict && (await makePredictions(predict, predictions, ports, out))
    const own = await readPredictions({ id, reading, file: predictions, role: 'predictions' }, ports)
    const its =
      champion === undefined ? undefined : await readPredictions({ ...source, file: champion, role: 'champion' }, ports)
    const pairing = its && (await pairFiles(own, its))
    const table =
      attributes === undefined || columns.length === 0
        ? undefined
        : await readPredictions({ id, reading: attributeReading(named), file: attributes, role: 'attributes' }, ports)
    const joined = table && (await joinFiles(own, table))
    const { looks } = settings
    const spent = looks?.spend ? { ...settings, level: 1 - (1 - settings.level) / looks.most } : settings
    const seed = [own, its].flatMap(read => (read ? [read.material.digest.sha256] : [])).join('')
    const { checks, result, trial } = certify(
      { challenger: own.collected, champion: its?.collected, pairing, attributes: table?.collected, joined },
      { task, claims, settings: spent, seed, model: await modelSubject(all, ports.files, out) },
    )
    const behaved = await observeBehaviour(own, { claims, settings: spent, source, trial }, ports)
    checks.push(...behaved.checks)
    const anchored = await judgeAnchor(own, { task, claims, settings: { ...all, certify: spent }, source }, ports)
    checks.push(...anchored.checks)
    const { card } = all.model
    if (card) checks.push(cardCheck(card))
    const judged = own.collected.predictions
    const holdout = judged && fingerprint(judged.ids)
    if (looks && holdout)
      checks.push(
        looksCheck(holdout, {
          predictions: own.material.digest.sha256,
          earlier: await earlierLooks(looks.earlier ?? [], ports.files),
          most: looks.most,
        }),
      )
    return {
      materials: [
        own.material,
        ...(its ? [its.material] : []),
        ...(table ? [table.material] : []),
        ...behaved.materials,
        ...anchored.materials,
        ...(asked?.materials ?? []),
        ...(made?.materials ?? []),
      ],
      checks,
      result: {
        ...result,
        ...(card ? { card: declaredCard(card, all.model) } : {}),
        ...(holdout ? { holdout } : {}),
        ...(made ? { predicting: made.predicting } : {}),
      },
    }
  },
} satisfies GateCommand<'model-certify'>
