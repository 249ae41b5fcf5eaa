// Decides every line of a file of applications and prints a line for each.
//   node agree.js POLICY.tlc APPLICATIONS.jsonl
import { readFileSync } from 'node:fs';
import { Policy, TiaoliError } from './index.js';

const [file, lines] = process.argv.slice(2);
const policy = await Policy.load(readFileSync(file));
const decide = (line) => {
  try {
    return policy.evaluateText(line);
  } catch (error) {
    if (error instanceof TiaoliError) return JSON.stringify(error.details);
    throw error;
  }
};
const applications = readFileSync(lines, 'utf8').split('\n').filter((line) => line !== '');
process.stdout.write(applications.map((line) => decide(line) + '\n').join(''));
