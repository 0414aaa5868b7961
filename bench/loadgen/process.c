/* process.c - what processes used, read from /proc (Linux). */
#define _GNU_SOURCE
#include "avatar.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* schedstat counts nanoseconds; the ticks of /proc/PID/stat only divide them into user and system. */
static void add_threads(const char *process, struct usage *sum) {
    char folder[64], name[512];
    snprintf(folder, sizeof folder, "/proc/%s/task", process);
    DIR *threads = opendir(folder);
    if (!threads) return;
    for (struct dirent *thread; (thread = readdir(threads));) {
        if (thread->d_name[0] == '.') continue;
        snprintf(name, sizeof name, "%s/%s/schedstat", folder, thread->d_name);
        FILE *file = fopen(name, "r");
        unsigned long long run, waited;
        if (!file) continue;
        if (fscanf(file, "%llu %llu", &run, &waited) == 2) {
            sum->run += run / 1e9;
            sum->waited += waited / 1e9;
        }
        fclose(file);
    }
    closedir(threads);
}

static void add_process(const char *process, struct usage *sum) {
    char name[64], line[1024];
    snprintf(name, sizeof name, "/proc/%s/stat", process);
    FILE *file = fopen(name, "r");
    if (!file) return;
    unsigned long user, system;
    long pages;
    /* The second field is a name in brackets, which may hold anything. */
    const char *rest = fgets(line, sizeof line, file) ? strrchr(line, ')') : NULL;
    if (rest && sscanf(rest + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %*d %*d %*d "
                                 "%*d %*d %*d %*u %*u %ld", &user, &system, &pages) == 3) {
        sum->user += (double)user / sysconf(_SC_CLK_TCK);
        sum->system += (double)system / sysconf(_SC_CLK_TCK);
        sum->resident += (double)pages * sysconf(_SC_PAGESIZE) / 1e6;
    }
    fclose(file);
}

struct usage usage_of(const char *processes) {
    struct usage sum = {0};
    char *copy = strdup(processes), *rest;
    for (char *one = strtok_r(copy, ",", &rest); one; one = strtok_r(NULL, ",", &rest)) {
        add_threads(one, &sum);
        add_process(one, &sum);
    }
    free(copy);
    return sum;
}

/* Seconds the machine below a virtual machine took for itself, all cores. */
double stolen_seconds(void) {
    unsigned long long ticks[8] = {0};
    FILE *file = fopen("/proc/stat", "r");
    if (!file) return 0;
    int read = fscanf(file, "cpu %llu %llu %llu %llu %llu %llu %llu %llu", ticks, ticks + 1,
                      ticks + 2, ticks + 3, ticks + 4, ticks + 5, ticks + 6, ticks + 7);
    fclose(file);
    return read == 8 ? (double)ticks[7] / sysconf(_SC_CLK_TCK) : 0;
}
