// Decides an application in JavaScript: node decide.mjs POLICY.tlc APPLICATION.json
import { readFileSync } from 'node:fs';
import { Policy, TiaoliError } from 'tiaoli';

const [file, application] = process.argv.slice(2).map((path) => readFileSync(path));
try {
  const policy = await Policy.load(file);
  const { total, projects } = policy.evaluate(JSON.parse(application));
  console.log('guaranteed', total.guaranteed, 'at most', total.maximum);
  for (const { project_id, claims } of projects)
    for (const { clause, kind, needs } of claims) console.log(project_id, clause, kind, 'needs', needs);
} catch (error) {
  if (!(error instanceof TiaoliError)) throw error;
  console.error(error.code, error.details.message.zh);
  process.exit(error.status);
}
