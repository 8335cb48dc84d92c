import { describe } from 'vitest'
import { itKeepsALog } from '../log-branch/contract.ts'
import { aRemote } from './a-remote.ts'

describe('a folder', () => itKeepsALog(async () => aRemote()))
describe('an address', () => itKeepsALog(async () => aRemote(path => `file://${path}`)))
