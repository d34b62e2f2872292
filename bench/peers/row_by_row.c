/* Scores rows one at a time with the C that tl2cgen wrote for a forest: row_by_row FILE score | time WARM_UPS ITERATIONS SECONDS */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "header.h"

enum { NUM_FEATURE_MAX = 64 };

struct rows {
    int count, columns;
    union Entry *cells;
};

static void fail(const char *message) {
    fprintf(stderr, "row_by_row: %s\n", message);
    exit(1);
}

static struct rows read_rows(const char *name) {
    struct rows rows;
    FILE *file = fopen(name, "r");
    if (!file || fscanf(file, "%d %d", &rows.count, &rows.columns) != 2) fail("no file of rows");
    size_t cells = (size_t)rows.count * rows.columns;
    if (!(rows.cells = calloc(cells, sizeof(union Entry)))) fail("no memory");
    for (size_t i = 0; i < cells; i++) {
        float value;
        if (fscanf(file, "%f", &value) != 1) fail("the file of rows ends early");
        rows.cells[i].fvalue = value;
    }
    fclose(file);
    return rows;
}

/* Of a copy: the tuned code writes into the row that it is given. */
static double score(const struct rows *rows, int row) {
    union Entry copy[NUM_FEATURE_MAX];
    double classes[MAX_N_CLASS] = {0};
    memcpy(copy, rows->cells + (size_t)row * rows->columns, rows->columns * sizeof(union Entry));
    predict(copy, 0, classes);
    return classes[1];
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + now.tv_nsec * 1e-9;
}

static volatile double sink; /* so that no score is left out */

/* Nanoseconds per row over whole passes, for as long as is wanted. */
static double iteration(const struct rows *rows, double wanted) {
    double start = seconds(), taken, sum = 0;
    long scored = 0;
    do {
        for (int row = 0; row < rows->count; row++) sum += score(rows, row);
        scored += rows->count;
        taken = seconds() - start;
    } while (taken < wanted);
    sink = sum;
    return taken * 1e9 / scored;
}

int main(int count, char **words) {
    if (count < 3) fail("usage: row_by_row FILE score | time WARM_UPS ITERATIONS SECONDS");
    struct rows rows = read_rows(words[1]);
    if (rows.columns > NUM_FEATURE_MAX) fail("too many columns");
    if (!strcmp(words[2], "score")) {
        for (int row = 0; row < rows.count; row++) printf("%.17g\n", score(&rows, row));
        return 0;
    }
    if (strcmp(words[2], "time") || count != 6) fail("neither score nor time");
    for (int i = atoi(words[3]); i > 0; i--) iteration(&rows, atof(words[5]));
    for (int i = atoi(words[4]); i > 0; i--) printf("%.3f\n", iteration(&rows, atof(words[5])));
    return 0;
}
