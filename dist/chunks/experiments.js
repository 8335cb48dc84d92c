import { o as object, a as string, e as array } from './schemas2.js';

const Experiment = object({ experiment: object({ experiment_id: string(), name: string() }) })
  .transform(({ experiment })                     => experiment.experiment_id);
const Created = object({ experiment_id: string() }).transform(created => created.experiment_id);

/** The id of an experiment by its name; undefined where there is none. */
const findExperiment = (client        , name        )                              =>
  client.ask({
    method: 'GET',
    path: 'mlflow/experiments/get-by-name',
    query: { experiment_name: name },
    answer: Experiment,
    refusal: ({ code }) => (code === 'RESOURCE_DOES_NOT_EXIST' ? { means: undefined } : undefined),
    doing: `find the experiment ${name}`,
    needs: `READ on the experiment ${name}`,
  });

/** Makes an experiment, and gives its id. */
const createExperiment = (client        , name        )                  =>
  client.ask({
    method: 'POST',
    path: 'mlflow/experiments/create',
    body: { name },
    answer: Created,
    once: true,
    doing: `make the experiment ${name}`,
    needs: 'the right to make experiments',
  });

/** Asks for as little as can be asked: it fails where the credentials are not taken. */
const mayAsk = (client        )                   =>
  client.ask({
    method: 'POST',
    path: 'mlflow/experiments/search',
    body: { max_results: 1 },
    answer: object({ experiments: array(object({})).default([]) }),
    doing: 'list the experiments',
  });

export { createExperiment as c, findExperiment as f, mayAsk as m };
