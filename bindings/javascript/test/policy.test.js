// The package in Node: node --test
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Policy, TiaoliError } from '../index.js';

const kept = new URL('../../../tests/compiled/1/', import.meta.url);
const read = (name) => readFileSync(new URL(name, kept));
const application = JSON.parse(read('park.application.json'));
const decision = JSON.parse(read('park.decision.json'));
const policy = await Policy.load(read('park.tlc'));

test('decides as every other binding', () => {
  assert.deepEqual(policy.evaluate(application), decision);
  assert.equal(policy.evaluateText(read('park.application.json').toString()), JSON.stringify(decision));
});

test('takes another date and other readings', () => {
  assert.equal(policy.evaluate(application, { asOf: '2023-12-31' }).as_of, '2023-12-31');
  assert.deepEqual(policy.evaluate(application, { readings: { 'A1-1': 'R2' } }).readings, { 'A1-1': 'R2' });
});

test('explains a claim down to its steps', () => {
  const [project] = decision.projects;
  const explained = policy.explain(application, project.claims[0].clause, { project: project.project_id });
  assert.equal(explained.project_id, project.project_id);
  assert.ok(explained.trace.steps.length > 0);
});

test('says what a policy is and takes', () => {
  assert.match(policy.describe().policy.digest, /^sha256:/);
  assert.match(policy.schema().$schema, /2020-12/);
});

test('throws errors with codes', () => {
  const throws = (call, status, code) =>
    assert.throws(call, (error) => error instanceof TiaoliError && error.status === status && error.code === code);
  throws(() => policy.evaluate({}), 1, 'missing_key');
  throws(() => policy.evaluate(application, { asOf: 'yesterday' }), 2, 'bad_date');
  throws(() => policy.evaluate(application, { readings: { 'Z9-9': 'R1' } }), 2, 'no_such_question');
  throws(() => policy.explain(application, '9.9'), 2, 'not_in_application');
});

test('refuses files that are damaged or none', async () => {
  const file = Uint8Array.from(read('park.tlc'));
  file[file.length - 1] ^= 1;
  await assert.rejects(Policy.load(file), { code: 'damaged', status: 3 });
  await assert.rejects(Policy.load(new Uint8Array(0)), { code: 'not_a_compiled_file', status: 3 });
});

test('deep and broken input is an answer, not a trap', () => {
  for (const text of ['['.repeat(100_000), '{"as_of": '.repeat(5_000), '', '\u0000', '{"as_of":"2024-06-30","projects":[{}]}']) {
    assert.throws(() => policy.evaluateText(text || '{'), TiaoliError);
  }
  assert.deepEqual(policy.evaluate(application), decision, 'and it still answers');
});

test('gives its memory back', async () => {
  for (let turn = 0; turn < 50; turn++) {
    const other = await Policy.load(read('park.tlc'));
    other.evaluate(application);
    other.free();
  }
});
