/* The C ABI as a C program meets it: every function, every null, every status. Run under AddressSanitizer and Valgrind.
 *   test POLICY.tlc APPLICATION.json */

#include "tiaoli.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;
static int checks = 0;

#define CHECK(what)                                                 \
    do {                                                            \
        checks++;                                                   \
        if (!(what)) {                                              \
            failures++;                                             \
            printf("FAILED %s:%d: %s\n", __FILE__, __LINE__, #what); \
        }                                                           \
    } while (0)

static uint8_t *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file) { perror(path); exit(2); }
    fseek(file, 0, SEEK_END);
    *length = (size_t)ftell(file);
    rewind(file);
    uint8_t *bytes = malloc(*length);
    if (fread(bytes, 1, *length, file) != *length) exit(2);
    fclose(file);
    return bytes;
}

static int says(const tiaoli_answer *answer, const char *words) {
    return strstr(tiaoli_answer_json(answer), words) != NULL;
}

static tiaoli_policy *shared;
static const uint8_t *application;
static size_t application_length;
static char *expected;

static void *ask_often(void *unused) {
    (void)unused;
    for (int turn = 0; turn < 20; turn++) {
        tiaoli_answer *answer;
        tiaoli_evaluate(shared, application, application_length, &answer);
        if (strcmp(tiaoli_answer_json(answer), expected) != 0) return (void *)1;
        tiaoli_answer_free(answer);
    }
    return NULL;
}

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    size_t length;
    uint8_t *file = read_file(argv[1], &length);
    uint8_t *bytes = read_file(argv[2], &application_length);
    application = bytes;
    tiaoli_policy *policy = (tiaoli_policy *)1;
    tiaoli_answer *answer = (tiaoli_answer *)1;

    CHECK(tiaoli_load(file, length, &policy, &answer) == TIAOLI_OK && policy && !answer);
    free(file); /* inputs may be freed as soon as the call returns */
    tiaoli_policy *first = policy;

    CHECK(tiaoli_evaluate(policy, application, application_length, &answer) == TIAOLI_OK);
    CHECK(tiaoli_answer_status(answer) == TIAOLI_OK);
    CHECK(tiaoli_answer_length(answer) == strlen(tiaoli_answer_json(answer)));
    CHECK(says(answer, "\"total\""));
    expected = malloc(tiaoli_answer_length(answer) + 1);
    strcpy(expected, tiaoli_answer_json(answer));
    tiaoli_answer_free(answer);

    /* the same within an envelope */
    size_t room = application_length + 64;
    char *request = malloc(room);
    int written = snprintf(request, room, "{\"application\": %.*s}", (int)application_length, (const char *)application);
    CHECK(tiaoli_call(policy, "evaluate", (const uint8_t *)request, (size_t)written, &answer) == TIAOLI_OK);
    CHECK(strcmp(tiaoli_answer_json(answer), expected) == 0);
    tiaoli_answer_free(answer);
    written = snprintf(request, room, "{\"application\": %.*s, \"as_of\": \"31 May\"}", (int)application_length,
                       (const char *)application);
    CHECK(tiaoli_call(policy, "evaluate", (const uint8_t *)request, (size_t)written, &answer) == TIAOLI_USAGE);
    CHECK(says(answer, "\"code\":\"bad_date\""));
    tiaoli_answer_free(answer);
    free(request);

    CHECK(tiaoli_call(policy, "schema", NULL, 0, &answer) == TIAOLI_OK && says(answer, "2020-12"));
    tiaoli_answer_free(answer);
    CHECK(tiaoli_call(policy, "describe", NULL, 0, &answer) == TIAOLI_OK && says(answer, "sha256:"));
    tiaoli_answer_free(answer);

    /* what is wrong is an answer, too */
    CHECK(tiaoli_call(policy, "award", NULL, 0, &answer) == TIAOLI_USAGE && says(answer, "no_such_verb"));
    tiaoli_answer_free(answer);
    CHECK(tiaoli_call(policy, "\xff\xfe", NULL, 0, &answer) == TIAOLI_USAGE);
    tiaoli_answer_free(answer);
    CHECK(tiaoli_evaluate(policy, (const uint8_t *)"{]", 2, &answer) == TIAOLI_REFUSED && says(answer, "\"zh\""));
    tiaoli_answer_free(answer);
    CHECK(tiaoli_evaluate(policy, (const uint8_t *)"\0\xff", 2, &answer) == TIAOLI_REFUSED);
    tiaoli_answer_free(answer);

    /* null everywhere */
    CHECK(tiaoli_evaluate(policy, NULL, 0, &answer) == TIAOLI_REFUSED);
    tiaoli_answer_free(answer);
    CHECK(tiaoli_evaluate(NULL, application, application_length, &answer) == TIAOLI_USAGE && says(answer, "no_policy"));
    tiaoli_answer_free(answer);
    CHECK(tiaoli_evaluate(policy, application, application_length, NULL) == TIAOLI_OK);
    CHECK(tiaoli_call(policy, NULL, NULL, 0, NULL) == TIAOLI_USAGE);
    CHECK(tiaoli_load(NULL, 0, NULL, NULL) == TIAOLI_UNREADABLE);
    CHECK(tiaoli_load((const uint8_t *)"no policy", 9, &policy, NULL) == TIAOLI_UNREADABLE && !policy);
    CHECK(tiaoli_load((const uint8_t *)"no policy", 9, NULL, &answer) == TIAOLI_UNREADABLE && says(answer, "编译文件"));
    CHECK(tiaoli_answer_status(answer) == TIAOLI_UNREADABLE);
    tiaoli_answer_free(answer);
    tiaoli_answer_free(NULL);
    tiaoli_policy_free(NULL);
    CHECK(tiaoli_answer_length(NULL) == 0 && *tiaoli_answer_json(NULL) == 0 && tiaoli_answer_status(NULL) == 0);
    tiaoli_bytes_free(tiaoli_bytes_new(100), 100);
    CHECK(tiaoli_bytes_new(SIZE_MAX) == NULL);
    CHECK(strchr(tiaoli_version(), '.') != NULL);

    /* one policy, several threads; an answer outlives its policy */
    file = read_file(argv[1], &length);
    CHECK(tiaoli_load(file, length, &shared, NULL) == TIAOLI_OK);
    pthread_t threads[4];
    for (int at = 0; at < 4; at++) pthread_create(&threads[at], NULL, ask_often, NULL);
    for (int at = 0; at < 4; at++) {
        void *wrong;
        pthread_join(threads[at], &wrong);
        CHECK(wrong == NULL);
    }
    tiaoli_evaluate(shared, application, application_length, &answer);
    tiaoli_policy_free(shared);
    CHECK(strcmp(tiaoli_answer_json(answer), expected) == 0);
    tiaoli_answer_free(answer);

    /* damaged files: every byte of the head, and many of the rest */
    for (size_t at = 0; at < length; at += at < 64 ? 1 : length / 200 + 1) {
        file[at] ^= 0x10;
        CHECK(tiaoli_load(file, length, &policy, NULL) == TIAOLI_UNREADABLE);
        file[at] ^= 0x10;
    }
    free(file);
    free(bytes);
    free(expected);
    tiaoli_policy_free(first);
    printf("%d passed, %d failed\n", checks - failures, failures);
    return failures != 0;
}
