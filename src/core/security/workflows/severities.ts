import type { Severity } from './rule.ts'

/**
 * What every kind of finding costs, and why. `fail`: the gate can be passed by, or its secrets be had, by anybody who opens a pull
 * request or whom the job runs code of. `warn`: it takes somebody with more rights, or what decides it stands in another place.
 */
export const SEVERITIES = {
  'unpinned-uses': {
    moving: {
      status: 'warn',
      why: 'whoever can move that tag or branch decides what runs; it takes rights in their repository',
    },
  },
  'dangerous-triggers': {
    head: {
      status: 'fail',
      why: "a stranger's code then runs with this repository's secrets and a token that can write",
    },
    unknown: { status: 'warn', why: "what it checks out is decided elsewhere, and may be a stranger's code" },
  },
  'excessive-permissions': {
    everything: { status: 'fail', why: 'every step can then push, release and approve' },
    missing: { status: 'warn', why: "the repository's setting decides what the token may do, and may be everything" },
  },
  'template-injection': {
    stranger: { status: 'fail', why: 'a stranger writes that text, and the shell runs it' },
    writer: { status: 'warn', why: 'whoever can push or start the workflow writes that text, and the shell runs it' },
  },
  artipacked: {
    workspace: {
      status: 'fail',
      why: 'the whole checkout is uploaded, with the token that actions/checkout leaves in .git',
    },
    part: { status: 'warn', why: 'actions/checkout leaves a token in .git, one path away from what is uploaded' },
  },
  'secrets-inherit': {
    elsewhere: { status: 'fail', why: "another repository's branch or tag gets every secret, the signing key too" },
    pinned: { status: 'warn', why: 'the called workflow gets every secret, not only those it needs' },
  },
  'gate-skippable': {
    ignored: { status: 'fail', why: 'a failing gate then shows as success' },
    handled: { status: 'warn', why: 'a failing gate then shows as success unless a later step looks at it' },
    skipped: {
      status: 'warn',
      why: 'a skipped job counts as passing where it is a required check; the branch rules say whether it is',
    },
  },
  'promoted-without-gate': {
    model: { status: 'fail', why: 'a model that nothing has certified would reach production' },
    delivery: { status: 'warn', why: 'what it delivers may be a model that nothing has certified' },
    despite: { status: 'fail', why: 'it runs although the gate failed' },
  },
} as const satisfies Record<string, Record<string, Severity>>
