import { describe } from 'vitest'
import { itIsNotDeceived } from '../../log-branch/attacks.ts'
import { aLog } from './a-log.ts'

describe('a log on GitHub', () => itIsNotDeceived(() => aLog()))
