import { describe } from 'vitest'
import { itKeepsALog } from '../../log-branch/contract.ts'
import { aLog } from './a-log.ts'

describe('by GraphQL', () => itKeepsALog(() => aLog()))
describe('by REST, where there is no GraphQL', () => itKeepsALog(() => aLog({ graphql: 'none' })))
