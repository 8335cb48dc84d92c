import type { Condition, Operand } from './condition.ts'

/** Names of the columns that a condition speaks of, each once. */
export const columnsOf = (condition: Condition): string[] => [...new Set(inCondition(condition))]

function inCondition(condition: Condition): string[] {
  switch (condition.is) {
    case 'and':
    case 'or':
      return [...inCondition(condition.left), ...inCondition(condition.right)]
    case 'not':
      return inCondition(condition.of)
    case 'compare':
      return [...inOperand(condition.left), ...inOperand(condition.right)]
    case 'in':
      return [condition.value, ...condition.list].flatMap(inOperand)
    default:
      return inOperand(condition.value)
  }
}

function inOperand(operand: Operand): string[] {
  if (operand.is === 'column') return [operand.name]
  return operand.is === 'arithmetic' ? [...inOperand(operand.left), ...inOperand(operand.right)] : []
}
