// What the declarations promise; checked by tsc, not run.
import { Policy, TiaoliError, type Decision, type Sum } from '../index.js';

interface Application {
  as_of: string;
  projects: { project_id: string; claims?: ('1.1' | '1.2')[] }[];
}

export async function guaranteed(file: Uint8Array): Promise<Sum> {
  const policy = await Policy.load<Application, '1.1' | '1.2', { 'A1-1'?: 'R1' | 'R2' }>(file);
  const application = { as_of: '2024-06-30', projects: [{ project_id: 'P1', claims: ['1.1' as const] }] };
  const decision: Decision<'1.1' | '1.2'> = policy.evaluate(application, { readings: { 'A1-1': 'R2' } });
  // @ts-expect-error a misspelt clause does not compile
  policy.explain(application, '9.9');
  // @ts-expect-error nor does an application without a date
  policy.evaluate({ projects: [] });
  try {
    return decision.total.guaranteed;
  } catch (error) {
    if (error instanceof TiaoliError) return error.code;
    throw error;
  }
}
