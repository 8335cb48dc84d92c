import { z } from 'zod'
import type { Client } from './client.ts'

const Experiment = z
  .object({ experiment: z.object({ experiment_id: z.string(), name: z.string() }) })
  .transform(({ experiment }): string | undefined => experiment.experiment_id)
const Created = z.object({ experiment_id: z.string() }).transform(created => created.experiment_id)

/** The id of an experiment by its name; undefined where there is none. */
export const findExperiment = (client: Client, name: string): Promise<string | undefined> =>
  client.ask({
    method: 'GET',
    path: 'mlflow/experiments/get-by-name',
    query: { experiment_name: name },
    answer: Experiment,
    refusal: ({ code }) => (code === 'RESOURCE_DOES_NOT_EXIST' ? { means: undefined } : undefined),
    doing: `find the experiment ${name}`,
    needs: `READ on the experiment ${name}`,
  })

/** Makes an experiment, and gives its id. */
export const createExperiment = (client: Client, name: string): Promise<string> =>
  client.ask({
    method: 'POST',
    path: 'mlflow/experiments/create',
    body: { name },
    answer: Created,
    once: true,
    doing: `make the experiment ${name}`,
    needs: 'the right to make experiments',
  })

/** Asks for as little as can be asked: it fails where the credentials are not taken. */
export const mayAsk = (client: Client): Promise<unknown> =>
  client.ask({
    method: 'POST',
    path: 'mlflow/experiments/search',
    body: { max_results: 1 },
    answer: z.object({ experiments: z.array(z.object({})).default([]) }),
    doing: 'list the experiments',
  })
