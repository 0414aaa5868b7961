/* colyseus.c - Colyseus 0.18: POST /matchmake/joinOrCreate/plaza, then a WebSocket on the same
   connection. The decoder of state patches knows one state only:
   root {0: players} -> Player {0: x, 1: y, 2: z, 3: heading (f32), 4: n (u16), 5: t (u32)}. */
#include "avatar.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { JOINED = 10, ERROR = 11, STATE = 14, PATCH = 15, ROOM_DATA = 13, REFS = 200000 };
enum { CHANGE_REF = 255, DELETE = 64, CLEAR = 10, TYPE_ID = 213, MAP = 1 };

struct place {
    char room[40], process[40], session[40];
    uint16_t *index_of; /* by ref */
    uint8_t *kind;      /* by ref */
};

static bool text_of(const char *json, const char *name, char out[40]) {
    char key[32];
    snprintf(key, sizeof key, "\"%s\":\"", name);
    const char *at = strstr(json, key);
    if (!at) return false;
    at += strlen(key);
    snprintf(out, 40, "%.*s", (int)strcspn(at, "\""), at);
    return true;
}

static int request(struct avatar *a, char *out, size_t room, bool *upgrade) {
    struct place *p = a->own ? a->own : (a->own = calloc(1, sizeof *p));
    char text[200];
    if (a->requests == 0) {
        int size = snprintf(text, sizeof text, "{\"n\":%d}", a->index);
        return snprintf(out, room,
                        "POST /matchmake/joinOrCreate/plaza HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n"
                        "Content-Type: application/json\r\nAccept: application/json\r\n"
                        "Content-Length: %d\r\n\r\n%s", options.port, size, text);
    }
    snprintf(text, sizeof text, "/%s/%s?sessionId=%s", p->process, p->room, p->session);
    *upgrade = true;
    return net_upgrade(a, out, room, text);
}

static bool answer(struct avatar *a, const char *body) {
    struct place *p = a->own;
    return text_of(body, "roomId", p->room) && text_of(body, "processId", p->process) &&
           text_of(body, "sessionId", p->session);
}

static uint64_t number(const uint8_t *data, size_t *at) {
    uint8_t first = data[(*at)++];
    uint64_t value = 0;
    if (first < 0x80) return first;
    if (first >= 0xe0) return (uint64_t)(int8_t)first;
    size_t size = 8;
    if (first == 0xcc || first == 0xd0) size = 1;
    else if (first == 0xcd || first == 0xd1) size = 2;
    else if (first == 0xce || first == 0xd2 || first == 0xca) size = 4;
    memcpy(&value, data + *at, size);
    *at += size;
    return value;
}

static size_t read_player_entry(struct place *p, const uint8_t *data, size_t at, size_t size,
                                uint8_t operation) {
    number(data, &at); /* its index in the map */
    if (operation == DELETE) return at;
    if (operation & 128) { /* with its key */
        uint8_t first = data[at++];
        at += first == 0xd9 ? (size_t)data[at] + 1 : (first & 31u);
    }
    uint64_t ref = number(data, &at);
    if (ref < REFS) p->kind[ref] = 0;
    if (at < size && data[at] == TYPE_ID) at += 2;
    return at;
}

static void read_patch(struct avatar *a, const uint8_t *data, size_t size) {
    struct place *p = a->own;
    uint64_t ref = 0;
    uint32_t at_us;
    if (!p->index_of) {
        p->index_of = calloc(REFS, sizeof *p->index_of);
        p->kind = calloc(REFS, 1);
    }
    for (size_t at = 1; at < size;) {
        uint8_t operation = data[at++];
        if (operation == CHANGE_REF) {
            ref = number(data, &at);
            if (ref >= REFS) return;
        } else if (ref == 0) {
            if ((operation & 0xc0) == DELETE) continue;
            uint64_t made = number(data, &at);
            if (made < REFS) p->kind[made] = MAP;
        } else if (p->kind[ref] == MAP) {
            if (operation != CLEAR) at = read_player_entry(p, data, at, size, operation);
        } else if ((operation & 0xc0) == DELETE) {
            continue;
        } else if ((operation & 63) <= 3) {
            at += 4;
        } else if ((operation & 63) == 4) {
            memcpy(&p->index_of[ref], data + at, 2);
            at += 2;
        } else if ((operation & 63) == 5) {
            memcpy(&at_us, data + at, 4);
            at += 4;
            figures_seen(a, p->index_of[ref], at_us, true, true);
        } else {
            return;
        }
    }
}

static void frame(struct avatar *a, int opcode, const uint8_t *data, size_t size) {
    if (opcode != 2 || !size) return;
    switch (data[0] & 31) {
    case JOINED:
        net_send(a, 2, "\x0a", 1);
        figures_ready(a);
        break;
    case ERROR:
        net_lose(a, "an error frame");
        break;
    case STATE:
    case PATCH:
        if (a->sampled) read_patch(a, data, size);
        break;
    }
}

static uint8_t *put_double(uint8_t *out, char name, double value) {
    uint64_t bits;
    memcpy(&bits, &value, 8);
    bits = __builtin_bswap64(bits);
    *out++ = 0xa1;
    *out++ = (uint8_t)name;
    *out++ = 0xcb;
    memcpy(out, &bits, 8);
    return out + 8;
}

/* Room data "move" with a MessagePack map {x, y, z, h, t}. */
static size_t move(struct avatar *a, uint32_t at, uint8_t *out, int *opcode) {
    uint8_t *end = out;
    *opcode = 2;
    *end++ = ROOM_DATA;
    memcpy(end, "\xa4move\x85", 6);
    end = put_double(end + 6, 'x', a->x);
    memcpy(end, "\xa1y\x00", 3);
    end = put_double(end + 3, 'z', a->z);
    end = put_double(end, 'h', a->yaw);
    at = __builtin_bswap32(at);
    memcpy(end, "\xa1t\xce", 3);
    memcpy(end + 3, &at, 4);
    return (size_t)(end + 7 - out);
}

const struct adapter colyseus = {"colyseus", false, false, request, answer, frame, move};
