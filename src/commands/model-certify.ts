import { cardCheck } from '../core/model/card/card-check.ts'
import { declaredCard } from '../core/model/card/declared-card.ts'
import { certify } from '../core/model/certify.ts'
import { parseClaim } from '../core/model/claims/parse-claim.ts'
import { fingerprint } from '../core/model/holdout/fingerprint.ts'
import { looksCheck } from '../core/model/holdout/looks-check.ts'
import { attributesOf } from '../core/model/predictions/attributes.ts'
import { taskOf } from '../core/model/task-of.ts'
import { UserError } from '../core/user-error.ts'
import { askOnnx } from './ask-onnx.ts'
import { earlierLooks } from './earlier-looks.ts'
import { judgeAnchor } from './judge-anchor.ts'
import { makePredictions } from './make-predictions.ts'
import type { GateCommand } from './produce-evidence.ts'
import { pairFiles, readPredictions } from './read-predictions.ts'

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
    const comparison = claims.find(claim => claim.kind === 'no-worse-than-champion')
    if (comparison && champion === undefined)
      throw new UserError(
        'settings.missing',
        `Expected 'certify.champion' to be set (input champion) for the claim "${comparison.text}" but found nothing`,
        {
          hint: 'Set it to the predictions of the model in production on the same rows, or drop the claim',
        },
      )
    const reading = task.reading(settings)
    const source = { id, reading: { ...reading, needs: [...reading.needs, ...attributesOf(settings)] } }
    const { onnx, predict } = settings
    if (onnx && predict)
      throw new UserError('settings.conflict', "Expected 'certify.onnx' or 'certify.predict' but found both", {
        hint: 'Keep the one that makes the predictions',
      })
    const asked = onnx && (await askOnnx({ onnx, predictions, id, needs: source.reading.needs }, ports))
    const made = predict && (await makePredictions(predict, predictions, ports, out))
    const own = await readPredictions({ ...source, file: predictions, role: 'predictions' }, ports)
    const its =
      champion === undefined ? undefined : await readPredictions({ ...source, file: champion, role: 'champion' }, ports)
    const pairing = its && (await pairFiles(own, its))
    const { looks } = settings
    const spent = looks?.spend ? { ...settings, level: 1 - (1 - settings.level) / looks.most } : settings
    const seed = [own, its].flatMap(read => (read ? [read.material.digest.sha256] : [])).join('')
    const { checks, result } = certify(
      { challenger: own.collected, champion: its?.collected, pairing },
      { task, claims, settings: spent, seed },
    )
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
