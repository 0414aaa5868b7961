/* walk.c - people wander in a square, and whom a correct server would show to each. */
#include "avatar.h"
#include <math.h>
#include <stdlib.h>

static const double JOG = 5.0; /* metres a second, just below what the town allows */

/* xorshift64*: every avatar has dice of its own, so a run can be repeated. */
double walk_roll(struct avatar *a) {
    a->dice ^= a->dice << 13;
    a->dice ^= a->dice >> 7;
    a->dice ^= a->dice << 17;
    return (double)(a->dice >> 11) / 9007199254740992.0;
}

void walk_place(struct avatar *a) {
    a->dice = 0x9E3779B97F4A7C15ull * (uint64_t)(a->index + 1);
    for (int i = 0; i < 8; i++) walk_roll(a);
    a->mask = (uint32_t)a->dice | 1;
    a->x = options.left + walk_roll(a) * options.side;
    a->z = options.top + walk_roll(a) * options.side;
    a->yaw = walk_roll(a) * 2 * M_PI;
    a->speed = 1.4 + walk_roll(a) * 2.6; /* a stroll to a jog */
}

static double turned_back(double *at, double low, double high, double yaw, double mirrored) {
    if (*at >= low && *at <= high) return yaw;
    *at = *at < low ? low : high;
    return mirrored;
}

/* yaw 0 looks along +z and grows towards +x. */
static void walk_home(struct avatar *a) {
    double east = a->home_x - a->x, south = a->home_z - a->z, step = JOG / options.hertz;
    a->yaw = atan2(east, south);
    if (hypot(east, south) <= step) {
        a->x = a->home_x;
        a->z = a->home_z;
        a->is_away = false;
        return;
    }
    a->x += sin(a->yaw) * step;
    a->z += cos(a->yaw) * step;
    if (a->yaw < 0) a->yaw += 2 * M_PI;
}

bool walk_all_home(void) {
    for (int i = 0; i < options.inside; i++)
        if (avatars[i].is_away && !avatars[i].gone) return false;
    return true;
}

void walk_step(struct avatar *a) {
    if (a->is_away) {
        walk_home(a);
        return;
    }
    double step = a->speed / options.hertz;
    if (walk_roll(a) < 0.05) a->yaw += (walk_roll(a) - 0.5) * 3.0;
    a->x += sin(a->yaw) * step;
    a->z += cos(a->yaw) * step;
    a->yaw = turned_back(&a->x, options.left, options.left + options.side, a->yaw, -a->yaw);
    a->yaw = turned_back(&a->z, options.top, options.top + options.side, a->yaw, M_PI - a->yaw);
    a->yaw = fmod(a->yaw, 2 * M_PI);
    if (a->yaw < 0) a->yaw += 2 * M_PI;
}

static double squared_distance(const struct avatar *a, const struct avatar *b) {
    double east = a->x - b->x, south = a->z - b->z;
    return east * east + south * south;
}

static bool is_visible(const struct avatar *a, const struct avatar *b) {
    double reach = options.radius;
    if (reach == 0) return true;
    if (!options.cells) return squared_distance(a, b) <= reach * reach;
    return abs((int)floor(a->x / reach) - (int)floor(b->x / reach)) <= 1 &&
           abs((int)floor(a->z / reach) - (int)floor(b->z / reach)) <= 1;
}

int walk_visible(const struct avatar *a) {
    int visible = 0;
    for (int i = 0; i < options.count; i++) {
        const struct avatar *other = &avatars[i];
        if (other != a && other->ready && !other->gone) visible += is_visible(a, other);
    }
    return options.cap && visible > options.cap ? options.cap : visible;
}

struct neighbour {
    double away;
    int index;
};

static int nearer(const void *left, const void *right) {
    double a = ((const struct neighbour *)left)->away, b = ((const struct neighbour *)right)->away;
    return (a > b) - (a < b);
}

int walk_nearest(const struct avatar *a, int *found, int most) {
    static struct neighbour *all;
    if (!all) all = malloc(sizeof *all * (size_t)options.count);
    int count = 0;
    for (int i = 0; i < options.count; i++) {
        const struct avatar *other = &avatars[i];
        if (other == a || !other->ready || other->gone) continue;
        all[count++] = (struct neighbour){squared_distance(a, other), i};
    }
    qsort(all, (size_t)count, sizeof *all, nearer);
    if (count > most) count = most;
    for (int i = 0; i < count; i++) found[i] = all[i].index;
    return count;
}
