/* figures.c - counts and times while a window is open, printed as one JSON object. */
#define _GNU_SOURCE
#include "avatar.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct times { /* microseconds */
    uint32_t *all;
    size_t count, room;
};

struct window {
    const char *name;
    double seconds, stolen;
    uint64_t began;
    uint64_t due_seen, seen, fresh, unmatched, corrections;
    double expected;
    long expectations;
    long recalls;
    double listed, of, listed_of_ten, ten, reach;
    struct times ages, near_ages, late, joins, chats;
    struct usage server, self;
    int people, lost;
    uint64_t *bytes_down, *bytes_up, *frames;
    double down, up, frames_least, frames_middle;
};

enum { WINDOWS = 4, REASONS = 8, SAMPLES = 64 };
static struct window windows[WINDOWS], *open_window;
static int window_count;
static struct times connects;
static struct {
    char why[64];
    int count;
} reasons[REASONS];

uint64_t received_at;
int figures_in, figures_gone;

uint64_t now_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

static void add(struct times *to, uint32_t value) {
    if (to->count == to->room) {
        to->room = to->room ? to->room * 2 : 4096;
        to->all = realloc(to->all, to->room * sizeof *to->all);
    }
    to->all[to->count++] = value;
}

static int smaller(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static int smaller_long(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* Milliseconds; the times are sorted by now. */
static double quantile(const struct times *of, double part) {
    return of->count ? of->all[(size_t)(part * (double)(of->count - 1))] / 1000.0 : -1;
}

void figures_ready(struct avatar *a) {
    if (a->ready || a->gone) return;
    a->ready = true;
    net_dialling--;
    figures_in++;
    uint32_t took = (uint32_t)(now_us() - a->dialled);
    add(open_window ? &open_window->joins : &connects, took);
}

void figures_lost(const char *why) {
    figures_gone++;
    if (open_window) open_window->lost++;
    for (int i = 0; i < REASONS; i++) {
        if (reasons[i].count && strcmp(reasons[i].why, why)) continue;
        snprintf(reasons[i].why, sizeof reasons[i].why, "%s", why);
        reasons[i].count++;
        return;
    }
}

void figures_seen(struct avatar *reader, int shown, uint32_t sent_at, bool near, bool due) {
    if (!reader->sampled || shown < 0 || shown >= options.count || shown == reader->index) return;
    if (avatars[shown].gone) return; /* it may be shown a while longer, and grows old meanwhile */
    struct window *w = open_window;
    if (w) {
        w->seen++;
        w->due_seen += due;
    }
    if (reader->newest[shown] == sent_at) return;
    reader->newest[shown] = sent_at;
    if (!w) return;
    w->fresh++;
    uint32_t age = (uint32_t)received_at - sent_at;
    add(&w->ages, age);
    if (near) add(&w->near_ages, age);
}

void figures_unmatched(void) {
    if (open_window) open_window->unmatched++;
}

void figures_correction(void) {
    if (open_window) open_window->corrections++;
}

void figures_late(uint32_t microseconds) {
    if (open_window) add(&open_window->late, microseconds);
}

void figures_chat(struct avatar *reader, uint32_t sent_at) {
    if (open_window && reader->sampled) add(&open_window->chats, (uint32_t)received_at - sent_at);
}

void figures_expect(const struct avatar *a) {
    if (!open_window || !a->sampled) return;
    open_window->expected += walk_visible(a);
    open_window->expectations++;
}

void figures_recall(int listed, int of, int listed_of_ten, double reach) {
    struct window *w = open_window;
    if (!w || !of) return;
    w->recalls++;
    w->listed += listed;
    w->of += of;
    w->listed_of_ten += listed_of_ten;
    w->ten += of < 10 ? of : 10;
    w->reach += reach;
}

static char *own_number(void) {
    static char number[16];
    snprintf(number, sizeof number, "%d", getpid());
    return number;
}

static struct usage less(struct usage a, struct usage b) {
    return (struct usage){a.run - b.run, a.waited - b.waited, a.user - b.user, a.system - b.system,
                          a.resident};
}

void figures_begin(const char *name) {
    struct window *w = open_window = &windows[window_count++];
    size_t count = (size_t)options.count;
    w->name = name;
    w->bytes_down = calloc(count, 8);
    w->bytes_up = calloc(count, 8);
    w->frames = calloc(count, 8);
    for (int i = 0; i < options.count; i++) {
        w->bytes_down[i] = avatars[i].bytes_down;
        w->bytes_up[i] = avatars[i].bytes_up;
        w->frames[i] = avatars[i].frames_down;
    }
    w->server = usage_of(options.processes);
    w->self = usage_of(own_number());
    w->stolen = stolen_seconds();
    w->began = now_us();
}

/* Bytes and frames count for those who were inside all the time: the first `inside`. */
void figures_end(void) {
    struct window *w = open_window;
    w->seconds = (double)(now_us() - w->began) / 1e6;
    w->server = less(usage_of(options.processes), w->server);
    w->self = less(usage_of(own_number()), w->self);
    w->stolen = stolen_seconds() - w->stolen;
    int count = 0;
    for (int i = 0; i < options.inside; i++) {
        if (avatars[i].gone) continue;
        w->down += (double)(avatars[i].bytes_down - w->bytes_down[i]);
        w->up += (double)(avatars[i].bytes_up - w->bytes_up[i]);
        w->frames[count++] = avatars[i].frames_down - w->frames[i];
    }
    w->people = count;
    if (count) {
        qsort(w->frames, (size_t)count, 8, smaller_long);
        w->frames_least = (double)w->frames[0] / w->seconds;
        w->frames_middle = (double)w->frames[count / 2] / w->seconds;
        w->down /= count * w->seconds;
        w->up /= count * w->seconds;
    }
    free(w->bytes_down);
    free(w->bytes_up);
    free(w->frames);
    open_window = NULL;
}

static void print_times(const char *name, struct times *times) {
    qsort(times->all, times->count, sizeof *times->all, smaller);
    printf(",\"%s\":{\"count\":%zu,\"p50\":%.2f,\"p95\":%.2f,\"p99\":%.2f,\"max\":%.2f}", name,
           times->count, quantile(times, .5), quantile(times, .95), quantile(times, .99),
           quantile(times, 1));
}

static void print_window(struct window *w) {
    int samples = options.samples < options.inside ? options.samples : options.inside;
    printf("{\"name\":\"%s\",\"seconds\":%.3f,\"people\":%d,\"lost\":%d", w->name, w->seconds,
           w->people, w->lost);
    printf(",\"expected\":%.1f,\"due_seen\":%lu,\"seen\":%lu,\"fresh\":%lu,\"unmatched\":%lu",
           w->expected, w->due_seen, w->seen, w->fresh, w->unmatched);
    printf(",\"expected_each\":%.2f,\"seen_each\":%.2f",
           w->expectations ? w->expected / (double)w->expectations * options.hertz : 0,
           samples ? (double)w->seen / w->seconds / samples : 0);
    printf(",\"corrections\":%lu,\"recalls\":%ld,\"recall\":%.4f,\"recall_of_ten\":%.4f,"
           "\"reach\":%.3f", w->corrections, w->recalls, w->of ? w->listed / w->of : -1,
           w->ten ? w->listed_of_ten / w->ten : -1, w->recalls ? w->reach / (double)w->recalls : -1);
    printf(",\"down\":%.1f,\"up\":%.1f,\"frames_least\":%.2f,\"frames_middle\":%.2f", w->down, w->up,
           w->frames_least, w->frames_middle);
    printf(",\"server\":{\"run\":%.4f,\"waited\":%.4f,\"user\":%.3f,\"system\":%.3f,"
           "\"resident\":%.2f}", w->server.run / w->seconds, w->server.waited / w->seconds,
           w->server.user / w->seconds, w->server.system / w->seconds, w->server.resident);
    printf(",\"generator\":{\"run\":%.4f,\"waited\":%.4f},\"stolen\":%.4f",
           w->self.run / w->seconds, w->self.waited / w->seconds, w->stolen / w->seconds);
    print_times("ages", &w->ages);
    print_times("near_ages", &w->near_ages);
    print_times("late", &w->late);
    print_times("joins", &w->joins);
    print_times("chats", &w->chats);
    printf("}");
}

int figures_print(double connect_seconds, const char *problem) {
    printf("{\"count\":%d,\"in\":%d,\"gone\":%d,\"connect_seconds\":%.3f", options.count,
           figures_in, figures_gone, connect_seconds);
    if (problem) printf(",\"problem\":\"%s\"", problem);
    printf(",\"reasons\":{");
    for (int i = 0; i < REASONS && reasons[i].count; i++)
        printf("%s\"%s\":%d", i ? "," : "", reasons[i].why, reasons[i].count);
    printf("}");
    print_times("connects", &connects);
    printf(",\"windows\":[");
    for (int i = 0; i < window_count; i++) {
        if (i) printf(",");
        print_window(&windows[i]);
    }
    printf("]}\n");
    return problem ? 1 : 0;
}
