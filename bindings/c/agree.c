/* Decides every line of a file of applications and prints a line for each: what the agreement of the bindings is held by.
 *   agree POLICY.tlc APPLICATIONS.jsonl */

#define _GNU_SOURCE
#include "tiaoli.h"

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    FILE *file = fopen(argv[1], "rb");
    FILE *lines = fopen(argv[2], "r");
    if (!file || !lines) return 2;
    static uint8_t bytes[16 << 20];
    size_t length = fread(bytes, 1, sizeof bytes, file);
    tiaoli_policy *policy;
    if (tiaoli_load(bytes, length, &policy, NULL) != TIAOLI_OK) return 3;
    char *line = NULL;
    size_t room = 0;
    for (ssize_t read; (read = getline(&line, &room, lines)) > 0;) {
        tiaoli_answer *answer;
        tiaoli_evaluate(policy, (const uint8_t *)line, (size_t)read, &answer);
        puts(tiaoli_answer_json(answer));
        tiaoli_answer_free(answer);
    }
    free(line);
    fclose(file);
    fclose(lines);
    tiaoli_policy_free(policy);
    return 0;
}
