import { architectureSql } from '../architectures.ts';

/** Makes `identified_runs`: the runs with the identity and the root of their model. */
export const identifiedRunsStatement = `CREATE TABLE identified_runs AS SELECT all_runs.* REPLACE (${architectureSql('all_runs')} AS architecture), identity.identity AS identity, identity.root AS root FROM all_runs JOIN identity USING (model)`;
