/* main.c - people who walk about a town over WebSocket, on one core: what they saw, and how late.

   loadgen --adapter kashima|socketio|colyseus --count N --port P ...   prints one JSON object

   The first `inside` connect, walk to their places and about for `warm` seconds, and are measured for `seconds`. With
   --storm the rest joins evenly over that many seconds, and with --leaving they all hang up at
   once and the rest is measured for so long. */
#include "avatar.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct options options = {
    .adapter = "kashima", .path = "/w/w1/socket.io", .visitors = "", .processes = "",
    .count = 20, .inside = -1, .port = 8700, .hertz = 10, .samples = 10, .at_once = 32,
    .side = 200, .warm = 3, .seconds = 8, .connect = 40,
};
struct avatar *avatars;
const struct adapter *adapter;

enum { TURN = 16 }; /* moves sent between two looks at what came in */
static const double LAST_HOME = 40;  /* seconds until everybody must have come to their place */
static const double LAST_JOINS = 15; /* seconds after a storm in which everybody must be in */

struct option {
    const char *name;
    char kind; /* text, int, double */
    void *value;
};

static const struct option KNOWN[] = {
    {"--adapter", 't', &options.adapter},   {"--path", 't', &options.path},
    {"--visitors", 't', &options.visitors}, {"--processes", 't', &options.processes},
    {"--count", 'i', &options.count},       {"--inside", 'i', &options.inside},
    {"--port", 'i', &options.port},         {"--hertz", 'i', &options.hertz},
    {"--samples", 'i', &options.samples},   {"--at-once", 'i', &options.at_once},
    {"--cap", 'i', &options.cap},           {"--left", 'd', &options.left},
    {"--top", 'd', &options.top},           {"--side", 'd', &options.side},
    {"--radius", 'd', &options.radius},     {"--cells", 'd', &options.radius},
    {"--warm", 'd', &options.warm},         {"--seconds", 'd', &options.seconds},
    {"--connect", 'd', &options.connect},   {"--storm", 'd', &options.storm},
    {"--leaving", 'd', &options.leaving},   {"--chat", 'd', &options.chat},
};

static void set(const char *name, const char *value) {
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        if (strcmp(KNOWN[i].name, name)) continue;
        if (KNOWN[i].kind == 't') *(const char **)KNOWN[i].value = value;
        else if (KNOWN[i].kind == 'i') *(int *)KNOWN[i].value = atoi(value);
        else *(double *)KNOWN[i].value = atof(value);
        if (!strcmp(name, "--cells")) options.cells = true;
        return;
    }
    fprintf(stderr, "unknown option %s\n", name);
    exit(2);
}

static void choose_adapter(void) {
    const struct adapter *all[] = {&kashima, &socketio, &colyseus};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (!strcmp(all[i]->name, options.adapter)) adapter = all[i];
    if (adapter) return;
    fprintf(stderr, "unknown adapter %s\n", options.adapter);
    exit(2);
}

static void make_avatars(void) {
    avatars = calloc((size_t)options.count, sizeof *avatars);
    for (int i = 0; i < options.count; i++) {
        avatars[i].index = i;
        avatars[i].fd = -1;
        walk_place(&avatars[i]);
    }
    int samples = options.samples < options.inside ? options.samples : options.inside;
    for (int i = 0; i < samples; i++) {
        struct avatar *a = &avatars[(int)((i + 0.5) * options.inside / samples)];
        a->sampled = true;
        a->newest = calloc((size_t)options.count, sizeof *a->newest);
    }
}

/* The first one goes alone, since it may create the room. */
static double connect_inside(void) {
    uint64_t began = now_us(), end = began + (uint64_t)(options.connect * 1e6);
    int next = 0;
    while (figures_in + figures_gone < options.inside && now_us() < end) {
        int most = figures_in ? options.at_once : 1;
        while (next < options.inside && net_dialling < most) net_dial(&avatars[next++]);
        net_wait(now_us() + 20000);
    }
    return (double)(now_us() - began) / 1e6;
}

/* Everybody sends once a period, each at a moment of its own. */
static struct {
    int *order;
    uint64_t start, next;
} turns;

