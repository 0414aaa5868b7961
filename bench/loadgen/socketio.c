/* socketio.c - Socket.IO v5 over Engine.IO v4, WebSocket only; moves are JSON events.

   A state is read from JSON, {"n":..,"t":..} in this order, or from binary frames:
   5A A5 01 0C, u32 count, then records of u16 n, u16 x cm, u16 z cm, u8 yaw, u8 gait, u32 t. */
#define _GNU_SOURCE
#include "avatar.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int request(struct avatar *a, char *out, size_t room, bool *upgrade) {
    *upgrade = true;
    return net_upgrade(a, out, room, "/socket.io/?EIO=4&transport=websocket");
}

static void read_json(struct avatar *a, const uint8_t *data, size_t size) {
    const uint8_t *end = data + size;
    while (data < end && (data = memmem(data, (size_t)(end - data), "\"n\":", 4))) {
        int index = atoi((const char *)data + 4);
        data = memmem(data, (size_t)(end - data), "\"t\":", 4);
        if (!data) return;
        char *after;
        uint32_t at = (uint32_t)strtoul((const char *)data + 4, &after, 10);
        figures_seen(a, index, at, true, true);
        data = (const uint8_t *)after;
    }
}

static void read_packed(struct avatar *a, const uint8_t *data, size_t size) {
    const uint8_t *end = data + size;
    uint32_t count, at;
    uint16_t index;
    if (size < 8 || memcmp(data, "\x5a\xa5\x01\x0c", 4)) return;
    memcpy(&count, data + 4, 4);
    for (data += 8; count-- && data + 12 <= end; data += 12) {
        memcpy(&index, data, 2);
        memcpy(&at, data + 8, 4);
        figures_seen(a, index, at, true, true);
    }
}

static void frame(struct avatar *a, int opcode, const uint8_t *data, size_t size) {
    if (opcode == 2) read_packed(a, data, size);
    else if (data[0] == '2') net_send(a, 1, "3", 1);
    else if (a->ready) read_json(a, data, size);
    else if (data[0] == '0') net_send(a, 1, "40", 2);
    else if (size > 1 && data[0] == '4' && data[1] == '0') figures_ready(a);
}

static size_t move(struct avatar *a, uint32_t at, uint8_t *out, int *opcode) {
    *opcode = 1;
    return (size_t)sprintf((char *)out,
                           "42[\"move\",{\"n\":%d,\"x\":%.2f,\"y\":0,\"z\":%.2f,\"h\":%.2f,\"t\":%u}]",
                           a->index, a->x, a->z, a->yaw, at);
}

const struct adapter socketio = {"socketio", false, false, request, NULL, frame, move};
