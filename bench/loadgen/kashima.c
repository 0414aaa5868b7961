/* kashima.c - our own wire (world_server/PROTOCOL.md), the compact lane.

   The wire carries no time of sending. Every avatar therefore keeps the last poses it sent, and
   a pose that comes back is looked up there. All of them walk, so no two of these are equal. */
#define _GNU_SOURCE
#include "avatar.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEADER = 8, RECORD = 10, MOVE = 12, NUMBERS = 1 << 16, RECALL_EVERY = 16, NEAREST = 100 };

struct visitor { /* what the file of visitors says: a ticket, or a passport to get one with */
    char *ticket, *passport, path[64];
    int frames;
    double min_x, min_z;
    uint16_t seq;
};

static const double NEAR_HOME = 1.0; /* metres */

static int index_of[NUMBERS];

/* A line a visitor: ticket, passport, event, and the place in the square; - when there is none. */
static char event[64] = "-";
static void read_visitors(void) {
    FILE *file = fopen(options.visitors, "r");
    char line[2048], ticket[1024], passport[256];
    memset(index_of, -1, sizeof index_of);
    for (int i = 0; i < options.count; i++) {
        struct visitor *v = avatars[i].own = calloc(1, sizeof *v);
        if (!file || !fgets(line, sizeof line, file) ||
            sscanf(line, "%1023s %255s %63s %lf %lf", ticket, passport, event, &avatars[i].home_x,
                   &avatars[i].home_z) != 5) {
            fprintf(stderr, "the file of visitors ends at line %d\n", i);
            exit(2);
        }
        v->ticket = strcmp(ticket, "-") ? strdup(ticket) : NULL;
        v->passport = strdup(passport);
        snprintf(v->path, sizeof v->path, "%s", options.path);
    }
    fclose(file);
}

static bool text_of(const char *json, const char *name, char *out, size_t room) {
    char key[40];
    snprintf(key, sizeof key, "\"%s\":\"", name);
    const char *at = strstr(json, key);
    if (!at) return false;
    at += strlen(key);
    size_t size = strcspn(at, "\"");
    if (size >= room) return false;
    memcpy(out, at, size);
    out[size] = 0;
    return true;
}

static double number_of(const char *json, const char *name) {
    char key[40];
    snprintf(key, sizeof key, "\"%s\":", name);
    const char *at = strstr(json, key);
    return at ? strtod(at + strlen(key), NULL) : NAN;
}

static int request(struct avatar *a, char *out, size_t room, bool *upgrade) {
    if (!a->own) read_visitors();
    struct visitor *v = a->own;
    if (!v->ticket) {
        char body[96];
        bool has_event = strcmp(event, "-");
        int size = has_event ? snprintf(body, sizeof body, "{\"event\":\"%s\"}", event)
                             : snprintf(body, sizeof body, "{\"event\":null}");
        return snprintf(out, room,
                        "POST /api/join HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n"
                        "Content-Type: application/json\r\nCookie: passport=%s\r\n"
                        "X-Forwarded-For: 10.%d.%d.%d\r\nContent-Length: %d\r\n\r\n%s",
                        options.port, v->passport, a->index >> 16 & 255, a->index >> 8 & 255,
                        a->index & 255, size, body);
    }
    char path[128];
    snprintf(path, sizeof path, "%s/?EIO=4&transport=websocket", v->path);
    *upgrade = true;
    return net_upgrade(a, out, room, path);
}

static bool answer(struct avatar *a, const char *body) {
    struct visitor *v = a->own;
    char ticket[1024];
    if (!text_of(body, "ticket", ticket, sizeof ticket)) return false;
    v->ticket = strdup(ticket);
    return text_of(body, "path", v->path, sizeof v->path);
}

static void say_connect(struct avatar *a) {
    char text[1200];
    int size = snprintf(text, sizeof text,
                        "40{\"ticket\":\"%s\",\"protocol\":1,\"lane\":\"compact\"}",
                        ((struct visitor *)a->own)->ticket);
    net_send(a, 1, text, (size_t)size);
}

static void stand(struct avatar *a, const char *pose) {
    a->x = number_of(pose, "x");
    a->y = number_of(pose, "y");
    a->z = number_of(pose, "z");
}

static void welcome(struct avatar *a, const char *json) {
    struct visitor *v = a->own;
    const char *pose = strstr(json, "\"pose\":{");
    double number = number_of(json, "avatar");
    v->min_x = number_of(json, "minX");
    v->min_z = number_of(json, "minZ");
    if (!pose || isnan(number) || isnan(v->min_x)) {
        net_lose(a, "a welcome without avatar, pose or bounds");
        return;
    }
    stand(a, pose);
    a->is_away = hypot(a->home_x - a->x, a->home_z - a->z) > NEAR_HOME;
    index_of[(uint16_t)number] = a->index;
    if (!a->sent) a->sent = calloc(SENT_KEPT, sizeof *a->sent);
    figures_ready(a);
}

