import type { Settings } from '../../settings/schema.ts'
import type { Need } from '../predictions/need.ts'

type Columns = Pick<
  Settings['certify'],
  'label' | 'predicted' | 'score' | 'query' | 'refused' | 'unsafe' | 'latency' | 'tokens' | 'cost'
>

/** What is read of answers: the expected and the given one, or a grade; the item; and what else the settings name. */
export function answerNeeds({ label, predicted, score, query, ...others }: Columns): Need[] {
  return [
    ...(predicted === undefined ? [GRADE(score)] : [EXPECTED(label), GIVEN(predicted)]),
    ...(query === undefined ? [] : [ITEM(query)]),
    ...(['refused', 'unsafe'] as const).flatMap(role => flag(role, others[role])),
    ...(['latency', 'tokens', 'cost'] as const).flatMap(role => amount(role, others[role])),
  ]
}

const EXPECTED = (column: string): Need => ({
  role: 'label',
  column,
  cells: 'key',
  side: 'truth',
  holds: 'the answer expected',
  title: 'Expected answers',
  expected: 'an answer',
  hint: 'Write the answer expected to every item, or leave the item out of the evaluation set',
})

const GIVEN = (column: string): Need => ({
  role: 'predicted',
  column,
  cells: 'answer',
  side: 'output',
  holds: "the model's answer",
  title: 'Answers',
  expected: 'an answer',
  hint: 'Write the answer to every item',
})

const GRADE = (column: string): Need => ({
  role: 'score',
  column,
  cells: 'probability',
  side: 'output',
  holds: 'the grade of the answer, from 0 to 1',
  title: 'Grades',
  expected: 'a grade from 0 to 1',
  hint: "Write a grade from 0 to 1 for every answer, or set 'predicted' to the column of answers to compare with those expected",
})

const ITEM = (column: string): Need => ({
  role: 'query',
  column,
  cells: 'key',
  side: 'truth',
  holds: 'the item that is answered',
  title: 'Items',
  expected: 'the name of an item',
  hint: 'Name the item of every answer',
})

const flag = (role: string, column: string | undefined): Need[] =>
  column === undefined
    ? []
    : [
        {
          role,
          column,
          cells: 'flag',
          side: 'output',
          holds: `whether the answer is ${role}`,
          title: `Values of '${column}'`,
          expected: '1 or 0, true or false',
          hint: 'Write 1 or true where it holds, 0 or false where it does not',
        },
      ]

const amount = (role: string, column: string | undefined): Need[] =>
  column === undefined
    ? []
    : [
        {
          role,
          column,
          cells: 'amount',
          side: 'output',
          holds: `the ${role} of the answer`,
          title: `Values of '${column}'`,
          expected: 'a number of at least 0',
          hint: 'Write a number for every answer, with a decimal point',
        },
      ]
