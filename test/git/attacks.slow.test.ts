import { describe } from 'vitest'
import { itIsNotDeceived } from '../log-branch/attacks.ts'
import { aRemote } from './a-remote.ts'

describe('a log in a folder', () => itIsNotDeceived(async () => aRemote()))
