/** A sum as a decimal text: `"4999999.998"`; null is open upwards or not stated. */
export type Sum = string | null;

/** What is asked for beside the application: the same in every language. */
export interface Asked<Readings = Record<string, string>> {
  /** The date of evaluation, in place of the application's own: `"2021-06-30"`. */
  asOf?: string;
  /** Readings of the register in place of the chosen ones: `{ "A8-1": "R2" }`. */
  readings?: Readings;
}

/** A sum under the guaranteed and under the greatest outcome. */
export interface Scenarios<T = Sum> {
  guaranteed: T;
  maximum: T;
}

/** The outcome of one claim. */
export interface Claim<Clause extends string = string> {
  clause: Clause;
  kind: string;
  monetary: boolean;
  amount: Sum;
  minimum: Sum;
  maximum: Sum;
  needs: string[];
  because: string[];
  [more: string]: unknown;
}

/** What comes of a project. */
export interface Project<Clause extends string = string> {
  project_id: string;
  claims: Claim<Clause>[];
  chosen?: Scenarios<string | string[] | null>;
  payable?: Scenarios;
  payment?: Scenarios;
  settled: boolean;
  [more: string]: unknown;
}

/** What comes of an application. */
export interface Decision<Clause extends string = string> {
  policy: { name: string; edition: string; digest: string };
  as_of: string;
  projects: Project<Clause>[];
  total: Scenarios & { payment: Scenarios; settled: boolean };
  readings: Record<string, string>;
  [more: string]: unknown;
}

/** Why there is no decision. */
export declare class TiaoliError extends Error {
  /** 1 the application is refused, 2 the request is wrong, 3 the compiled file is refused. */
  readonly status: number;
  /** A stable word. */
  readonly code: string;
  /** The whole answer, with `message` in Chinese and English. */
  readonly details: { error: string; code?: string; message?: { zh: string; en: string }; [more: string]: unknown };
}

/** Compiles the WebAssembly module once; give its bytes or a response where it does not lie beside the package. */
export declare function initialise(source?: BufferSource | Response | Promise<Response>): Promise<unknown>;

/**
 * A policy, loaded. It never changes.
 *
 * `tiaoli schema POLICY --as typescript` writes the types of one policy: `Policy<Application, Clause>`.
 */
export declare class Policy<Application = object, Clause extends string = string, Readings = Record<string, string>> {
  private constructor();
  /** Loads a compiled file (`tiaoli build`): its bytes. */
  static load<A = object, C extends string = string, R = Record<string, string>>(
    file: ArrayBuffer | Uint8Array,
    source?: BufferSource | Response | Promise<Response>,
  ): Promise<Policy<A, C, R>>;
  /** Decides an application. */
  evaluate(application: Application, asked?: Asked<Readings>): Decision<Clause>;
  /** Decides an application, JSON text in and JSON text out. */
  evaluateText(application: string, asked?: Asked<Readings>): string;
  /** Decides an application and explains one claim of it, step by step. */
  explain(
    application: Application,
    clause: Clause,
    asked?: Asked<Readings> & { project?: string; row?: string },
  ): Record<string, unknown>;
  /** The JSON Schema of the policy's applications. */
  schema(): Record<string, unknown>;
  /** Name, edition, digest, rules, facts, readings. */
  describe(): Record<string, unknown>;
  /** Gives the policy's memory back; it cannot be asked afterwards. */
  free(): void;
}
