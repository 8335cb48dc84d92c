import { seeded } from '../../stats/random/seeded.ts'
import { shuffle } from '../../stats/random/shuffle.ts'
import type { Collected, Demands } from '../certify.ts'
import * as degradations from '../degradations/index.ts'
import type { Predictions } from '../predictions/predictions.ts'
import { claimPower } from './claim-power.ts'
import type { Copy, Degradation, Subject } from './degradation.ts'
import { type Judgement, judgeCopy } from './judge-copy.ts'
import { modelAsItIs } from './model-as-it-is.ts'
import { type ClaimPower, type Degraded, SELFTEST_SCHEMA, type SelftestResult } from './selftest-result.ts'
import { type SizeSearch, sizeSearch } from './size-search.ts'
import { summaryOf } from './summary-of.ts'
import { tryOut } from './try-out.ts'

interface Options {
  readonly files: SelftestResult['files']
  /** Hears what is being tried. */
  progress(doing: string): void
}

type Seeded = Demands & { readonly seed: string }

/** Degrades the predictions in known ways, and shows what the policy says to each. */
export function selftest(collected: Collected, demands: Seeded, { files, progress }: Options): SelftestResult {
  const { task, settings } = demands
  const { challenger, champion, attributes, history } = collected
  const model = modelAsItIs(collected, demands)
  const about = {
    schema: SELFTEST_SCHEMA,
    task: task.id,
    rows: challenger.rows,
    level: settings.level,
    files,
    model,
  } as const
  const own = challenger.predictions
  if (model.verdict !== 'passed' || !own) {
    const verdict = 'inconclusive' as const
    return { ...about, verdict, summary: summaryOf(verdict, model, []), degradations: [], claims: [], notes: [] }
  }
  const judge = (copy: Copy) => judgeCopy(copy, { challenger, champion, attributes, history }, demands)
  const subject = subjectOf(own, champion?.predictions, demands)
  const asItIs = judge(own)
  const attempts = Object.values(degradations).map(degradation => {
    progress(degradation.title)
    return attempt(degradation, subject, judge, asItIs)
  })
  const degraded = attempts.map(({ degraded }) => degraded)
  const verdict = degraded.some(({ tried }) => tried.some(isMissed)) ? 'failed' : 'passed'
  progress('what each claim can tell')
  return {
    ...about,
    verdict,
    summary: summaryOf(verdict, model, degraded),
    degradations: degraded,
    claims: powersOf(attempts, subject, asItIs),
    notes: attempts
      .filter(({ degraded: { tried } }) => tried.some(isMissed) || tried.at(-1)?.verdict === 'passed')
      .map(({ degradation: { unseen } }) => unseen),
  }
}

const isMissed = ({ must, verdict }: Degraded['tried'][number]) => must && verdict === 'passed'

function subjectOf(own: Predictions, champion: Predictions | undefined, demands: Seeded): Subject {
  const { task, settings, claims, seed } = demands
  const random = (purpose: string) => seeded(seed, `selftest ${purpose}`)
  const all = Uint32Array.from({ length: own.rows.n }, (_, row) => row)
  return {
    task,
    settings,
    claims,
    own,
    ...(champion ? { champion } : {}),
    order: shuffle(random('order'), all),
    random,
  }
}

interface Attempt {
  readonly degradation: Degradation
  readonly degraded: Degraded
  /** Absent where there is nothing to try. */
  readonly search?: SizeSearch
}

function attempt(
  degradation: Degradation,
  subject: Subject,
  judge: (copy: Copy) => Judgement,
  asItIs: Judgement,
): Attempt {
  const { id, title, sizes } = degradation
  const prepared = degradation.prepare(subject)
  if (typeof prepared === 'string') return { degradation, degraded: { id, title, tried: [], inapplicable: prepared } }
  const search = sizeSearch(sizes.at(-1) ?? 1, size => judge(prepared(size)))
  return { degradation, degraded: tryOut(degradation, subject, search, asItIs), search }
}

/** Measured by flips, or where there is nothing to flip by shuffling more and more rows. */
function powersOf(attempts: readonly Attempt[], subject: Subject, own: Judgement): ClaimPower[] {
  const of = (id: string) => attempts.find(({ degradation }) => degradation.id === id)
  const shuffled = of(degradations.shuffledPredictions.id)
  const flipped = of(degradations.wrongPredictions.id)
  const { degradation, search } = (flipped?.search ? flipped : shuffled) ?? {}
  if (!degradation || !search) return []
  const ids = [...own.claims.keys()]
  const measuring = {
    degradation,
    search,
    show: (size: number) => degradation.show(size, subject.settings),
    shuffled: shuffled?.search?.at(1),
    own,
    rows: subject.own.rows.n,
  }
  return subject.claims.map((claim, i) => claimPower(claim, ids[i] ?? '', measuring))
}
