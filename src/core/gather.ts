/** Makes one question of all that are asked in one turn: `answer` gets them together and gives one answer to each, in their order. */
export function gather<Question, Answer>(
  answer: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  let asked: { question: Question; resolve: (answer: Answer) => void; reject: (reason: unknown) => void }[] = []

  async function send() {
    const batch = asked
    asked = []
    try {
      const answers = await answer(batch.map(({ question }) => question))
      if (answers.length !== batch.length)
        throw new Error(`Expected ${batch.length} answers but found ${answers.length}`)
      for (const [index, given] of answers.entries()) batch[index]?.resolve(given)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  return question =>
    new Promise((resolve, reject) => {
      if (asked.length === 0) queueMicrotask(() => void send())
      asked.push({ question, resolve, reject })
    })
}
