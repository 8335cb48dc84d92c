import { expect, it } from 'vitest'
import { refreshComment } from '../../src/commands/refresh-comment.ts'
import type { Forge, StandingCheckRun } from '../../src/ports.ts'
import { COMMENT_MARKER } from '../../src/report/comment.ts'
import { forgeWith } from './forge-with.ts'

const HEAD = 'a'.repeat(40)

/** A forge whose every call takes a random number of turns, so that jobs interleave in any order. */
function forge(seed: number) {
  let state = seed
  const random = () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const turns = async () => {
    for (let i = Math.floor(random() * 8); i > 0; i--) await Promise.resolve()
  }
  const runs: StandingCheckRun[] = []
  const comments: { id: number; body: string }[] = []
  let next = 1
  const later =
    <Args extends unknown[], Result>(act: (...args: Args) => Result) =>
    async (...args: Args): Promise<Result> => {
      await turns()
      const result = act(...args)
      await turns()
      return result
    }
  const api: Forge = {
    ...forgeWith(undefined),
    readBase: later(() => undefined),
    readFile: () => Promise.reject(new Error('No file of another place is read here')),
    listBase: later(() => []),
    createCheckRun: later(run => {
      runs.push({ ...run, url: `https://checks/${run.name}` })
      return run.name
    }),
    standingCheckRuns: later(() => [...runs]),
    findComment: later(marker => comments.find(({ body }) => body.startsWith(marker))),
    createComment: later(body => {
      comments.push({ id: next, body })
      return next++
    }),
    updateComment: later((id, body) => {
      const found = comments.find(comment => comment.id === id)
      if (found) found.body = body
    }),
    deleteComment: later(id => {
      const place = comments.findIndex(comment => comment.id === id)
      if (place !== -1) comments.splice(place, 1)
    }),
    currentHead: later(() => HEAD),
    release: later(() => ''),
    attest: later(() => 0),
  }
  return { api, comments, runs }
}

const job = async (api: Forge, name: string) => {
  await api.createCheckRun({
    name: `Proofmark / ${name}`,
    conclusion: 'success',
    title: 'Passed: the check passed',
    summary: `### section of ${name}`,
    annotations: [],
  })
  await refreshComment(api, HEAD)
}

it('loses no section and leaves one comment, however many jobs write at once', async () => {
  const jobs = [
    'data-validate',
    'model-certify',
    'security-scan',
    'drift-compare',
    'audit-record',
    'one',
    'two',
    'three',
  ]
  for (let seed = 1; seed <= 200; seed++) {
    const { api, comments } = forge(seed)
    await Promise.all(jobs.map(name => job(api, name)))
    expect(comments).toHaveLength(1)
    for (const name of jobs) expect(comments[0]?.body).toContain(`### section of ${name}`)
  }
})

it('writes nothing where nothing has changed', async () => {
  const { api, comments } = forge(1)
  await job(api, 'data-validate')
  const before = comments[0]
  let writes = 0
  await refreshComment({ ...api, updateComment: async () => void writes++ }, HEAD)
  expect(writes).toBe(0)
  expect(comments).toEqual([before])
})

it("leaves a later commit's comment alone", async () => {
  const { api, comments } = forge(1)
  const newer = 'b'.repeat(40)
  comments.push({ id: 99, body: `${COMMENT_MARKER}\n<!-- proofmark:commit ${newer} -->\nnew` })
  expect(await refreshComment({ ...api, currentHead: async () => newer }, HEAD)).toBe('superseded')
  expect(comments).toHaveLength(1)
  expect(comments[0]?.body).toContain('new')
})

it("takes over an earlier commit's comment", async () => {
  const { api, comments } = forge(1)
  comments.push({ id: 99, body: `${COMMENT_MARKER}\n<!-- proofmark:commit ${'c'.repeat(40)} -->\nold` })
  await job(api, 'data-validate')
  expect(comments).toHaveLength(1)
  expect(comments[0]?.id).toBe(99)
  expect(comments[0]?.body).toContain('section of data-validate')
})