static void start_turns(void) {
    turns.order = malloc(sizeof(int) * (size_t)options.count);
    for (int i = 0; i < options.count; i++) turns.order[i] = i;
    for (int i = options.count - 1; i > 0; i--) {
        int other = (int)(walk_roll(&avatars[0]) * (i + 1)), kept = turns.order[i];
        turns.order[i] = turns.order[other];
        turns.order[other] = kept;
    }
    turns.start = now_us() + 1000;
}

static uint64_t due(void) {
    uint64_t count = (uint64_t)options.count, period = 1000000 / (uint64_t)options.hertz;
    return turns.start + turns.next / count * period + turns.next % count * period / count;
}

static void send_move(struct avatar *a, uint32_t late) {
    uint8_t data[512];
    int opcode;
    walk_step(a);
    uint32_t at = (uint32_t)now_us() | 1; /* never 0, which stands for nothing */
    size_t size = adapter->move(a, at, data, &opcode);
    net_send(a, opcode, data, size);
    figures_late(late);
    figures_expect(a);
}

static void say(struct avatar *a) {
    char line[80];
    int size = snprintf(line, sizeof line, "42[\"chat\",{\"text\":\"%u\"}]", (uint32_t)now_us());
    net_send(a, 1, line, (size_t)size);
}

/* Speakers take turns, so that nobody talks faster than CH5 allows. */
static void chat(uint64_t now) {
    static uint64_t next;
    static int speaker;
    if (options.chat <= 0 || now < next) return;
    next = now + (uint64_t)(1e6 / options.chat);
    struct avatar *a = &avatars[speaker++ % options.inside];
    if (a->ready && !a->gone) say(a);
}

/* Stormers dial at even distances from `began` on. */
static void dial_next(uint64_t began) {
    static int next;
    int late = options.count - options.inside;
    double passed = (double)(now_us() - began) / 1e6;
    int wanted = (int)(passed / options.storm * late);
    for (; next < wanted && next < late; next++) net_dial(&avatars[options.inside + next]);
}

static bool all_arrived(void) { return figures_in + figures_gone >= options.count; }

/* Walk until `end`, or while there is a storm until everybody is in. */
static void walk(uint64_t end, uint64_t storm_began) {
    int sent = 0;
    for (;;) {
        uint64_t now = now_us(), next = due();
        if (now >= end) return;
        if (storm_began) {
            dial_next(storm_began);
            if (now - storm_began >= (uint64_t)(options.storm * 1e6) && all_arrived()) return;
        }
        chat(now);
        if (now < next) {
            net_wait(next);
            continue;
        }
        struct avatar *a = &avatars[turns.order[turns.next++ % (uint64_t)options.count]];
        if (a->ready && !a->gone) send_move(a, (uint32_t)(now - next));
        if (++sent % TURN == 0) net_wait(0);
    }
}

static uint64_t after(double seconds) { return now_us() + (uint64_t)(seconds * 1e6); }

static void walk_for(double seconds, const char *name) {
    figures_begin(name);
    walk(after(seconds), 0);
    figures_end();
}

static void storm(void) {
    figures_begin("storm");
    walk(after(options.storm + LAST_JOINS), now_us());
    figures_end();
    if (options.leaving <= 0) return;
    walk(after(options.warm), 0);
    figures_begin("leaving");
    for (int i = options.inside; i < options.count; i++) net_hang_up(&avatars[i]);
    walk(after(options.leaving), 0);
    figures_end();
}

int main(int argc, char **argv) {
    for (int i = 1; i + 1 < argc; i += 2) set(argv[i], argv[i + 1]);
    if (options.inside < 0 || options.inside > options.count) options.inside = options.count;
    signal(SIGPIPE, SIG_IGN);
    choose_adapter();
    make_avatars();
    net_open();
    double took = connect_inside();
    if (figures_in < options.inside) return figures_print(took, "not everybody got in");
    start_turns();
    for (uint64_t latest = after(LAST_HOME); !walk_all_home() && now_us() < latest;)
        walk(after(0.5), 0);
    walk(after(options.warm), 0);
    if (options.seconds > 0) walk_for(options.seconds, "steady");
    if (options.count > options.inside) storm();
    return figures_print(took, NULL);
}
