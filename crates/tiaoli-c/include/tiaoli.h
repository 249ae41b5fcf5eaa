/* Tiaoli 条理: funding policies as programs. The C ABI.
 *
 *   tiaoli_policy *policy;
 *   tiaoli_answer *answer;
 *   if (tiaoli_load(file, length, &policy, &answer) == TIAOLI_OK) {
 *       tiaoli_evaluate(policy, application, application_length, &answer);
 *       puts(tiaoli_answer_json(answer));
 *       tiaoli_answer_free(answer);
 *       tiaoli_policy_free(policy);
 *   }
 *
 * Ownership: what a function hands out is freed by the function of its name, once. Inputs are only read, and may be
 * freed as soon as the call returns. Null is taken everywhere: as an empty input, as nothing to free, as an answer that
 * is not wanted.
 *
 * Threads: a policy never changes. Any number of threads may ask it at once; free it when no call is under way.
 *
 * Texts are UTF-8. Sums in answers are decimal texts, never floats. */

#ifndef TIAOLI_H
#define TIAOLI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How a call ended. With any but TIAOLI_OK the JSON of the answer is an object with
 * "error", "code" (a stable word) and "message" ({"zh": …, "en": …}). */
#define TIAOLI_OK 0          /* the answer is what was asked for */
#define TIAOLI_REFUSED 1     /* the application is refused, or its best combination is not proved */
#define TIAOLI_USAGE 2       /* the request is wrong: no such verb, key, reading, clause */
#define TIAOLI_UNREADABLE 3  /* the compiled file is refused */
#define TIAOLI_INTERNAL 70   /* a fault of this library: please report it */

typedef struct tiaoli_policy tiaoli_policy;
typedef struct tiaoli_answer tiaoli_answer;

/* Loads a compiled file (`tiaoli build`). On TIAOLI_OK *policy is set and *why is null; else *policy is null and *why
 * says what is wrong. */
int32_t tiaoli_load(const uint8_t *file, size_t length, tiaoli_policy **policy, tiaoli_answer **why);

/* Decides an application (JSON) under the policy's chosen readings. *answer is always set. */
int32_t tiaoli_evaluate(const tiaoli_policy *policy, const uint8_t *application, size_t length,
                        tiaoli_answer **answer);

/* Asks anything, *answer is always set:
 *   "evaluate"  {"application": {…}, "as_of": "2021-06-30", "readings": {"A8-1": "R2"}}; the last two may be left out
 *   "explain"   the same with "clause", and "project" and "row" where they are not the only ones
 *   "schema"    {}: the JSON Schema of applications
 *   "describe"  {}: name, edition, digest, rules, facts, readings */
int32_t tiaoli_call(const tiaoli_policy *policy, const char *verb, const uint8_t *request, size_t length,
                    tiaoli_answer **answer);

/* An answer: how the call ended, its JSON with a nought after its end, and how many bytes stand before that. */
int32_t tiaoli_answer_status(const tiaoli_answer *answer);
const char *tiaoli_answer_json(const tiaoli_answer *answer);
size_t tiaoli_answer_length(const tiaoli_answer *answer);

void tiaoli_answer_free(tiaoli_answer *answer);
void tiaoli_policy_free(tiaoli_policy *policy);

/* The version of the library, such as "0.1.0". Not to be freed. */
const char *tiaoli_version(void);

/* Room in the library's own memory, for hosts that have none of their own there (WebAssembly). */
uint8_t *tiaoli_bytes_new(size_t length);
void tiaoli_bytes_free(uint8_t *bytes, size_t length);

#ifdef __cplusplus
}
#endif

#endif
