import { actionReference } from './action-reference.ts'
import type { PlacedJob, PlacedStep, Workflow } from './workflow.ts'

/** How a step or job looks like a promotion: `model`, of a model for certain; `delivery`, of something that may be one. */
export interface Promotion {
  readonly kind: 'model' | 'delivery'
  readonly found: string
  /** Index of the step; absent where the job's environment says it. */
  readonly step?: number
}

const MODEL_COMMANDS: readonly [RegExp, string][] = [
  [/set[-_]registered[-_]model[-_]alias/, 'an alias set in MLflow'],
  [/transition[-_]model[-_]version[-_]stage/, 'a stage set in MLflow'],
  [/\bgto\s+(?:assign|register)\b/, 'gto'],
  [/\bsagemaker\s+(?:update-model-package|update-endpoint|create-endpoint|create-model)\b/, 'aws sagemaker'],
  [/\baz\s+ml\s+(?:model|online-deployment|online-endpoint|batch-deployment)\s+(?:create|update)\b/, 'az ml'],
  [/\bgcloud\s+ai\s+(?:models\s+upload|endpoints\s+deploy-model)\b/, 'gcloud ai'],
  [/\b(?:hf|huggingface-cli)\s+upload\b/, 'an upload to Hugging Face'],
]
const DELIVERY_COMMANDS: readonly [RegExp, string][] = [
  [/\bproofmark(?:\.js)?["']?\s+promote\b/, 'proofmark promote'],
  [/\bgh\s+release\s+(?:create|upload|edit)\b/, 'gh release'],
  [/\bkubectl\s+(?:apply|set\s+image|rollout)\b/, 'kubectl'],
  [/\bhelm\s+(?:upgrade|install)\b/, 'helm'],
]
const RELEASE_ACTIONS = ['softprops/action-gh-release', 'ncipollo/release-action', 'actions/create-release']
const PROMOTE_ACTION = /(?:^|\/)proofmark\/actions\/promote$|^[.$]\/actions\/promote$/
const DEPLOYED = /prod|live|deploy|release|champion/i
const SPEAKS_OF_MODELS =
  /\bmodels?\b|mlflow|\/proofmark[@/]|\.(?:joblib|pkl|pickle|onnx|safetensors|keras|h5|pt|pth|gguf)\b/i

const MODEL_FILE = /\.(?:joblib|pkl|pickle|onnx|safetensors|keras|h5|pt|pth|gguf)\b/i

/** Whether a workflow is about models at all. */
export const speaksOfModels = ({ name, path, jobs }: Workflow): boolean =>
  [SPEAKS_OF_MODELS, MODEL_FILE].some(pattern => pattern.test(JSON.stringify([name, path, jobs])))

/** The first thing in a job that looks like a promotion; delivering anything counts only in a workflow `ofModels`. */
export function promotionOf(job: PlacedJob, ofModels: boolean): Promotion | undefined {
  const found = job.steps.flatMap((step, i) => promotionIn(step, i) ?? [])
  const model = found.find(({ kind }) => kind === 'model')
  if (model || !ofModels) return model
  if (found[0]) return found[0]
  const environment = typeof job.environment === 'object' ? job.environment.name : job.environment
  return environment !== undefined && DEPLOYED.test(environment)
    ? { kind: 'delivery', found: `environment: ${environment}` }
    : undefined
}

function promotionIn({ uses, run = '', with: inputs }: PlacedStep, step: number): Promotion | undefined {
  const named = (commands: readonly [RegExp, string][]) => commands.find(([pattern]) => pattern.test(run))?.[1]
  const script = named(MODEL_COMMANDS)
  if (script !== undefined) return { kind: 'model', found: script, step }
  const delivery = named(DELIVERY_COMMANDS)
  const files = delivery === 'gh release' ? run : String(inputs?.files ?? inputs?.artifacts ?? '')
  const name = uses === undefined ? '' : actionReference(uses).name
  const action = RELEASE_ACTIONS.includes(name) || PROMOTE_ACTION.test(name) ? name : undefined
  const found = delivery ?? action
  if (found === undefined) return undefined
  return { kind: MODEL_FILE.test(files) ? 'model' : 'delivery', found, step }
}
