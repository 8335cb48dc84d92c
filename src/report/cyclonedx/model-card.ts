import type { Evidence } from '../../core/evidence.ts'
import type { ModelCard, PerformanceMetric } from './bom.ts'

type ModelEvidence = Extract<Evidence, { gate: 'model-certify' }>

/** The model card: what model-certify's evidence bears out, and, as considerations, what its owner declares. */
export function modelCard(evidence: ModelEvidence, refOf: (file: string) => string): ModelCard | undefined {
  const { result, materials } = evidence
  if (!result) return undefined
  // A gain over the champion is no performance of the model.
  const slices = (result.slices ?? []).filter(({ gain }) => !gain)
  const performanceMetrics = [
    ...result.metrics.flatMap(metric => performance(metric.id, metric)),
    ...slices.flatMap(({ by, slice, metric, ...found }) =>
      performance(metric, found).map(one => ({ ...one, slice: by === undefined ? slice : `${by} = ${slice}` })),
    ),
  ]
  const datasets = materials.filter(({ role }) => role === 'predictions').map(({ name }) => ({ ref: refOf(name) }))
  return {
    modelParameters: {
      approach: { type: 'supervised' },
      task: `${result.task} classification`,
      ...(datasets.length > 0 && { datasets }),
    },
    ...(performanceMetrics.length > 0 && { quantitativeAnalysis: { performanceMetrics } }),
    ...considerationsOf(result.card),
  }
}

function performance(
  type: string,
  { value, interval }: { readonly value: number | null; readonly interval?: readonly [number, number] | undefined },
): PerformanceMetric[] {
  if (value === null) return []
  const [lower, upper] = interval ?? []
  return [
    {
      type,
      value: String(value),
      ...(interval && { confidenceInterval: { lowerBound: String(lower), upperBound: String(upper) } }),
    },
  ]
}

/** What is declared of the model, as far as CycloneDX has a place for it. */
function considerationsOf(card: NonNullable<ModelEvidence['result']>['card']): Pick<ModelCard, 'considerations'> {
  const considerations = {
    ...(card?.users && { users: card.users }),
    ...(card?.['intended-use'] && { useCases: card['intended-use'] }),
    ...(card?.limitations && { technicalLimitations: card.limitations }),
    ...(card?.['ethical-considerations'] && {
      ethicalConsiderations: card['ethical-considerations'].map(name => ({ name })),
    }),
  }
  return Object.keys(considerations).length > 0 ? { considerations } : {}
}
