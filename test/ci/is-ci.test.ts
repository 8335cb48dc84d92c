import { expect, it } from 'vitest'
import { isCi } from '../../src/ci/is-ci.ts'

it.each([
  [{}, false],
  [{ CI: '' }, false],
  [{ CI: 'false' }, false],
  [{ CI: '0' }, false],
  [{ CI: 'true' }, true],
  [{ CI: '1' }, true],
  [{ CI: 'woodpecker' }, true],
  [{ GITHUB_ACTIONS: 'true' }, true],
  [{ GITLAB_CI: 'true' }, true],
  [{ JENKINS_URL: 'https://jenkins.example/' }, true],
])('%j is a CI: %s', (env, expected) => {
  expect(isCi(env)).toBe(expected)
})