static void refused(struct avatar *a, const char *json) {
    char code[48] = "?", why[64];
    text_of(json, "code", code, sizeof code);
    snprintf(why, sizeof why, "refused or let go: %s", code);
    net_lose(a, why);
}

static void text(struct avatar *a, const char *json) {
    if (json[0] == '2') net_send(a, 1, "3", 1);
    else if (json[0] == '0') say_connect(a);
    else if (!strncmp(json, "42[\"welcome\"", 12)) welcome(a, json);
    else if (!strncmp(json, "42[\"correct\"", 12)) {
        const char *pose = strstr(json, "\"pose\":{");
        figures_correction();
        if (pose) stand(a, pose);
    } else if (!strncmp(json, "42[\"chat\"", 9)) {
        char line[256];
        if (text_of(json, "text", line, sizeof line))
            figures_chat(a, (uint32_t)strtoul(line, NULL, 10));
    } else if (!strncmp(json, "44", 2) || !strncmp(json, "42[\"bye\"", 8)) {
        refused(a, json);
    }
}

/* When that pose was sent; 0 when it is none of the last ones. */
static uint32_t sent_at(const struct avatar *a, const uint8_t *record) {
    struct sent_pose seen;
    memcpy(&seen.x, record + 2, 2);
    memcpy(&seen.z, record + 4, 2);
    memcpy(&seen.y, record + 6, 2);
    seen.yaw = record[8];
    for (unsigned i = 1; i <= SENT_KEPT; i++) {
        const struct sent_pose *one = &a->sent[(a->next_sent - i) % SENT_KEPT];
        if (one->x == seen.x && one->z == seen.z && one->y == seen.y && one->yaw == seen.yaw)
            return one->at;
    }
    return 0;
}

static int avatar_in(const uint8_t *record) {
    uint16_t number;
    memcpy(&number, record, 2);
    return index_of[number];
}

/* How many of the truly nearest are among the near records, and how far the listed ones reach. */
static void recall(struct avatar *a, const uint8_t *records, int near) {
    static uint8_t *listed;
    if (!listed) listed = malloc((size_t)options.count);
    memset(listed, 0, (size_t)options.count);
    int others = 0, truly[NEAREST], found = 0, found_of_ten = 0;
    double farthest = 0;
    for (int i = 0; i < near; i++) {
        int index = avatar_in(records + i * RECORD);
        if (index < 0 || index == a->index) continue;
        listed[index] = 1;
        others++;
        farthest = fmax(farthest, hypot(avatars[index].x - a->x, avatars[index].z - a->z));
    }
    if (others > NEAREST) others = NEAREST;
    int count = walk_nearest(a, truly, others);
    for (int i = 0; i < count; i++) {
        found += listed[truly[i]];
        found_of_ten += i < 10 && listed[truly[i]];
    }
    figures_recall(found, count, found_of_ten, farthest);
}

static void poses(struct avatar *a, const uint8_t *data, size_t size) {
    struct visitor *v = a->own;
    uint16_t count;
    memcpy(&count, data + 2, 2);
    if (data[0] != 1 || size != HEADER + (size_t)count * RECORD) {
        net_lose(a, "a frame that is none");
        return;
    }
    if (!a->sampled || !a->ready) return;
    int near = data[1];
    const uint8_t *record = data + HEADER;
    for (int i = 0; i < count; i++, record += RECORD) {
        int index = avatar_in(record);
        if (index < 0 || !avatars[index].sent) continue;
        uint32_t at = sent_at(&avatars[index], record);
        if (at) figures_seen(a, index, at, i < near, i < near);
        else if (index != a->index) figures_unmatched();
    }
    if (near && v->frames++ % RECALL_EVERY == 0) recall(a, data + HEADER, near);
}

static void frame(struct avatar *a, int opcode, const uint8_t *data, size_t size) {
    if (opcode == 2) {
        if (size >= HEADER) poses(a, data, size);
        return;
    }
    char *copy = strndup((const char *)data, size);
    text(a, copy);
    free(copy);
}

static size_t move(struct avatar *a, uint32_t at, uint8_t *out, int *opcode) {
    struct visitor *v = a->own;
    struct sent_pose *pose = &a->sent[a->next_sent++ % SENT_KEPT];
    pose->x = (uint16_t)lround((a->x - v->min_x) / 0.02);
    pose->z = (uint16_t)lround((a->z - v->min_z) / 0.02);
    pose->y = (int16_t)lround(a->y * 100);
    pose->yaw = (uint8_t)lround(a->yaw / (2 * M_PI) * 256);
    pose->at = at;
    out[0] = 1;
    out[1] = 1;
    memcpy(out + 2, &v->seq, 2);
    memcpy(out + 4, &pose->x, 2);
    memcpy(out + 6, &pose->z, 2);
    memcpy(out + 8, &pose->y, 2);
    out[10] = pose->yaw;
    out[11] = 0;
    v->seq++;
    *opcode = 2;
    return MOVE;
}

const struct adapter kashima = {"kashima", true, true, request, answer, frame, move};
