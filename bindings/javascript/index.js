// Decides applications under a compiled policy. Sums go in and come out as texts: no figure passes through a float.

/** Why there is no decision: `code` is a stable word, `status` the exit of the command line, `details` the whole answer. */
export class TiaoliError extends Error {
  constructor(status, answer) {
    super(`${answer.code}: ${answer.message?.zh ?? ''} / ${answer.message?.en ?? ''}`);
    this.name = 'TiaoliError';
    this.status = status;
    this.code = answer.code ?? answer.error;
    this.details = answer;
  }
}

let engine;

/** Compiles the WebAssembly module once; give its bytes or a response where it does not lie beside this file. */
export async function initialise(source) {
  engine ??= instantiate(source).catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function instantiate(source) {
  if (source === undefined) {
    const url = new URL('./tiaoli.wasm', import.meta.url);
    source = url.protocol === 'file:' ? await (await import('node:fs/promises')).readFile(url) : fetch(url);
  }
  source = await source;
  const bytes = typeof Response !== 'undefined' && source instanceof Response ? await source.arrayBuffer() : source;
  const { instance } = await WebAssembly.instantiate(bytes, {});
  return instance.exports;
}

/** A policy, loaded. It never changes. */
export class Policy {
  #wasm;
  #handle;

  /** Loads a compiled file (`tiaoli build`): its bytes. */
  static async load(file, source) {
    return new Policy(await initialise(source), new Uint8Array(file));
  }

  constructor(wasm, file) {
    this.#wasm = wasm;
    const [status, policy, why] = this.#with(file, (at, length) =>
      this.#out((policy, why) => wasm.tiaoli_load(at, length, policy, why)));
    if (status !== 0) throw new TiaoliError(status, JSON.parse(this.#take(why)));
    this.#handle = policy;
  }

  /** Decides an application. */
  evaluate(application, asked = {}) {
    return JSON.parse(this.evaluateText(JSON.stringify(application), asked));
  }

  /** Decides an application, JSON text in and JSON text out: the bytes that every binding gives. */
  evaluateText(application, asked = {}) {
    return this.#call('evaluate', application, asked);
  }

  /** Decides an application and explains one claim of it, step by step. */
  explain(application, clause, { project, row, ...asked } = {}) {
    return JSON.parse(this.#call('explain', JSON.stringify(application), { ...asked, clause, project, row }));
  }

  /** The JSON Schema of the policy's applications. */
  schema() {
    return JSON.parse(this.#ask('schema', ''));
  }

  /** Name, edition, digest, rules, facts, readings. */
  describe() {
    return JSON.parse(this.#ask('describe', ''));
  }

  /** Gives the policy's memory back; it cannot be asked afterwards. */
  free() {
    this.#wasm.tiaoli_policy_free(this.#handle);
    this.#handle = 0;
  }

  #call(verb, application, { asOf, readings, clause, project, row }) {
    const rest = JSON.stringify({ as_of: asOf, readings, clause, project, row }).slice(1);
    return this.#ask(verb, `{"application":${application}${rest === '}' ? '' : ','}${rest}`);
  }

  #ask(verb, request) {
    const [name, bytes] = [verb + '\0', request].map((text) => new TextEncoder().encode(text));
    const [status, answer] = this.#with(name, (verb) =>
      this.#with(bytes, (at, length) =>
        this.#out((answer) => this.#wasm.tiaoli_call(this.#handle, verb, at, length, answer))));
    const json = this.#take(answer);
    if (status !== 0) throw new TiaoliError(status, JSON.parse(json));
    return json;
  }

  // Copies bytes into the module's memory for as long as `use` runs.
  #with(bytes, use) {
    const at = this.#wasm.tiaoli_bytes_new(bytes.length);
    if (at === 0) throw new RangeError('out of memory');
    new Uint8Array(this.#wasm.memory.buffer, at, bytes.length).set(bytes);
    try {
      return use(at, bytes.length);
    } finally {
      this.#wasm.tiaoli_bytes_free(at, bytes.length);
    }
  }

  // Calls with two places for what is handed out: status, first, second.
  #out(call) {
    return this.#with(new Uint8Array(8), (places) => {
      const status = call(places, places + 4);
      return [status, ...new Uint32Array(this.#wasm.memory.buffer.slice(places, places + 8))];
    });
  }

  // The JSON of an answer, which is freed.
  #take(answer) {
    const start = this.#wasm.tiaoli_answer_json(answer);
    const length = this.#wasm.tiaoli_answer_length(answer);
    const json = new TextDecoder().decode(new Uint8Array(this.#wasm.memory.buffer, start, length));
    this.#wasm.tiaoli_answer_free(answer);
    return json;
  }
}
