import type { Material } from '../core/evidence.ts'
import type { Need } from '../core/model/predictions/need.ts'
import type { ModelResult } from '../core/model/result.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { askOnnx } from './ask-onnx.ts'
import { makePredictions } from './make-predictions.ts'

interface Prepared {
  readonly materials: readonly Material[]
  readonly predicting?: NonNullable<ModelResult['predicting']>
}

/** Has the predictions made, where the settings say by what; otherwise they are there. */
export async function preparePredictions(
  { onnx, predict, predictions, id }: Settings['certify'] & { readonly predictions: string },
  needs: readonly Need[],
  ports: Ports,
  out: string,
): Promise<Prepared> {
  if (onnx && predict)
    throw new UserError('settings.conflict', "Expected 'certify.onnx' or 'certify.predict' but found both", {
      hint: 'Keep the one that makes the predictions',
    })
  if (onnx) return askOnnx({ onnx, predictions, id, needs }, ports)
  return predict ? makePredictions(predict, predictions, ports, out) : { materials: [] }
}
