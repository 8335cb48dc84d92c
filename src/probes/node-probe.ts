import type { ProbeKind } from './probe-kind.ts'

const OLDEST = 24

export const nodeProbe: ProbeKind = {
  async open() {
    const { node } = process.versions
    const isNew = Number(node.split('.')[0]) >= OLDEST
    return [
      {
        name: `Node ${node}`,
        ask: async () => [
          isNew
            ? { asked: 'version', status: 'ok', found: `${OLDEST} or newer` }
            : { asked: 'version', status: 'fail', found: `older than ${OLDEST}`, remedy: `Install Node ${OLDEST}` },
        ],
      },
    ]
  },
}
