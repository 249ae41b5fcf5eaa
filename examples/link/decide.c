/* Decides an application in C: decide POLICY.tlc APPLICATION.json */

#include "tiaoli.h"

#include <stdio.h>
#include <stdlib.h>

static uint8_t *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file) { perror(path); exit(2); }
    uint8_t *bytes = NULL;
    size_t room = 0, read;
    *length = 0;
    do {
        room += 1 << 16;
        bytes = realloc(bytes, room);
        if (!bytes) exit(70);
        read = fread(bytes + *length, 1, room - *length, file);
        *length += read;
    } while (read > 0);
    fclose(file);
    return bytes;
}

int main(int argc, char **argv) {
    if (argc != 3) { fputs("decide POLICY.tlc APPLICATION.json\n", stderr); return 2; }
    size_t length;
    tiaoli_policy *policy;
    tiaoli_answer *answer;

    uint8_t *file = read_file(argv[1], &length);
    int status = tiaoli_load(file, length, &policy, &answer);
    free(file);
    if (status == TIAOLI_OK) {
        uint8_t *application = read_file(argv[2], &length);
        status = tiaoli_evaluate(policy, application, length, &answer);
        free(application);
    }
    puts(tiaoli_answer_json(answer)); /* the decision, or what is wrong, with a code and words */
    tiaoli_answer_free(answer);
    tiaoli_policy_free(policy);
    return status;
}
